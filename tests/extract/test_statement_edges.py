from __future__ import annotations

import numpy as np
import pytest

from dragoman.extract.statements.edges import Chains


def test_a_content_ends_where_it_does_not_go_on() -> None:
    # three places: the first two can be passed (rows 0 and 1), the last cannot
    chains = Chains(np.zeros((2, 1)), [[], [0], [0, 1]], [0, 1, None], [[0, 1, 2]])
    told = chains.chances([0.9, 0.2])
    assert told[:, 0] == pytest.approx([0.1, 0.9 * 0.8, 0.9 * 0.2])
    assert told[:, 0].sum() == pytest.approx(1)
    assert told[1, 1] == 1


def test_a_draft_with_one_place_is_sure_of_it() -> None:
    told = Chains(np.zeros((0, 1)), [[]], [None], [[0]]).chances([])
    assert told.tolist() == [[1.0, 1.0]]
