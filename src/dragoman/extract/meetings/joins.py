"""What speaks for and against a telling being of a meeting told before: features for the column `same` of the weights.

"le sommet de Hanoï … la rencontre": the same two, an echo, in the next sentence → {"echo definite": 1, …}.
"""

from __future__ import annotations

from dragoman.extract.meetings.tellings import Telling
from dragoman.extract.meetings.told import Told
from dragoman.extract.meetings.weights import Features
from dragoman.extract.meetings.words import nouns
from dragoman.model.documents import Document
from dragoman.model.edtf import bounds, meets

# What lies so many days behind is no news.
BEHIND = 92
# Kinds that one object may be told by.
FAMILIES = {
    "summit": ("summit", "talks", "session", "other"),
    "talks": ("talks", "summit", "session", "call", "visit", "other"),
    "session": ("session", "talks", "summit"),
    "visit": ("visit", "talks"),
    "call": ("call", "talks"),
    "other": ("other",),
}


def apart(told: Told, telling: Telling) -> bool:
    """Another day, number or name, one of several, or one that only dates something else: never the same."""
    if told.date and telling.date and not meets(told.date, telling.date):
        return True
    if telling.entry and any(t.entry not in (None, telling.entry) for t in told.tellings):
        return True
    if telling.fresh and telling.date and told.place and not (told.date or telling.place or _is_fresh(told)):
        return True  # "à quelques heures du sommet de Genève … le prochain sommet, le 24"
    if telling.date and not told.date and _lies_behind(telling.date, told.published) and _is_ahead(told):
        return True  # "cette rencontre, lundi … leur première rencontre, en 2017"
    if telling.landmark and not (told.place and telling.place):
        return True
    if all(t.landmark for t in told.tellings) and not (telling.date or telling.place):
        return True
    plural = {t.plural for t in told.tellings if t.how == "noun"}
    one_of_them = telling.how == "noun" and telling.ordinal and not telling.plural and plural == {True}
    return bool(one_of_them) or bool(told.ordinal and telling.ordinal and told.ordinal != telling.ordinal)


def _lies_behind(date: str, published: str | None) -> bool:
    """Whether the day lies so far before the article's that the article cannot report it as news."""
    return published is not None and (bounds(published)[0] - bounds(date)[1]).days > BEHIND


def _is_ahead(told: Told) -> bool:
    """Whether some telling has it still to come."""
    return any(t.status in ("planned", "proposed") and t.rank for t in told.tellings)


def _is_fresh(told: Told) -> bool:
    return any(t.fresh for t in told.tellings)


def join_features(document: Document, told: Told, telling: Telling, sides: set[str]) -> Features:
    """Feature → value; `sides` are those of the telling."""
    out: Features = {"join bias": 1.0}
    last = told.tellings[-1]
    same = any(t.lemma == telling.lemma for t in told.tellings)
    shared = min(len(sides & told.sides), 2)
    how = telling.determiner if telling.how != "verb" else "verb"
    distance = document.tokens[telling.head].sent - document.tokens[last.head].sent
    where = str(distance) if distance < 3 else "3-5" if distance < 6 else "far"
    kin = "same" if telling.kind == told.kind else "kin" if telling.kind in FAMILIES[told.kind] else "other"
    names = {t.lemma for t in told.tellings if t.how == "name"}
    told_status = f"{telling.status}" if telling.rank >= 2 else f"perhaps {telling.status}"
    facts = [
        how,
        f"shared {shared}",
        f"parties {bool(sides)} {bool(told.sides)}",
        f"kind {kin}",
        f"kind {telling.kind}",
        f"kind {telling.kind} {same}",
        f"word {same}",
        f"word {same} {how}",
        f"word {same} shared {shared}",
        f"sentences {where}",
        f"past {told.past} {told_status}",
        f"size {min(len(told.tellings), 4)}",
        *_when_and_where(told, telling),
    ]
    if sides and told.sides and not shared:
        facts += ["strangers", f"strangers {how}"]
    if distance == 0:
        facts.append(f"one sentence {how}")
    if document.block_of(told.tellings[0].head).kind == "title":
        facts += ["title", f"title {same}"]
    if _echo(telling):
        facts.append(f"echo {how}")
    taken = how in ("definite", "demonstrative") and last.how == "verb" and distance <= 2
    if taken and (_echo(telling) or telling.kind == last.kind):
        facts += ["taken up", f"taken up {how}"]
    if telling.how == "name":
        facts.append(f"name {'same' if telling.lemma in names else 'other' if names else 'none'}")
    flags = {
        "fresh again": telling.fresh and _is_fresh(told),
        "fresh": telling.fresh and not _is_fresh(told),
        "gone": telling.gone,
        "background": telling.background and not last.background,
        "part": telling.apart != told.tellings[0].apart,
        "landmark": telling.landmark,
        "all landmarks": all(t.landmark for t in told.tellings),
        "number": telling.plural != told.tellings[0].plural,
        "topic": telling.topic,
    }
    out |= {f"join {fact}": 1.0 for fact in (*facts, *(name for name, true in flags.items() if true))}
    out["join distance"] = min(distance, 15) / 15
    return out


def _when_and_where(told: Told, telling: Telling) -> list[str]:
    """How days, places and numbers of the two stand to each other."""
    out = []
    if told.date and telling.date:
        out.append("day same")
    elif told.date or telling.date:
        out.append("day of one")
    if told.place and telling.place:
        out.append(f"place {'same' if _same_place(told.place, telling.place) else 'other'}")
    if told.ordinal or telling.ordinal:
        out.append(f"ordinal {'same' if told.ordinal == telling.ordinal else 'of one'}")
    return out


def _echo(telling: Telling) -> bool:
    """A noun that may take up another one (`la rencontre` after `le sommet`)."""
    entry = nouns().get(telling.lemma)
    return entry is not None and bool(entry.get("echo"))


def _same_place(a: str, b: str) -> bool:
    a, b = a.lower(), b.lower()
    return a in b or b in a
