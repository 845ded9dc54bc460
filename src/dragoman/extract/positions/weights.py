"""How probable it is that a candidate is a position, which stance it takes and what it is about.

Sums of weights over features, kept as tables of the lexicon (position_weights, position_stances, position_issues: one
feature a line, to be read and reviewed); over the first sum and a row of numbers, boosted trees (keep.npz). All are
learned by bench/train_positions.py from annotated articles.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.extract.statements.trees import Trees
from dragoman.lexicon import load_rows

Features = dict[str, float]


class Table(NamedTuple):
    """The weights of some classes: the row of each feature, one column a class."""

    classes: tuple[str, ...]
    rows: dict[str, int]
    weights: NDArray[np.float64]


@cache
def _load(name: str) -> Table:
    told = load_rows(name)
    classes = tuple(told[0])[1:]
    weights = np.array([[float(row[c] or 0) for c in classes] for row in told])
    return Table(classes, {row["feature"]: n for n, row in enumerate(told)}, weights)


def _sums(name: str, features: Features) -> dict[str, float]:
    table = _load(name)
    rows = table.rows
    known = {rows[f]: value for f, value in features.items() if f in rows}
    told = table.weights.take([*known], axis=0) * np.array([*known.values()])[:, None]
    sums = np.add.reduce(told, axis=0)  # in the order of the features: what weighs the same may hang on it
    return dict(zip(table.classes, sums.tolist(), strict=True))


@cache
def _kept() -> dict[str, float]:
    table = _load("position_weights")
    return dict(zip(table.rows, table.weights[:, 0].tolist(), strict=True))


def points(features: Features) -> float:
    """What the features say for a candidate's being a position."""
    table = _kept()
    return sum([table[f] * v for f, v in features.items() if f in table])


@cache
def _keep() -> Trees:
    with files(__package__).joinpath("keep.npz").open("rb") as f:
        told = dict(np.load(f))
    return Trees(**{k: v.item() if k == "base" else v for k, v in told.items()})


def scores(rows: list[list[float]]) -> list[float]:
    """How well each candidate, told by its numbers, is likely to fit a position (0..1 or about)."""
    return [float(s) for s in _keep().grow(rows)] if rows else []


def probability(score: float) -> float:
    """The share of candidates of that score that were positions, in 0..1."""
    return _keep().confidence(score)


def likely_stance(features: Features, ruled: str) -> str:
    """The stance with the greatest sum; the rule's one at a tie."""
    sums = _sums("position_stances", features)
    return max(sums, key=lambda s: (sums[s], s == ruled))


def likely_issue(features: Features, ruled: str) -> tuple[str, float]:
    """The issue with the greatest sum, the lexicon's one at a tie; its share of all the issues' chances."""
    sums = _sums("position_issues", features)
    best = max(sums, key=lambda s: (sums[s], s == ruled))
    chances = {issue: 1 / (1 + math.exp(-value)) for issue, value in sums.items()}
    return best, chances[best] / sum(chances.values())
