"""The learned weights: which candidates are acts, of which type, with which status and whose date.

Observations → probabilities, by the softmax of a sum of rows. Made by bench/train_events.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float32]
HEADS = ("types", "statuses", "days", "actors", "recipients")


class Head(NamedTuple):
    """One softmax: the row of each observation, the table of weights (its last row is zero), the columns."""

    rows: dict[str, int]
    table: Table
    names: tuple[str, ...]

    def judge(self, observations: Sequence[Sequence[str]]) -> Table:
        """One row of probabilities for each list of observations."""
        if not observations:
            return np.zeros((0, len(self.names)), dtype=np.float32)
        get = self.rows.get
        known: list[int] = []
        starts: list[int] = []
        for told in observations:
            starts.append(len(known))
            known.extend([k for o in set(told) if (k := get(o)) is not None])
            known.append(-1)  # the row of zeros, so that no list is empty
        out = np.add.reduceat(self.table[known], starts, axis=0)
        out = np.exp(out - out.max(axis=1, keepdims=True))
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
