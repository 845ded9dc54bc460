"""Which sides articles tell of together."""

from __future__ import annotations

from dragoman.model.edtf import Day
from dragoman.resolve.coverage import Coverage, last_told

ALL = frozenset({"Bordurie", "Ruritanie", "Syldavie"})
TWO = frozenset({"Bordurie", "Ruritanie"})
MAY, JUNE = Day(2030, 5, 3), Day(2030, 6, 3)


def test_an_act_of_three_tells_of_two_of_them() -> None:
    coverage = Coverage({ALL: JUNE, TWO: MAY})
    assert coverage.tells(TWO, MAY)
    assert not coverage.tells(TWO, JUNE)
    assert not coverage.tells(TWO | {"Poldévie"}, MAY)
    assert not coverage.tells(frozenset(), MAY)


def test_what_is_asked_is_noted_once() -> None:
    coverage = Coverage({})
    assert not coverage.tells(TWO, MAY)
    assert coverage.take_asked() == {(TWO, MAY)}
    assert coverage.take_asked() == set()


def test_the_last_day_up_to_today_counts() -> None:
    told = [(TWO, MAY), (TWO, JUNE), (ALL, MAY)]
    assert last_told(told, JUNE) == {TWO: JUNE, ALL: MAY}
    assert last_told(told, MAY) == {TWO: MAY, ALL: MAY}
    assert Coverage(last_told(told, JUNE)).other_sides(Coverage(last_told(told, MAY))) == TWO
