"""Gathers the tellings of one meeting: "leur sommet à Hanoï … la rencontre … le sommet" → one object.

In: Tellings in text order. Out: objects with the union of what their tellings say.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.extract.meetings.tellings import Telling
from dragoman.extract.meetings.words import nouns
from dragoman.model.documents import Document
from dragoman.model.edtf import bounds, meets

# Kinds that one object may be told by.
FAMILIES = {
    "summit": ("summit", "talks", "session", "other"),
    "talks": ("talks", "summit", "session", "call", "visit", "other"),
    "session": ("session", "talks", "summit"),
    "visit": ("visit", "talks"),
    "call": ("call", "talks"),
    "other": ("other",),
}


# What speaks for one object (added) and against it (`echo` and below, taken off).
FIT = {
    "party": 2.3,
    "day": 2.0,
    "place": 1.5,
    "same": 1.3,
    "near": 0.8,
    "summit": 0.0,
    "demonstrative": 2.0,
    "definite": 1.1,
    "possessive": 0.5,
    "none": 0.4,
    "indefinite": -0.8,
    "echo": 1.0,
    "other": 2.0,
    "fresh": 1.5,
    "numbered": 1.0,
    "same number": 2.0,
    "distance": 0.08,
    "least": 1.2,
    "taken up": 2.0,
}


@dataclass(slots=True)
class Told:
    """A meeting of the article with its tellings; `sides` are the participants and whom they speak for.

    `rivals` counts the objects of its kind told more often or before it; `alike` those that share its noun.
    """

    tellings: list[Telling] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)
    date: str | None = None
    place: str | None = None
    ordinal: int | None = None
    rivals: int = 0
    alike: int = 0
    published: str | None = None

    @property
    def kind(self) -> str:
        """The kind of the surest telling, the first of equals."""
        return max(self.tellings, key=lambda t: t.sure).kind

    @property
    def past(self) -> bool | None:
        """Whether the tellings place it in the past; None where they do not say."""
        if any(t.gone or (t.status == "held" and t.rank >= 2) for t in self.tellings):
            return True
        if any(t.fresh or (t.status in ("planned", "proposed") and t.rank >= 2) for t in self.tellings):
            return False
        if self.date and self.published and bounds(self.date)[1] < bounds(self.published)[0]:
            return True
        return None

    def join(self, telling: Telling, sides: set[str]) -> None:
        """Takes in one more telling."""
        self.tellings.append(telling)
        self.participants.extend(p for p in telling.participants if p not in self.participants)
        self.sides |= sides
        self.date = _narrower(self.date, telling.date)
        self.place = self.place or telling.place
        self.ordinal = self.ordinal or telling.ordinal


def gather(document: Document, tellings: list[Telling]) -> list[Told]:
    """One pass in text order: each telling joins the best object that it does not contradict."""
    found: list[Told] = []
    for telling in tellings:
        sides = sides_of(document, telling.participants)
        scored = [(s, k) for k, told in enumerate(found) if (s := _fit(document, told, telling, sides)) > 0]
        if scored:
            found[max(scored)[1]].join(telling, sides)
        else:
            told = Told(published=document.published)
            told.join(telling, sides)
            found.append(told)
    for told in found:
        kin = [k for k in found if k is not told and k.kind == told.kind]
        size = len(told.tellings)
        told.rivals = sum(
            len(k.tellings) > size or (len(k.tellings) == size and k.tellings[0].span < told.tellings[0].span)
            for k in kin
        )
        told.alike = sum(bool({t.lemma for t in k.tellings} & {t.lemma for t in told.tellings}) for k in kin)
    return found


def sides_of(document: Document, names: tuple[str, ...]) -> set[str]:
    """The actors and the sides that they speak for."""
    out = set(names)
    for name in names:
        actor = document.actors.get(name)
        if actor is not None and actor.side:
            out.add(actor.side)
    return out


def _narrower(a: str | None, b: str | None) -> str | None:
    if a is None or b is None:
        return a or b
    (a1, a2), (b1, b2) = bounds(a), bounds(b)
    return a if a2 - a1 <= b2 - b1 else b


def _contradicts(told: Told, telling: Telling, sides: set[str]) -> bool:
    """Another day, place, number, gathering, party, or the next one instead of the last."""
    if telling.kind not in FAMILIES[told.kind]:
        return True
    if told.date and telling.date and not meets(told.date, telling.date):
        return True
    if told.ordinal and telling.ordinal and told.ordinal != telling.ordinal:
        return True
    if told.place and telling.place and not _same_place(told.place, telling.place):
        return True
    if sides and told.sides and not sides & told.sides and not _collective(told, telling):
        return True
    names = {t.lemma for t in told.tellings if t.how == "name"}
    if telling.how == "name" and names and telling.lemma not in names:
        return True
    if (telling.apart or told.tellings[0].apart) and telling.lemma != told.tellings[0].lemma:
        return True
    if all(t.landmark for t in told.tellings) and not (telling.date or telling.place):
        return True
    if telling.landmark and not (told.place and telling.place):
        return True
    if telling.determiner == "demonstrative":
        return False
    surely = telling.rank >= 2
    if told.past is False:
        told_of = surely or telling.date is not None or telling.determiner == "possessive"
        told_of = told_of or telling.how == "verb"
        return telling.gone or (told_of and telling.status == "held")
    if told.past is True:
        return telling.fresh or (surely and telling.status in ("planned", "proposed"))
    # "une nouvelle rencontre" after one that was told in the past tense
    return telling.fresh and any(t.status == "held" for t in told.tellings)


def _collective(told: Told, telling: Telling) -> bool:
    """A gathering of many (G7) and one of its members do not contradict each other."""
    return (
        telling.kind == "summit"
        and told.kind == "summit"
        and (telling.how == "name" or any(t.how == "name" or "G7" in t.participants for t in told.tellings))
    )


def _fit(document: Document, told: Told, telling: Telling, sides: set[str]) -> float:
    """How well a telling fits an object; 0 or less where it is another one."""
    if _contradicts(told, telling, sides):
        return 0
    last = told.tellings[-1]
    same = any(t.lemma == telling.lemma for t in told.tellings)
    shared = len(sides & told.sides)
    score = FIT["party"] * min(shared, 2)
    score += FIT["day"] if told.date and telling.date else 0.0
    score += FIT["place"] if told.place and telling.place else 0.0
    score += FIT["same"] if same else FIT["near"] if telling.kind == told.kind else 0.0
    score += FIT[telling.determiner if telling.how != "verb" else "none"]
    if not same and not shared and telling.determiner != "demonstrative":
        score -= FIT["echo"] if _echo(telling) and telling.determiner == "definite" else FIT["other"]
    if telling.fresh and not any(t.fresh for t in told.tellings):
        score -= FIT["fresh"]
    if told.ordinal and told.ordinal != telling.ordinal and not (shared or telling.date or telling.place):
        score -= FIT["numbered"]
    if told.ordinal and told.ordinal == telling.ordinal:
        score += FIT["same number"]
    if "summit" in (told.kind, telling.kind) and same:
        score += FIT["summit"]
    distance = document.tokens[telling.head].sent - document.tokens[last.head].sent
    taken_up = _echo(telling) and telling.determiner in ("definite", "demonstrative")
    if taken_up and last.how == "verb" and distance <= 2:
        score += FIT["taken up"]
    return score - FIT["distance"] * min(distance, 15) - FIT["least"]


def _echo(telling: Telling) -> bool:
    """A noun that may take up another one (`la rencontre` after `le sommet`)."""
    entry = nouns().get(telling.lemma)
    return entry is not None and bool(entry.get("echo"))


def _same_place(a: str, b: str) -> bool:
    a, b = a.lower(), b.lower()
    return a in b or b in a
