"""Many words as one pattern."""

from __future__ import annotations

import re

import pytest

from dragoman.lexicon.patterns import any_of

WORDS = ("paix", "traité de paix", "traité", "C.E.I.", "à", "trêve", "a+b")


@pytest.mark.parametrize(
    "text", ["le traité de paix", "un traité. Paix", "la C.E.I. à la trêve", "CxExIx", "a+b aab", "rien", ""]
)
def test_it_finds_what_the_words_side_by_side_find(text: str) -> None:
    plain = "|".join(map(re.escape, sorted(WORDS, key=len, reverse=True)))
    assert re.findall(any_of(WORDS), text) == re.findall(plain, text)
