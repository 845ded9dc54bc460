"""Gathers the tellings of one meeting: "leur sommet à Hanoï … la rencontre … le sommet" → one object.

In: Tellings in text order. Out: objects with the union of what their tellings say.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.extract.meetings.tellings import Telling
from dragoman.model.documents import Document
from dragoman.model.edtf import bounds, meets

# Kinds that one object may be told by.
FAMILIES = {
    "summit": {"summit", "talks", "session", "visit", "other"},
    "talks": {"talks", "summit", "session", "other", "call", "visit"},
    "session": {"session", "talks", "summit"},
    "visit": {"visit", "talks", "summit"},
    "call": {"call", "talks"},
    "other": {"other", "talks", "summit"},
}
GENERIC = (
    "rencontre",
    "réunion",
    "entretien",
    "entrevue",
    "échange",
    "discussion",
    "conversation",
    "rendez-vous",
)
LONG = (
    "négociation",
    "pourparlers",
    "pourparler",
    "discussion",
    "dialogue",
    "tractation",
    "concertation",
    "renégociation",
    "médiation",
    "cycle",
    "série",
)


@dataclass(slots=True)
class Told:
    """A meeting of the article with its tellings."""

    tellings: list[Telling] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)
    date: str | None = None
    place: str | None = None
    ordinal: int | None = None

    @property
    def kind(self) -> str:
        for t in self.tellings:
            if t.sure == 3:
                return t.kind
        return self.tellings[0].kind

    @property
    def past(self) -> bool | None:
        """Whether the tellings place it in the past; None where they do not say."""
        told = [t for t in self.tellings if t.status_rank >= 2]
        if any(t.status == "held" for t in told):
            return True
        if any(t.status in ("planned", "proposed") for t in told):
            return False
        return None


def gather(document: Document, tellings: list[Telling]) -> list[Told]:
    """One pass in text order: each telling joins the best object that it does not contradict."""
    found: list[Told] = []
    for telling in tellings:
        sides = _sides(document, telling.participants)
        scored = [(s, k) for k, told in enumerate(found) if (s := _fit(document, told, telling, sides)) > 0]
        if scored:
            told = found[max(scored)[1]]
        else:
            told = Told()
            found.append(told)
        told.tellings.append(telling)
        told.participants.extend(p for p in telling.participants if p not in told.participants)
        told.sides |= sides
        told.date = _narrower(told.date, telling.date)
        told.place = told.place or telling.place
        told.ordinal = told.ordinal or telling.ordinal
    return found


def _sides(document: Document, names: tuple[str, ...]) -> set[str]:
    out = set()
    for name in names:
        out.add(name)
        actor = document.actors.get(name)
        if actor is not None and actor.side:
            out.add(actor.side)
    return out


def _narrower(a: str | None, b: str | None) -> str | None:
    if a is None or b is None:
        return a or b
    (a1, a2), (b1, b2) = bounds(a), bounds(b)
    return a if a2 - a1 <= b2 - b1 else b


def _fit(document: Document, told: Told, telling: Telling, sides: set[str]) -> float:
    """How well a telling fits an object; 0 or less where it is another one."""
    kind = told.kind
    if telling.kind != kind and telling.kind not in FAMILIES[kind]:
        return 0
    if "name" in telling.circumstances:
        same = [t for t in told.tellings if "name" in t.circumstances]
        if same and all(t.lemma.replace(" ", "") != telling.lemma.replace(" ", "") for t in same):
            return 0
    if told.date and telling.date and not meets(told.date, telling.date):
        return 0
    if told.ordinal and telling.ordinal and told.ordinal != telling.ordinal:
        return 0
    if told.place and telling.place and not _same_place(told.place, telling.place):
        return 0
    if sides and told.sides and not sides & told.sides:
        return 0
    last = told.tellings[-1]
    if telling.fresh and not any(t.fresh for t in told.tellings) and told.past is not False:
        return 0
    if (
        told.past is True
        and telling.status in ("planned", "proposed")
        and telling.status_rank >= 2
        and not telling.date
    ):
        return 0
    if told.past is False and telling.status == "held" and telling.status_rank >= 2:
        return 0
    if (telling.lemma in LONG) != (last.lemma in LONG) and kind == "talks" and telling.kind == "talks":
        return 0
    same_lemma = any(t.lemma == telling.lemma for t in told.tellings)
    score = 0.0
    shared = len(sides & told.sides)
    score += min(shared, 3)
    if told.date and telling.date:
        score += 2
    if told.place and telling.place:
        score += 2
    if same_lemma:
        score += 1.5
    if telling.kind == kind:
        score += 0.5
    if telling.definite:
        score += 1
    if telling.anaphor:
        score += 1.5
    # an indefinite phrase introduces, unless the title or the lede told it already
    if not telling.definite and "verb" not in telling.circumstances and not (shared and same_lemma):
        score -= 1.5
    if not same_lemma and telling.lemma not in GENERIC and not shared and not telling.anaphor:
        score -= 2
    distance = document.tokens[telling.head].sent - document.tokens[last.head].sent
    score -= min(distance, 12) * 0.05
    return score - 1.4


def _same_place(a: str, b: str) -> bool:
    a, b = a.lower(), b.lower()
    return a in b or b in a
