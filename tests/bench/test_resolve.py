"""The synthetic record: casts that nobody takes for each other."""

from __future__ import annotations

from itertools import combinations

import pytest
from bench.resolve import MOST, later, named

from dragoman.resolve.cast import fold
from dragoman.resolve.spellings import same_spelling


@pytest.mark.parametrize("name", ["Anna Kovar", "Li Bo", "Ruritanie", "secrétaire d'État", "Bélarab"])
def test_no_name_of_one_cast_may_be_that_of_another(name: str) -> None:
    names = [fold(named(name, world) or "") for world in range(MOST)]
    assert not [pair for pair in combinations(names, 2) if same_spelling(*pair)]


def test_nobody_is_nobody_in_every_cast() -> None:
    assert named(None, 3) is None


@pytest.mark.parametrize(("told", "then"), [("2030-01-30", "2030-02-02"), (None, None), ("soon", "soon")])
def test_days_move_with_the_turn(told: str | None, then: str | None) -> None:
    assert later(told, 3) == then
