"""The conditional logit finds which observation makes an option the right one."""

from __future__ import annotations

import pytest
from bench.options import fit_options

pytest.importorskip("scipy", reason="the weights are learned with scipy (pip install -e '.[train]')")


def test_what_tells_the_right_option_has_the_greatest_weight() -> None:
    examples = [
        ([["near", "common"], ["far", "common"]], [True, False]),
        ([["far", "common"], ["near", "common"], ["other", "common"]], [False, True, False]),
        ([["other"], ["far"]], [False, False]),  # no right one: left out
    ] * 5
    weights = fit_options(examples, penalty=0.1)
    assert weights["near"] > 0.5 > 0 > weights["far"]
    assert abs(weights["common"]) < 1e-6


def test_a_penalty_keeps_weights_small() -> None:
    examples = [([["a"], ["b"]], [True, False])] * 4
    assert fit_options(examples, penalty=10.0)["a"] < fit_options(examples, penalty=0.1)["a"]
