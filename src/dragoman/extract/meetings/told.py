"""A meeting of the article while its tellings are gathered: "leur sommet à Hanoï … le sommet" → one Told."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.extract.meetings.tellings import Telling
from dragoman.lexicon.sides import find_side
from dragoman.model.edtf import bounds

# What is as wide as this, in days from first to last, tells in which week it is, not from when to when it lasts.
WEEK = 6


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
    places_differ: bool = False

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
        if self.place and telling.place and not _may_be(self.place, telling.place):
            self.places_differ = True
        self.place = self.place or telling.place
        self.ordinal = self.ordinal or telling.ordinal


def _narrower(a: str | None, b: str | None) -> str | None:
    """The narrower of two dates that meet; of days in a row and one of them, the days in a row."""
    if a is None or b is None:
        return a or b
    (a1, a2), (b1, b2) = bounds(a), bounds(b)
    narrow, wide = (a, b) if a2 - a1 <= b2 - b1 else (b, a)
    (n1, n2), (w1, w2) = bounds(narrow), bounds(wide)
    in_a_row = (w2 - w1).days < WEEK and w1 <= n1 and n2 <= w2
    return wide if in_a_row else narrow


def _may_be(a: str, b: str) -> bool:
    """Whether one place name is within the other, or both are of one state: Paris, Élysée."""
    x, y = find_side(a), find_side(b)
    if x is not None and y is not None and x.kind == y.kind == "state":
        return x.name == y.name
    a, b = a.lower(), b.lower()
    return a in b or b in a
