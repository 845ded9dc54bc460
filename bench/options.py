"""Fits weights for choosing one of several options: the conditional logit.

[(the observations of each option, which of them are right), …] → observation → weight, such that the right options of
each example take as much as can be of the share exp(sum of weights). McFadden, "Conditional logit analysis of
qualitative choice behavior" (1973), with a penalty on the squares of the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

Example = tuple[Sequence[Sequence[str]], Sequence[bool]]


def fit_options(examples: Sequence[Example], penalty: float, seen: int = 2) -> dict[str, float]:
    """The weights of the observations met in `seen` options at least; examples without a right option are left out."""
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    known = [e for e in examples if any(e[1])]
    counts = Counter(o for options, _ in known for option in options for o in set(option))
    rows = {o: n for n, o in enumerate(sorted(o for o, n in counts.items() if n >= seen))}
    ends, columns, right = [0], [], []
    for options, chosen in known:
        for option, is_right in zip(options, chosen, strict=True):
            columns.extend(sorted({rows[o] for o in option if o in rows}))
            ends.append(len(columns))
            right.append(is_right)
    x = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(right), len(rows)))
    first = np.cumsum([0, *(len(options) for options, _ in known)])[:-1]
    group = np.repeat(np.arange(len(known)), [len(options) for options, _ in known])
    good = np.array(right, dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = x @ weights
        scores -= np.maximum.reduceat(scores, first)[group]
        share = np.exp(scores)
        all_, of_right = np.add.reduceat(share, first), np.add.reduceat(share * good, first) + 1e-12
        slope = x.T @ (share / all_[group] - share * good / of_right[group]) + 2 * penalty * weights
        return float(np.log(all_ / of_right).sum() + penalty * weights @ weights), slope

    found = minimize(loss, np.zeros(len(rows)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return {o: float(found.x[n]) for o, n in rows.items()}
