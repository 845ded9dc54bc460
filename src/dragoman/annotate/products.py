"""The model's products of matrices, by the library under numpy where that is sound: it uses the processor's widest
registers, which the one that the model brings does not.

multiply_with_numpy(models) → the same analyses in less time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps

# Of fewer rows than this a product may be summed in another order: what a row gives would hang on the rows beside it.
ROWS = 64
# What the library is tried on: rows, and the two sides of the table that they meet, about those of the model's layers.
TRIED, SIDES = (1, 67, 130, 333), ((64, 130), (96, 64), (300, 96), (480, 288))


class Products(NumpyOps):  # type: ignore[misc]
    """The operations of the model on numpy arrays, products by numpy."""

    name = "numpy"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """x @ y in float32, `x` of rows × inner and `y` of inner × columns, either transposed where told.

        Where `steady`, the bits of a row do not depend on how many rows `x` has.
        """
        if trans1:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        rows = len(x)
        if rows < ROWS:
            x = np.pad(x, ((0, ROWS - rows), (0, 0)))
        product = np.dot(x, y.T if trans2 else y)[:rows]
        if out is None:
            return np.ascontiguousarray(product)
        out[...] = product
        return out


def steady(ops: Products) -> bool:
    """Whether a row gives the same bits whatever rows are beside it: on some processors the last ones are summed in
    another order, and what an article says would hang on those that it is read with."""
    drawn = np.random.default_rng(0)
    for inner, columns in SIDES:
        y = drawn.random((columns, inner), dtype=np.float32)
        x = drawn.random((max(TRIED) + ROWS, inner), dtype=np.float32)
        whole = ops.gemm(x, y, trans2=True)
        for rows in TRIED:
            if not np.array_equal(ops.gemm(x[5 : 5 + rows], y, trans2=True), whole[5 : 5 + rows]):
                return False
    return True


def multiply_with_numpy(models: Iterable[Model[Any, Any]]) -> None:
    """Give every layer of `models` these products, if they are steady here; else they keep their own."""
    ops = Products()
    if not steady(ops):
        return
    for model in models:
        for layer in model.walk():
            layer.ops = ops
