"""Fits the network of extract/events: observations (rows of a table) and vectors in, one column each for the types out.

Trained with PyTorch (`pip install -e '.[train]'`), applied in the package with numpy alone. Whole observations are
left out at random (dropout), so that no single word decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.extract.events.model import Head, Net

Table = NDArray[np.float32]


@dataclass(frozen=True)
class Recipe:
    """How a network is trained; chosen by cross-validation over the articles of dev."""

    units: int = 64
    epochs: int = 15
    batch: int = 256
    rate: float = 8e-3
    decay: float = 0.5
    left_out: float = 0.4
    left_within: float = 0.5
    seen: int = 4
    width: float = 0.3


def fit_net(
    told: Sequence[Sequence[str]],
    vectors: Table,
    labels: Sequence[str],
    straight: Head,
    recipe: Recipe | None = None,
    seeds: Sequence[int] = (0,),
) -> Net:
    """The networks of `seeds` side by side, as one, beside the softmax of the same columns."""
    recipe = recipe or Recipe()
    counts = Counter(o for observations in told for o in set(observations))
    rows = {o: n for n, o in enumerate(sorted(o for o, n in counts.items() if n >= recipe.seen))}
    middle, spread = vectors.mean(axis=0), vectors.std(axis=0) + 1e-6
    scale = (recipe.width / spread).astype(np.float32)
    known = _pad(told, rows)
    wanted = np.array([straight.names.index(label) for label in labels])
    parts = [_fit(known, len(rows), (vectors - middle) * scale, wanted, recipe, seed) for seed in seeds]
    table, dense, bias, outer, outer_bias = zip(*parts, strict=True)
    within = np.concatenate(dense, axis=1) * scale[:, None]
    inner = Head(rows, np.concatenate(table, axis=1), tuple(f"u{n}" for n in range(within.shape[1])))
    return Net(
        straight,
        inner,
        within.astype(np.float32),
        (np.concatenate(bias) - middle @ within).astype(np.float32),
        (np.concatenate(outer) / len(seeds)).astype(np.float32),
        (sum(outer_bias[1:], outer_bias[0]) / len(seeds)).astype(np.float32),
    )


def _pad(told: Sequence[Sequence[str]], rows: dict[str, int]) -> NDArray[np.int64]:
    """The rows of each list of observations, filled up with the row of nothing."""
    known = [[rows[o] for o in dict.fromkeys(observations) if o in rows] for observations in told]
    out = np.full((len(known), max(map(len, known), default=1)), len(rows), dtype=np.int64)
    for line, columns in zip(out, known, strict=True):
        line[: len(columns)] = columns
    return out


def _fit(
    known: NDArray[np.int64], size: int, vectors: Table, wanted: NDArray[np.int64], recipe: Recipe, seed: int
) -> tuple[Table, Table, Table, Table, Table]:
    """The table (its last row is nothing), the weights of the vectors, their bias, the outer weights and bias."""
    import torch
    from torch import nn

    torch.manual_seed(seed)
    known_, vectors_, wanted_ = map(torch.from_numpy, (known, vectors.astype(np.float32), wanted))
    table = nn.EmbeddingBag(size + 1, recipe.units, mode="sum", padding_idx=size)
    nn.init.normal_(table.weight, std=0.05)
    with torch.no_grad():
        table.weight[size] = 0
    dense = nn.Linear(vectors.shape[1], recipe.units)
    outer = nn.Linear(recipe.units, int(wanted.max()) + 1)
    outside, inside = nn.Dropout(recipe.left_out), nn.Dropout(recipe.left_within)
    weights = [*table.parameters(), *dense.parameters(), *outer.parameters()]
    descent = torch.optim.AdamW(weights, lr=recipe.rate, weight_decay=recipe.decay)
    batches = -(-len(wanted) // recipe.batch)
    pace = torch.optim.lr_scheduler.OneCycleLR(descent, recipe.rate, total_steps=recipe.epochs * batches)
    for _ in range(recipe.epochs):
        order = torch.randperm(len(wanted))
        for batch in order.split(recipe.batch):
            rows = known_[batch]
            rows = rows.masked_fill(torch.rand(rows.shape) < recipe.left_out, size)
            within = torch.relu(table(rows) + dense(outside(vectors_[batch])))
            descent.zero_grad()
            nn.functional.cross_entropy(outer(inside(within)), wanted_[batch]).backward()
            descent.step()
            pace.step()
    told = (table.weight, dense.weight.T, dense.bias, outer.weight.T, outer.bias)
    a, b, c, d, e = (t.detach().numpy().copy() for t in told)
    return a, b, c, d, e
