"""Which sides articles tell of together, and when last: what was to come and is told of no more has lapsed.

Articles of May tell of Oslo and Bergen → what these two had set for April, and nobody tells of, has lapsed.

It is known of all articles at once, as who is who is. What is asked of it is noted, so that one can tell later whether
an answer has changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from dragoman.model.edtf import Day
from dragoman.model.events import Event
from dragoman.resolve.cast import Cast

Sides = frozenset[str]
# Whether an article of a later day tells of all these sides.
Question = tuple[Sides, Day]


class Coverage:
    """`last` has the sides that an act has in common, with the last day of an article that tells of such an act."""

    def __init__(self, last: Mapping[Sides, Day]) -> None:
        self._last = last
        self.asked: set[Question] = set()

    @cached_property
    def _with(self) -> dict[str, list[Sides]]:
        """What is told of each side; many a coverage is only set against another."""
        out: dict[str, list[Sides]] = defaultdict(list)
        for sides in self._last:
            for side in sides:
                out[side].append(sides)
        return out

    def other_sides(self, other: Coverage) -> set[str]:
        """The sides of which the two do not know the same."""
        differing = self._last.items() ^ other._last.items()
        return {side for sides, _ in differing for side in sides}

    def take_asked(self) -> set[Question]:
        """What has been asked since this was called last."""
        asked, self.asked = self.asked, set()
        return asked

    def tells(self, sides: Sides, after: Day) -> bool:
        """Whether an article of a later day than `after` tells of an act of all these sides."""
        self.asked.add((sides, after))
        told = min((self._with.get(s, []) for s in sides), key=len, default=[])
        return any(self._last[other] > after and sides <= other for other in told)


def sides_told(cast: Cast, events: Iterable[Event]) -> set[Sides]:
    """The sides of each act that an article tells."""
    return {cast.sides((*e.actors, *e.recipients)) for e in events}


def last_told(told: Iterable[tuple[Sides, Day]], today: Day) -> dict[Sides, Day]:
    """The last day, up to `today`, on which an article tells of these sides."""
    last: dict[Sides, Day] = {}
    for sides, day in told:
        if day <= today:
            last[sides] = max(day, last.get(sides, day))
    return last
