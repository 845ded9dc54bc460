"""Dates as the press writes them, in French and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lexicon import load_yaml
from dragoman.model.edtf import bounds
from dragoman.read.dates import find_date


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("jeudi 17 octobre 2019 à 13h32", "2019-10-17T13:32:00"),
        ("Monde, mardi 14 mars 2006, p. 16", "2006-03-14"),
        ("le 1er mars 2019", "2019-03-01"),
        ("29 décembre 2011 15:32", "2011-12-29T15:32:00"),
        ("12 April 2013 Tuesday", "2013-04-12"),
        ("December 31, 2018 Monday\u00a0City Final", "2018-12-31"),
        ("May 4, 2021 at 3:05 PM", "2021-05-04T15:05:00"),
        ("Thu, 28 Feb 2019 10:15:00 GMT", "2019-02-28T10:15:00Z"),
        ("Thu, 28 Feb 2019 10:15:00 +0100", "2019-02-28T10:15:00+01:00"),
        ("2019-10-17T13:32:00.123+02:00", "2019-10-17T13:32:00+02:00"),
        ("2021-05-03 10:15", "2021-05-03T10:15:00"),
        ("28/02/2019 10h15", "2019-02-28T10:15:00"),
        ("02/28/2019", "2019-02-28"),
        ("20121004", "2012-10-04"),
        ("Février 2019", "2019-02"),
        ("2019", "2019"),
        ("2019-02-31", None),
        ("2199-01-01", None),
        ("hier", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(told: str | None, expected: str | None) -> None:
    assert find_date(told) == expected


@pytest.mark.parametrize("entry", load_yaml("en/months"), ids=lambda e: str(e["lemma"]))
def test_every_month_of_the_lexicon(entry: dict[str, str]) -> None:
    told, _, value = entry["example"].rpartition(" | ")
    assert find_date(told) == value


@given(st.text(max_size=60) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,4}[-/. ][0-9]{1,4}[T ]?[0-9h:]{0,8}"))
def test_whatever_comes_out_is_a_date(told: str) -> None:
    found = find_date(told)
    assert found is None or bounds(found)
