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


class Head(NamedTuple):
    """One softmax: the row of each observation, the table of weights, the names of its columns."""

    rows: dict[str, int]
    table: Table
    names: tuple[str, ...]

    def judge(self, observations: Sequence[Sequence[str]]) -> Table:
        """One row of probabilities for each list of observations."""
        out = np.zeros((len(observations), len(self.names)), dtype=np.float32)
        for n, told in enumerate(observations):
            known = [k for o in set(told) if (k := self.rows.get(o)) is not None]
            out[n] = self.table[known].sum(axis=0)
        out = np.exp(out - out.max(axis=1, keepdims=True))
        total: Table = out / out.sum(axis=1, keepdims=True)
        return total


class Weights(NamedTuple):
    """The three heads, the words that are candidates without an entry, and the bar for an act."""

    types: Head
    statuses: Head
    days: Head
    words: frozenset[str]
    bar: float


@cache
def load_weights() -> Weights:
    """The weights of the package."""
    with files("dragoman.extract.events").joinpath("weights.npz").open("rb") as f, np.load(f) as told:
        heads = [
            Head(
                {o: n for n, o in enumerate(_words(told[f"{name}.rows"]))},
                told[f"{name}.table"].astype(np.float32),
                tuple(_words(told[f"{name}.names"])),
            )
            for name in ("types", "statuses", "days")
        ]
        return Weights(*heads, frozenset(_words(told["words"])), float(told["bar"]))


def _words(packed: NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode("utf-8").split("\n")
