"""The products of matrices by the library under numpy: it uses the processor's widest registers, which the one that the
model brings does not.

multiply_with_numpy(models) → the same analyses in a half to a third of the time.

What a row gives may then hang, in its last bits, on the rows that it is multiplied with. So these models are given one
article at a time (`BY_ARTICLE`): what an article says never hangs on those that it is read with.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps

# The steps of the model that multiply so, and how `Language.pipe` is told to give them one article at a time.
STEPS = ("tok2vec", "morphologizer")
BY_ARTICLE: dict[str, dict[str, Any]] = {step: {"batch_size": 1} for step in STEPS}


class Products(NumpyOps):  # type: ignore[misc]
    """The operations of the model on numpy arrays, products by numpy."""

    name = "numpy"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """x @ y in float32, `x` of rows × inner and `y` of inner × columns, either transposed where told."""
        return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)


def multiply_with_numpy(models: Iterable[Model[Any, Any]]) -> None:
    """Give every layer of `models` these products."""
    ops = Products()
    for model in models:
        for layer in model.walk():
            layer.ops = ops
