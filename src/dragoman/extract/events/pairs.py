"""The weights of a head with two columns by the parts of its observations, so that one look serves several days.

"K=day&t=past" → pairs["t=past"]["K=day"], the margin by which it speaks for the second column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.extract.events.model import Head

NOTHING: dict[str, float] = {}


@dataclass(frozen=True, slots=True)
class Crossed:
    """How far observations speak for the second of two columns: `alone`, or in `pairs` of one beside another."""

    alone: dict[str, float]
    pairs: dict[str, dict[str, float]]

    def beside(self, observations: Sequence[str]) -> dict[str, float]:
        """What the observations add to each of those beside which they may stand."""
        out: dict[str, float] = {}
        for observation in observations:
            for other, margin in self.pairs.get(observation, NOTHING).items():
                out[other] = out.get(other, 0.0) + margin
        return out

    def margin(self, observations: Sequence[str]) -> float:
        """How far the observations speak for the second column, each counted once."""
        get = self.alone.get
        return sum(get(o, 0.0) for o in dict.fromkeys(observations))


@lru_cache(maxsize=8)
def crossed(head: Head) -> Crossed:
    """The weights of a head with two columns by the parts of its observations."""
    alone: dict[str, float] = {}
    pairs: dict[str, dict[str, float]] = {}
    for observation, row in head.rows.items():
        no, yes = head.table[row].tolist()
        first, beside, second = observation.partition("&")
        if beside:
            pairs.setdefault(second, {})[first] = yes - no
        else:
            alone[observation] = yes - no
    return Crossed(alone, pairs)
