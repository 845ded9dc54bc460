"""How likely each draft begins and ends where its content does: the places where it may, one after the other.

"a dit que la trêve tenait, ajoutant que…" → an end before ", ajoutant" 0.95, at the sentence's end 0.05.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dragoman.extract.statements import begins, ends
from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.facts import ZoneFacts

# What the four numbers of a draft are called.
CHANCES = ("end_chance", "end_best", "begin_chance", "begin_best")


@dataclass(slots=True)
class Chains:
    """Rows of numbers, one for each step past a place, and for each draft the steps that lead to it.

    `steps[i]` are the rows of the places that draft `i` goes past, `stop[i]` the row of where it stops, None at the
    last place; `groups` are the drafts that differ in nothing but that place.
    """

    rows: Any
    steps: list[list[int]]
    stop: list[int | None]
    groups: list[list[int]] = field(default_factory=list)

    def chances(self, going_on: Any) -> Any:
        """Two numbers a draft: the chance that the content stops where it does, and its share of the best place's.

        `going_on` is the chance, for each row, that the content goes past its place.
        """
        out = np.ones((len(self.steps), 2))
        for i, (steps, stop) in enumerate(zip(self.steps, self.stop, strict=True)):
            chance = 1.0
            for row in steps:
                chance *= going_on[row]
            out[i, 0] = chance if stop is None else chance * (1 - going_on[stop])
        for group in self.groups:
            best = max(out[i, 0] for i in group)
            for i in group:
                out[i, 1] = out[i, 0] / max(best, 1e-6)
        return out


def end_chains(drafts: list[Draft], facts: dict[int, ZoneFacts]) -> Chains:
    """The places where each draft may end, from its begin to the right."""

    def describe(d: Draft, places: list[int], k: int) -> list[tuple[int, float]] | None:
        return ends.describe_end(d, facts[id(d.zone)], places, k) if places[k] < d.zone.last else None

    return _chains(
        drafts,
        lambda d: (id(d.zone), d.key, d.frame, d.begin, bool(d.holes)),
        lambda d: d.end,
        lambda _: False,
        describe,
        len(ends.NAMES),
    )


def begin_chains(drafts: list[Draft], facts: dict[int, ZoneFacts]) -> Chains:
    """The places where each draft may begin, from its cue away; only a cue or preposition gives a choice."""

    def describe(d: Draft, places: list[int], k: int) -> list[tuple[int, float]] | None:
        return begins.describe_begin(d, facts[id(d.zone)], places, k) if k + 1 < len(places) else None

    return _chains(
        drafts,
        lambda d: (
            (id(d.zone), d.key, d.frame, d.end, bool(d.holes))
            if d.cue is not None or d.frame == "preposition"
            else None
        ),
        lambda d: d.begin,
        lambda d: not begins.follows(d),
        describe,
        len(begins.NAMES),
    )


def _chains(
    drafts: list[Draft],
    group_of: Callable[[Draft], Hashable | None],
    place_of: Callable[[Draft], int],
    leftwards: Callable[[Draft], bool],
    describe: Callable[[Draft, list[int], int], list[tuple[int, float]] | None],
    width: int,
) -> Chains:
    known: dict[Hashable, dict[int, int]] = defaultdict(dict)
    for i, d in enumerate(drafts):
        if (group := group_of(d)) is not None:
            known[group][place_of(d)] = i
    steps: list[list[int]] = [[] for _ in drafts]
    stop: list[int | None] = [None] * len(drafts)
    told: list[list[tuple[int, float]]] = []
    for members in known.values():
        d = drafts[next(iter(members.values()))]
        places = sorted(members, reverse=leftwards(d))
        before: list[int] = []
        for k, place in enumerate(places):
            row = describe(d, places, k)
            i = members[place]
            steps[i] = before.copy()
            if row is not None:
                stop[i] = len(told)
                before.append(len(told))
                told.append(row)
    rows = np.zeros((len(told), width), dtype=np.float32)
    for n, row in enumerate(told):
        for place, value in row:
            rows[n, place] = value
    return Chains(rows, steps, stop, [list(m.values()) for m in known.values()])
