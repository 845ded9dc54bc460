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


@dataclass(slots=True)
class Told:
    """A meeting of the article with its tellings; `sides` are the participants and whom they speak for."""

    tellings: list[Telling] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)
    date: str | None = None
    place: str | None = None
    ordinal: int | None = None

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
            told = Told()
            told.join(telling, sides)
            found.append(told)
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
    if telling.fresh and told.past is True:
        return True
    past = telling.gone or (telling.status == "held" and telling.rank >= 2)
    coming = telling.fresh or (telling.status in ("planned", "proposed") and telling.rank >= 2)
    return (told.past is False and past) or (told.past is True and coming and not telling.date)


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
    kind = told.kind
    last = told.tellings[-1]
    same = any(t.lemma == telling.lemma for t in told.tellings)
    near = telling.kind == kind
    shared = len(sides & told.sides)
    score = 1.5 * min(shared, 2)
    score += 2.0 if told.date and telling.date else 0.0
    score += 1.5 if told.place and telling.place else 0.0
    score += 1.5 if same else 0.8 if near else 0.0
    score += {"definite": 0.7, "demonstrative": 2.0, "possessive": 0.5, "none": 0.4, "indefinite": -0.8}[
        telling.determiner if telling.how != "verb" else "none"
    ]
    if not same and not shared and telling.determiner != "demonstrative":
        score -= 1.0 if _echo(telling) and telling.determiner == "definite" else 2.0
    if telling.fresh and not any(t.fresh for t in told.tellings):
        score -= 1.5
    if told.ordinal and told.ordinal != telling.ordinal and not (shared or telling.date or telling.place):
        score -= 1.0
    distance = document.tokens[telling.head].sent - document.tokens[last.head].sent
    return score - 0.04 * min(distance, 15) - 1.2


def _echo(telling: Telling) -> bool:
    """A noun that may take up another one (`la rencontre` after `le sommet`)."""
    entry = nouns().get(telling.lemma)
    return entry is not None and bool(entry.get("echo"))


def _same_place(a: str, b: str) -> bool:
    a, b = a.lower(), b.lower()
    return a in b or b in a
