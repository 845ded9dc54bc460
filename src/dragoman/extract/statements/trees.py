"""Boosted trees as plain arrays: what bench/train_statements.py learned, applied with numpy alone.

load_trees("weights") → Trees; trees.grow(rows of numbers) → one score a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Trees:
    """One column a tree, one row an inner node (its feature, threshold and mask); `value` has one row a tree.

    The leaves of a tree are numbered from the left. A node whose test sends a row to the right rules out the leaves
    on its left: `mask` has a bit for each leaf that it leaves, so that all nodes are asked at once and the lowest
    bit that none of them took is the row's leaf. `score` and `share` are the steps of the calibration: the share of
    drafts of that score that were right.
    """

    feature: Any
    threshold: Any
    mask: Any
    value: Any
    base: float
    score: Any
    share: Any

    def grow(self, rows: Any) -> Any:
        """The sum of the trees for each row."""
        x = np.ascontiguousarray(np.asarray(rows, dtype=np.float32).T)
        nodes, trees = self.feature.shape
        n = x.shape[1]
        over = x.take(self.feature.ravel(), axis=0) > self.threshold.reshape(-1, 1)
        # A node that a row does not pass to the right leaves every bit: 0 - 1 in unsigned numbers.
        left = self.mask.reshape(-1, 1) | (over.astype(np.uint32) - np.uint32(1))
        bits = np.bitwise_and.reduce(left.reshape(nodes, trees * n), axis=0)
        leaf = np.frexp((bits & (~bits + np.uint32(1))).astype(np.float64))[1].reshape(trees, n) - 1
        first = np.arange(trees)[:, None] * self.value.shape[1]
        return self.base + self.value.take(leaf + first).sum(axis=0)

    def confidence(self, score: float) -> float:
        """The share of drafts of that score that were right, in 0..1."""
        return float(np.interp(score, self.score, self.share))


@cache
def load_trees(name: str) -> Trees:
    """The trees of `<name>.npz` beside this module."""
    with files(__package__).joinpath(f"{name}.npz").open("rb") as f:
        told = dict(np.load(f))
    return Trees(**{k: v.item() if k == "base" else v for k, v in told.items()})
