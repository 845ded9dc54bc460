"""The softmaxes of bench/train_events.py: how one is fitted, and the statuses by such as have not seen the article.

fit(observations, labels) → Head; unseen_statuses(rows) → for each row the status of each candidate, "" for no act.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from bench.event_rows import Row

from dragoman.extract.events.choices import typed
from dragoman.extract.events.model import Head

FOLDS = 5
W = TypeVar("W")
T = TypeVar("T")


def fit(told: Sequence[Sequence[str]], labels: Sequence[str], strength: float) -> Head:
    """A multinomial logistic regression over observations seen at least three times."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    counts = Counter(o for observations in told for o in set(observations))
    rows = {o: n for n, o in enumerate(sorted(o for o, n in counts.items() if n >= 3))}
    ends, columns = [0], []
    for observations in told:
        columns.extend(sorted({rows[o] for o in observations if o in rows}))
        ends.append(len(columns))
    x = csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(told), len(rows)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitted = LogisticRegression(C=strength, max_iter=80, tol=1e-3).fit(x, labels)
    table = fitted.coef_.T.astype(np.float32)
    table[rows["bias"]] += fitted.intercept_
    if table.shape[1] == 1:  # two classes: the first one is the zero of the other
        table = np.hstack([np.zeros_like(table), table])
    return Head(rows, np.pad(table, ((0, 1), (0, 0))), tuple(str(c) for c in fitted.classes_))


def as_head(weights: dict[str, float]) -> Head:
    """Weights that speak for the second of two columns."""
    rows = {o: n for n, o in enumerate(weights)}
    table = np.array([[0, w] for w in weights.values()] + [[0, 0]], dtype=np.float32)
    return Head(rows, table, ("no", "yes"))


def fit_statuses(rows: Sequence[Row]) -> Head:
    """The statuses of acts, from what is observed on them and their type."""
    acts = [(r, n, act) for r in rows for n, act in enumerate(r.acts) if act is not None]
    return fit([_seen(r, n) for r, n, _ in acts], [str(act["status"]) for _, _, act in acts], 0.4)


def unseen(rows: Sequence[Row], fit_some: Callable[[list[int]], W], choose: Callable[[int, W], T]) -> list[T]:
    """What is chosen for each article by weights that were fitted without it, as on any other article; `fit_some` and
    `choose` are given the articles by number."""
    out: dict[int, T] = {}
    for k in range(FOLDS):
        weights = fit_some([n for n in range(len(rows)) if n % FOLDS != k])
        out |= {n: choose(n, weights) for n in range(k, len(rows), FOLDS)}
    return [out[n] for n in range(len(rows))]


def unseen_statuses(rows: Sequence[Row]) -> list[list[str]]:
    """The status of each act by weights that were made without its article."""
    return unseen(
        rows, lambda some: fit_statuses([rows[n] for n in some]), lambda n, head: _stands(rows[n], head)
    )


def _stands(row: Row, head: Head) -> list[str]:
    out = [""] * len(row.acts)
    acts = [n for n, act in enumerate(row.acts) if act is not None]
    best = head.add([_seen(row, n) for n in acts]).argmax(axis=1)
    for n, column in zip(acts, best.tolist(), strict=True):
        out[n] = head.names[column]
    return out


def _seen(row: Row, n: int) -> list[str]:
    return [*row.told[n], *typed(row.told[n], row.types[n])]
