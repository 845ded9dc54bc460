"""Boosted trees as plain arrays: what bench/train_statements.py learned, applied with numpy alone.

load_trees("weights") → Trees; trees.grow(rows of numbers) → one score a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """One row a tree: the feature and threshold of each node, its children and its value. Children are places in
    the table as one line; a leaf is its own child.

    `score` and `share` are the steps of the calibration: the share of drafts of that score that were right.
    """

    feature: Any
    threshold: Any
    left: Any
    right: Any
    value: Any
    depth: int
    base: float
    score: Any
    share: Any

    def grow(self, rows: Any) -> Any:
        """The sum of the trees for each row."""
        x = np.asarray(rows, dtype=np.float32)
        n, width = x.shape
        feature, children = _tables(self)
        trees, nodes = self.feature.shape
        flat = x.ravel()
        line = (np.arange(n) * width)[:, None]
        at = np.repeat((np.arange(trees) * nodes)[None, :], n, axis=0)
        for _ in range(self.depth):
            over = flat.take(line + feature.take(at)) > self.threshold.take(at)
            at = children.take(2 * at + over)
        return self.base + self.value.take(at).sum(axis=1)

    def confidence(self, score: float) -> float:
        """The share of drafts of that score that were right, in 0..1."""
        return float(np.interp(score, self.score, self.share))


@cache
def _tables(trees: Trees) -> tuple[Any, Any]:
    """The features as numpy likes to index with them, and the left and the right child of each node in turn."""
    both = np.stack([trees.left.ravel(), trees.right.ravel()], axis=1)
    return trees.feature.ravel().astype(np.intp), both.ravel().astype(np.intp)


@cache
def load_trees(name: str) -> Trees:
    """The trees of `<name>.npz` beside this module."""
    with files(__package__).joinpath(f"{name}.npz").open("rb") as f:
        told = dict(np.load(f))
    return Trees(**{k: v.item() if k in ("depth", "base") else v for k, v in told.items()})
