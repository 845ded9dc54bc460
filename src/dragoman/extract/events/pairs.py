"""The weights of a head with two columns by the parts of its observations, so that one look serves several days.

"K=day&t=past" → the row "t=past" of `beside`, in the column "K=day": the margin by which it speaks for the second.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dragoman.extract.events.model import Head


@dataclass(frozen=True, slots=True)
class Crossed:
    """How far observations speak for the second of two columns: `alone`, or `beside` another, each of which has a
    column; `columns` are these by name."""

    alone: dict[str, float]
    beside: Head
    columns: Mapping[str, int]

    def margin(self, observations: Sequence[str]) -> float:
        """How far the observations speak for the second column, each counted once."""
        alone = self.alone
        return sum([alone[o] for o in dict.fromkeys(observations) if o in alone])


@lru_cache(maxsize=8)
def crossed(head: Head) -> Crossed:
    """The weights of a head with two columns by the parts of its observations."""
    alone: dict[str, float] = {}
    pairs: list[tuple[int, int, float]] = []
    rows: dict[str, int] = {}
    columns: dict[str, int] = {}
    margins = (head.table[:, 1] - head.table[:, 0]).tolist()
    for observation, row in head.rows.items():
        first, beside, second = observation.partition("&")
        if beside:
            place = rows.setdefault(second, len(rows)), columns.setdefault(first, len(columns))
            pairs.append((*place, margins[row]))
        else:
            alone[observation] = margins[row]
    table = np.zeros((len(rows) + 1, len(columns)), dtype=np.float32)
    for n, column, margin in pairs:
        table[n, column] = margin
    return Crossed(alone, Head(rows, table, tuple(columns)), columns)
