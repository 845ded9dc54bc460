"""EDTF: bounds, what is no date, intervals written back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.edtf import bounds, by_then, earliest, interval, is_day, is_edtf, latest, meets
from dragoman.model.errors import DateError

D = dt.date


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2019-02-28", D(2019, 2, 28), D(2019, 2, 28)),
        ("2019-02", D(2019, 2, 1), D(2019, 2, 28)),
        ("2020", D(2020, 1, 1), D(2020, 12, 31)),
        ("199X", D(1990, 1, 1), D(1999, 12, 31)),
        ("18XX", D(1800, 1, 1), D(1899, 12, 31)),
        ("2018-12-06/2018-12-27?", D(2018, 12, 6), D(2018, 12, 27)),
        ("2019-XX-XX", D(2019, 1, 1), D(2019, 12, 31)),
        ("2019-22", D(2019, 6, 1), D(2019, 8, 31)),
        ("../2019-03-02", D.min, D(2019, 3, 2)),
        ("2019-03-02/..", D(2019, 3, 2), D.max),
        ("2019-08-24T19:30", D(2019, 8, 24), D(2019, 8, 24)),
    ],
)
def test_bounds(edtf: str, first: D, last: D) -> None:
    assert bounds(edtf) == (first, last)
    assert (earliest(edtf), latest(edtf)) == (first, last)


@pytest.mark.parametrize("text", ["", "jeudi", "2019-13", "2019-02-30", "28/02/2019", "2019-03/2019-02"])
def test_what_is_no_date(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(DateError):
        bounds(text)


@given(st.dates(), st.dates())
def test_an_interval_has_its_own_bounds(a: D, b: D) -> None:
    first, last = min(a, b), max(a, b)
    assert bounds(interval(first, last)) == (first, last)


@pytest.mark.parametrize(("first", "last", "edtf"), [
    (D(2019, 2, 28), D(2019, 2, 28), "2019-02-28"),
    (D(2019, 2, 1), D(2019, 2, 28), "2019-02"),
    (D(2019, 1, 1), D(2019, 12, 31), "2019"),
    (D(2018, 12, 6), D(2018, 12, 27), "2018-12-06/2018-12-27"),
    (D(987, 6, 1), D(987, 6, 30), "0987-06"),
])  # fmt: skip
def test_the_shortest_interval(first: D, last: D, edtf: str) -> None:
    assert interval(first, last) == edtf


def test_meeting_and_order() -> None:
    assert meets("2019-02", "2019-02-28/2019-03-02")
    assert not meets("2019-02", "2019-03")
    assert is_day("2019-02-28") and not is_day("2019-02") and not is_day(None)
    assert (
        by_then("2019-02", "2019-02-28")
        and not by_then("2019-03", "2019-02-28")
        and not by_then(None, "2019")
    )
