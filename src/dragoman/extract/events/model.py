"""The learned weights: which words may be acts, which are, of which type, with which status and whose date.

Observations and vectors → probabilities. Types come from a network with one layer within; the rest is the softmax of
a sum of rows. Made by bench/train_events.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float32]
HEADS = ("straight", "statuses", "days", "actors", "recipients")
HALF = np.float32(0.5)
PARTS = ("vectors", "bias", "outer", "outer_bias")


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """One softmax: the row of each observation, the table of weights (its last row is zero), the columns."""

    rows: dict[str, int]
    table: Table
    names: tuple[str, ...]

    def add(self, observations: Sequence[Sequence[str]]) -> Table:
        """The sum of the rows of each list of observations, each observation once and always in one order."""
        get = self.rows.get
        return self.sum([dict.fromkeys(map(get, told)) for told in observations])

    def sum(self, found: Sequence[dict[int | None, None]]) -> Table:
        """The sum of each of several lots of rows, in their order; None is no row."""
        if not found:
            return np.zeros((0, self.table.shape[1]), dtype=np.float32)
        known: list[int | None] = []
        starts: list[int] = []
        for rows in found:
            starts.append(len(known))
            rows.pop(None, None)
            known += rows
            known.append(-1)  # the row of zeros, so that no lot is empty
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


def add_all(heads: tuple[Head, ...], observations: Sequence[Sequence[str]]) -> list[Table]:
    """What each of the heads adds up for the same lists of observations."""
    edges = list(accumulate(len(head.names) for head in heads))
    return np.split(join(*heads).add(observations), edges[:-1], axis=1)


def softmax(sums: Table) -> Table:
    """Sums → probabilities."""
    if not len(sums):
        return sums
    out = np.exp(sums - sums.max(axis=1, keepdims=True))
    total: Table = out / out.sum(axis=1, keepdims=True)
    return total


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """A softmax and a network with one layer within, which agree on a mean of what they say.

    `straight` are the rows of the softmax; `inner` those of the observations, and `vectors` (numbers x units) the
    weights of the vectors, that add up to the units of the network; `outer` (units x columns) is what these say.
    """

    straight: Head
    inner: Head
    vectors: Table
    bias: Table
    outer: Table
    outer_bias: Table

    @property
    def names(self) -> tuple[str, ...]:
        """The columns."""
        return self.straight.names

    def judge(self, straight: Table, sums: Table, vectors: Table) -> Table:
        """The rows of probabilities, from what `straight` and `inner` add up and from the vectors."""
        within = np.maximum(sums + vectors @ self.vectors + self.bias, 0)
        return softmax(HALF * (within @ self.outer + self.outer_bias + straight))


class Gate(NamedTuple):
    """Which words may name an act though no entry does: the weights of a word's vector and of its part of speech."""

    weights: Table
    parts: dict[str, float]
    bar: float

    def let(self, rows: Table, parts: Sequence[str]) -> NDArray[np.bool_]:
        """Whether each word passes."""
        known = np.array([self.parts.get(p, -np.inf) for p in parts], dtype=np.float32)
        out: NDArray[np.bool_] = rows @ self.weights + known > self.bar
        return out


class Weights(NamedTuple):
    """The gate of the candidates, the network of the types, the heads, and the bar for an act."""

    gate: Gate
    types: Net
    statuses: Head
    days: Head
    actors: Head
    recipients: Head
    bar: float


@cache
def load_weights() -> Weights:
    """The weights of the package."""
    with files("dragoman.extract.events").joinpath("weights.npz").open("rb") as f, np.load(f) as told:
        straight, statuses, days, actors, recipients = (_head(told, name) for name in HEADS)
        vectors, bias, outer, outer_bias = (told[f"types.{part}"].astype(np.float32) for part in PARTS)
        net = Net(straight, _head(told, "types"), vectors, bias, outer, outer_bias)
        parts = dict(zip(_words(told["gate.parts"]), told["gate.chances"].tolist(), strict=True))
        gate = Gate(told["gate.weights"].astype(np.float32), parts, float(told["gate.bar"]))
        return Weights(gate, net, statuses, days, actors, recipients, float(told["bar"]))


def _head(told: Mapping[str, Any], name: str) -> Head:
    table = told[f"{name}.table"].astype(np.float32)
    if f"{name}.scale" in told:
        table *= told[f"{name}.scale"]
    rows = {o: n for n, o in enumerate(_words(told[f"{name}.rows"]))}
    return Head(rows, np.pad(table, ((0, 1), (0, 0))), tuple(_words(told[f"{name}.names"])))


def _words(packed: NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode("utf-8").split("\n")
