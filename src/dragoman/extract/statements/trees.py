"""Boosted trees as plain arrays: what bench/train_statements.py learned, applied with numpy alone.

load_trees("weights") → Trees; trees.grow(rows of numbers) → one score a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np


class Asked(NamedTuple):
    """What the nodes of all trees ask, each question once: its feature and threshold, and the question of each node."""

    feature: Any
    threshold: Any
    which: Any


@dataclass(frozen=True)
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

    @cached_property
    def asked(self) -> Asked:
        """The questions: many nodes ask the same."""
        nodes = list(zip(self.feature.ravel().tolist(), self.threshold.ravel().tolist(), strict=True))
        places = {question: n for n, question in enumerate(sorted(set(nodes)))}
        feature, threshold = zip(*places, strict=True)
        return Asked(
            np.array(feature, dtype=np.intp),
            np.array(threshold, dtype=np.float32)[:, None],
            np.array([places[node] for node in nodes], dtype=np.intp),
        )

    @cached_property
    def bits(self) -> Any:
        """The masks as one column, in numbers no wider than the leaves need."""
        wide = np.uint16 if self.value.shape[1] <= 16 else np.uint32
        return self.mask.astype(wide).reshape(-1, 1)

    def grow(self, rows: Any) -> Any:
        """The sum of the trees for each row."""
        x = np.asarray(rows, dtype=np.float32).T
        nodes, trees = self.feature.shape
        n = x.shape[1]
        asked, bits = self.asked, self.bits
        # A node that a row does not pass to the right leaves every bit: 0 - 1 in unsigned numbers.
        over = (x.take(asked.feature, axis=0) > asked.threshold).astype(bits.dtype)
        over -= bits.dtype.type(1)
        left = over.take(asked.which, axis=0)
        left |= bits
        kept = np.bitwise_and.reduce(left.reshape(nodes, trees * n), axis=0)
        kept &= -kept
        # The exponent of the number that the lowest bit makes is its place.
        leaf = (kept.astype(np.float32).view(np.int32) >> 23).reshape(trees, n) - 127
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
