"""Sums of weights, learned by bench/train_meetings.py and kept in lexicon/meeting_weights.csv, to be read and reviewed.

{"bias": 1, "sure 3": 1, …} in the column `kept` → the probability that it is a meeting.
"""

from __future__ import annotations

import math
from functools import cache

from dragoman.lexicon import load_rows

Features = dict[str, float]


@cache
def _weights(column: str) -> Features:
    return {row["feature"]: float(row[column]) for row in load_rows("meeting_weights") if row.get(column)}


def total(column: str, features: Features) -> float:
    """The sum of the weights of a column over the features."""
    weights = _weights(column)
    return sum(weights.get(k, 0.0) * v for k, v in features.items())


def probability(column: str, features: Features) -> float:
    """What the weights of a column make of the features, 0..1."""
    return 1 / (1 + math.exp(-total(column, features)))
