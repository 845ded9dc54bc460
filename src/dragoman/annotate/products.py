"""The products of matrices by the library under numpy: it uses the processor's widest registers, which the one that the
model brings does not.

multiply_with_numpy(nlp) → the same analyses in less time.

What a row gives may then hang, in its last bits, on the rows that it is multiplied with. So every product is of the
words of one article: what an article says never hangs on those that it is read with. The tagger's steps are given one
article at a time; the parser, which walks faster through several, has its products in parts, one an article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model, NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language

# The steps of the model that are given one article at a time.
STEPS = ("tok2vec", "morphologizer")


class Products(NumpyOps):  # type: ignore[misc]
    """The operations of the model on numpy arrays, products by numpy."""

    name = "numpy"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """x @ y in float32, `x` of rows × inner and `y` of inner × columns, either transposed where told."""
        return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)


class PartedProducts(Products):
    """The same in `parts`, so many rows of `x` each; the model's own product where they are not those of `x`."""

    parts: Sequence[int] = ()

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """As in Products."""
        if trans1 or len(x) != sum(self.parts):
            return NumpyOps.gemm(self, x, y, out=out, trans1=trans1, trans2=trans2)
        if out is None:
            out = self.alloc2f(len(x), len(y) if trans2 else y.shape[1], zeros=False)
        begin = 0
        for rows in self.parts:
            part = slice(begin, begin := begin + rows)
            super().gemm(x[part], y, out=out[part], trans2=trans2)
        return out


PARTED = PartedProducts()


def multiply_with_numpy(nlp: Language) -> None:
    """Give the layers of the model these products: all of the tagger's that read words beside others, and of the
    parser those that come before its walk."""
    _, beside = nlp.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]
    _set(Products(), [beside, nlp.get_pipe("morphologizer").model])  # type: ignore[attr-defined]
    _set(PARTED, nlp.get_pipe("parser").model.layers[:2])  # type: ignore[attr-defined]


def _set(ops: NumpyOps, models: Iterable[Model[Any, Any]]) -> None:
    for model in models:
        for layer in model.walk():
            layer.ops = ops


@contextmanager
def by_article(lengths: Sequence[int]) -> Iterator[dict[str, dict[str, Any]]]:
    """What `Language.pipe` is to be told of its steps (`component_cfg`) to read articles of so many words together.

    The parser sorts what it is given by length and takes a quarter at a time: it is told four times as many.
    """
    PARTED.parts = sorted(lengths)
    try:
        yield {step: {"batch_size": 1} for step in STEPS} | {"parser": {"batch_size": 4 * len(lengths)}}
    finally:
        PARTED.parts = ()
