"""The model's products by the library under numpy, one article at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from thinc.api import NumpyOps

from dragoman.annotate.loading import load_model
from dragoman.annotate.parser import Job, parse
from dragoman.annotate.products import PARTED, STEPS, PartedProducts, Products, by_article
from dragoman.model.spans import Span
from dragoman.threads import one_thread

OPS = Products()
DRAWN = np.random.default_rng(7)
TEXTS = (
    "Le ministre Drazovek a affirmé que la Orvalie tergiversait.",
    "Non.",
    "À Vardelande, les deux délégations se sont séparées sans accord, a indiqué mardi une source diplomatique.",
)


def table(rows: int, columns: int) -> Any:
    return DRAWN.random((rows, columns), dtype=np.float32)


@pytest.mark.parametrize("rows", [1, 64, 200])
@pytest.mark.parametrize("transposed", [False, True])
def test_a_product_is_that_of_the_matrices(rows: int, transposed: bool) -> None:
    x, y = table(rows, 96), table(48, 96) if transposed else table(96, 48)
    out = np.empty((rows, 48), dtype=np.float32)
    product = OPS.gemm(x, y, trans2=transposed)
    np.testing.assert_allclose(product, x @ (y.T if transposed else y), rtol=1e-5)
    assert product.flags.c_contiguous
    assert OPS.gemm(x, y, out=out, trans2=transposed) is out
    assert np.array_equal(out, product)
    np.testing.assert_allclose(OPS.gemm(x, product, trans1=True), x.T @ product, rtol=1e-4)


def test_a_product_has_the_same_bits_wherever_its_rows_lie() -> None:
    with one_thread():
        for rows in (1, 2, 7, 64, 333):
            room, y = table(rows + 9, 288), table(288, 288)
            x = room[5 : 5 + rows].copy()
            first = OPS.gemm(x, y, trans2=True)
            for shift in range(1, 9):
                room[shift : shift + rows] = x
                assert np.array_equal(OPS.gemm(room[shift : shift + rows], y, trans2=True), first)


def test_an_article_is_read_alike_alone_and_among_others() -> None:
    jobs = [Job(text, (Span(0, len(text)),)) for text in TEXTS]
    alone = [next(iter(parse([job]))) for job in jobs]
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2, 0)):
        for n, tokens in zip(order, parse([jobs[n] for n in order]), strict=True):
            assert tokens == alone[n]
            assert [t.vector.tobytes() for t in tokens] == [t.vector.tobytes() for t in alone[n]]  # type: ignore[union-attr]


@pytest.mark.parametrize("transposed", [False, True])
def test_parts_are_multiplied_each_by_itself(transposed: bool) -> None:
    x, y = table(80, 64), table(1024, 64) if transposed else table(64, 1024)
    ops = PartedProducts()
    ops.parts = (1, 50, 29)
    with one_thread():
        parts = [OPS.gemm(x[a:b].copy(), y, trans2=transposed) for a, b in ((0, 1), (1, 51), (51, 80))]
        out = np.empty((80, 1024), dtype=np.float32)
        assert np.array_equal(ops.gemm(x, y, trans2=transposed), np.concatenate(parts))
        assert ops.gemm(x, y, out=out, trans2=transposed) is out
        assert np.array_equal(out, np.concatenate(parts))
        ops.parts = (80, 1)  # of something else
        own = NumpyOps().gemm(x, y, trans2=transposed)
        assert np.array_equal(ops.gemm(x, y, trans2=transposed), own)


def test_every_layer_that_reads_words_beside_others_multiplies_so() -> None:
    model = load_model()
    steps = {name: model.get_pipe(name).model.layers for name in (*STEPS, "parser")}  # type: ignore[attr-defined]
    for layers in (steps["tok2vec"][1:], steps["morphologizer"], steps["parser"][:2]):
        assert all(isinstance(layer.ops, Products) for top in layers for layer in top.walk())
    assert not any(isinstance(layer.ops, Products) for layer in steps["tok2vec"][0].walk())


def test_the_parts_are_those_of_one_batch() -> None:
    with by_article([3, 0, 2]) as steps:
        assert PARTED.parts == [0, 2, 3]
        assert steps["tok2vec"] == {"batch_size": 1}
        assert steps["parser"] == {"batch_size": 12}
    assert not PARTED.parts
