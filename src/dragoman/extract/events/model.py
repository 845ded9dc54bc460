"""The learned weights: which candidates are acts, of which type, with which status and whose date.

Observations → probabilities, by the softmax of a sum of rows. Made by bench/train_events.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float32]
HEADS = ("types", "statuses", "days", "actors", "recipients")


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """One softmax: the row of each observation, the table of weights (its last row is zero), the columns."""

    rows: dict[str, int]
    table: Table
    names: tuple[str, ...]

    def add(self, observations: Sequence[Sequence[str]]) -> Table:
        """The sum of the rows of each list of observations, each observation once and always in one order."""
        if not observations:
            return np.zeros((0, self.table.shape[1]), dtype=np.float32)
        get = self.rows.get
        known: list[int | None] = []
        starts: list[int] = []
        for told in observations:
            starts.append(len(known))
            rows = dict.fromkeys(map(get, told))
            rows.pop(None, None)
            known += rows
            known.append(-1)  # the row of zeros, so that no list is empty
        picked = self.table.take(np.array(known, dtype=np.intp), axis=0)
        total: Table = np.add.reduceat(picked, starts, axis=0)
        return total

    def judge(self, observations: Sequence[Sequence[str]]) -> Table:
        """One row of probabilities for each list of observations."""
        return softmax(self.add(observations))


@lru_cache(maxsize=8)
def join(*heads: Head) -> Head:
    """Heads side by side: where all judge the same, each observation is looked up once."""
    rows = {o: n for n, o in enumerate(dict.fromkeys(o for head in heads for o in head.rows))}
    table = np.zeros((len(rows) + 1, sum(len(head.names) for head in heads)), dtype=np.float32)
    edge = 0
    for head in heads:
        columns = slice(edge, edge := edge + len(head.names))
        table[[rows[o] for o in head.rows], columns] = head.table[list(head.rows.values())]
    return Head(rows, table, tuple(name for head in heads for name in head.names))


@lru_cache(maxsize=8)
def margins(first: Head, second: Head) -> dict[str, tuple[float, float]]:
    """How far each observation speaks for the second of two columns, by one head and by another."""
    told = (
        {
            o: yes - no
            for o, (no, yes) in zip(head.rows, head.table[list(head.rows.values())].tolist(), strict=True)
        }
        for head in (first, second)
    )
    one, other = told
    return {o: (one.get(o, 0.0), other.get(o, 0.0)) for o in dict.fromkeys([*one, *other])}


def softmax(sums: Table) -> Table:
    """Sums → probabilities."""
    if not len(sums):
        return sums
    out = np.exp(sums - sums.max(axis=1, keepdims=True))
    total: Table = out / out.sum(axis=1, keepdims=True)
    return total


class Weights(NamedTuple):
    """The heads, the words that are candidates without an entry, and the bar for an act."""

    types: Head
    statuses: Head
    days: Head
    actors: Head
    recipients: Head
    words: frozenset[str]
    bar: float


@cache
def load_weights() -> Weights:
    """The weights of the package."""
    with files("dragoman.extract.events").joinpath("weights.npz").open("rb") as f, np.load(f) as told:
        heads = [
            Head(
                {o: n for n, o in enumerate(_words(told[f"{name}.rows"]))},
                np.pad(told[f"{name}.table"].astype(np.float32), ((0, 1), (0, 0))),
                tuple(_words(told[f"{name}.names"])),
            )
            for name in HEADS
        ]
        types, statuses, days, actors, recipients = heads
        words = frozenset(_words(told["words"]))
        return Weights(types, statuses, days, actors, recipients, words, float(told["bar"]))


def _words(packed: NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode("utf-8").split("\n")
