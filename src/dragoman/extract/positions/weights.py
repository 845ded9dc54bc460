"""How probable it is that a candidate is a position, and which stance it takes and what it is about.

Sums of weights over features, learned by bench/train_positions.py from annotated articles and kept in
lexicon/position_weights.csv and lexicon/position_issues.csv (one feature a line, to be read and reviewed).
"""

from __future__ import annotations

import math
from functools import cache

from dragoman.lexicon import load_rows

Features = dict[str, float]
Weights = dict[str, list[float]]


@cache
def _load(name: str) -> tuple[tuple[str, ...], Weights]:
    rows = load_rows(name)
    classes = tuple(rows[0])[1:]
    return classes, {r["feature"]: [float(r[c] or 0) for c in classes] for r in rows}


def _sums(name: str, features: Features) -> dict[str, float]:
    classes, table = _load(name)
    out = [0.0] * len(classes)
    for feature, value in features.items():
        if (weights := table.get(feature)) is not None:
            out = [total + weight * value for total, weight in zip(out, weights, strict=True)]
    return dict(zip(classes, out, strict=True))


@cache
def _kept() -> dict[str, float]:
    classes, table = _load("position_weights")
    k = classes.index("kept")
    return {feature: weights[k] for feature, weights in table.items() if weights[k]}


def points(features: Features) -> float:
    """What the features say for a candidate's being a position."""
    table = _kept()
    return sum(table[f] * v for f, v in features.items() if f in table)


def probability(total: float) -> float:
    """That the passage states where its party stands."""
    return 1 / (1 + math.exp(-total))


def likely_stance(features: Features, ruled: str) -> str:
    """The stance with the greatest sum; the rule's one at a tie."""
    sums = _sums("position_weights", features)
    del sums["kept"]
    return max(sums, key=lambda s: (sums[s], s == ruled))


def likely_issue(features: Features, ruled: str) -> str:
    """The issue with the greatest sum; the lexicon's one at a tie."""
    sums = _sums("position_issues", features)
    return max(sums, key=lambda s: (sums[s], s == ruled))
