"""The model's products by the library under numpy."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from dragoman.annotate.loading import load_model
from dragoman.annotate.products import ROWS, Products, steady
from dragoman.threads import one_thread

OPS = Products()
DRAWN = np.random.default_rng(7)


def table(rows: int, columns: int) -> Any:
    return DRAWN.random((rows, columns), dtype=np.float32)


@pytest.mark.parametrize("rows", [1, ROWS - 1, ROWS, 3 * ROWS])
@pytest.mark.parametrize("transposed", [False, True])
def test_a_product_is_that_of_the_matrices(rows: int, transposed: bool) -> None:
    x, y = table(rows, 96), table(48, 96) if transposed else table(96, 48)
    out = np.empty((rows, 48), dtype=np.float32)
    product = OPS.gemm(x, y, trans2=transposed)
    np.testing.assert_allclose(product, x @ (y.T if transposed else y), rtol=1e-5)
    assert product.flags.c_contiguous
    assert OPS.gemm(x, y, out=out, trans2=transposed) is out
    assert np.array_equal(out, product)


def test_a_row_gives_the_same_bits_whatever_stands_beside_it() -> None:
    """As the model multiplies here: by these products where they are steady, else by its own."""
    ops = layers()[0].ops
    with one_thread():
        for inner, columns in ((300, 96), (96, 64), (128, 128), (480, 288), (64, 130)):
            x, y = table(700, inner), table(columns, inner)
            whole = ops.gemm(x, y, trans2=True)
            for rows in (*range(1, 30), ROWS, ROWS + 1, 333):
                assert np.array_equal(ops.gemm(x[11 : 11 + rows], y, trans2=True), whole[11 : 11 + rows]), (
                    rows
                )


def test_every_layer_multiplies_alike() -> None:
    with one_thread():
        assert {isinstance(layer.ops, Products) for layer in layers()} == {steady(OPS)}


def test_products_that_hang_on_their_neighbours_are_left() -> None:
    class Shaky(Products):
        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            return super().gemm(x, y, out, trans1, trans2) + np.float32(len(x) % 2)

    assert not steady(Shaky())


def layers() -> list[Any]:
    return [
        layer for _, pipe in load_model().pipeline if hasattr(pipe, "model") for layer in pipe.model.walk()
    ]
