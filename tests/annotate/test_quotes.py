"""Quotations: exact offsets inside and outside the marks, whatever the marks and however they are spaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.blocks import find_blocks
from dragoman.annotate.quotes import find_quotes


def inner(text: str) -> list[str]:
    return [q.inner.of(text) for q in find_quotes(text, find_blocks(text))]


@pytest.mark.parametrize(
    "quoted",
    [
        "« {} »",
        "«{}»",
        "«\u00a0{}\u00a0»",
        "«\u202f{}\u202f»",
        "“{}”",
        "„{}“",
        '"{}"',
        '" {} "',
        "‹ {} ›",
        "<< {} >>",
        "''{}''",
    ],
)
def test_every_pair_of_marks(quoted: str) -> None:
    text = f"Elle a dit {quoted.format('nous partons')}, puis elle s'est tue."
    (quote,) = find_quotes(text, find_blocks(text))
    assert quote.inner.of(text) == "nous partons"
    assert quote.outer.of(text) == quoted.format("nous partons")
    assert quote.closed and quote.depth == 0


def test_apostrophes_are_no_marks() -> None:
    assert inner("L'accord d'hier n'est qu’un début, s'est-il félicité, l’air d'attendre.") == []


def test_straight_marks_after_an_elision_and_glued_ones() -> None:
    assert inner('Elle parle d\'"espoir" et de "paix"."C\'est tout", dit-elle.') == [
        "espoir",
        "paix",
        "C'est tout",
    ]


def test_nested() -> None:
    text = "« Il a dit “non” deux fois », raconte-t-elle."
    quotes = find_quotes(text, find_blocks(text))
    assert [(q.inner.of(text), q.depth) for q in quotes] == [("Il a dit “non” deux fois", 0), ("non", 1)]


def test_nested_straight() -> None:
    assert inner('"Les "casques verts" sont partis", dit-elle.') == [
        'Les "casques verts" sont partis',
        "casques verts",
    ]


def test_reopened_at_each_paragraph_is_one() -> None:
    text = "« Nous partons.\n\n« Nous ne reviendrons pas.\n\n« Adieu », a-t-elle dit. « Merci. »"
    assert inner(text) == ["Nous partons.\n\n« Nous ne reviendrons pas.\n\n« Adieu", "Merci."]


def test_carried_over_a_paragraph_without_marks_is_one() -> None:
    text = '"Nous partons.\n\nNous ne reviendrons pas", a-t-elle dit.'
    assert inner(text) == ["Nous partons.\n\nNous ne reviendrons pas"]


def test_unclosed_ends_with_its_sentence_or_before_its_incise() -> None:
    text = 'Elle ajoute : "Nous partons. La séance est levée.'
    (quote,) = find_quotes(text, find_blocks(text))
    assert quote.inner.of(text) == "Nous partons." and not quote.closed
    assert inner('"Nous partons ce soir, a affirmé la ministre.') == ["Nous partons ce soir"]


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation() -> None:
    text = 'Elle dit "nous partons. Puis elle dit "nous restons", sans rire.'
    assert inner(text) == ["nous partons.", "nous restons"]


def test_a_lost_opening_mark_gives_the_sentence() -> None:
    assert inner('La séance est levée. Nous partons demain", a dit la ministre.') == ["Nous partons demain"]


def test_empty_quotation_is_none() -> None:
    assert inner('Elle a dit "" puis « ».') == []


MARKS = "\"«»“”„‹›'’ \n.,aA"


@given(st.text(alphabet=MARKS, max_size=120) | st.text(max_size=200))
def test_offsets_are_always_right(text: str) -> None:
    for quote in find_quotes(text, find_blocks(text)):
        assert 0 <= quote.outer.start <= quote.inner.start < quote.inner.end <= quote.outer.end <= len(text)
        assert quote.inner.of(text) == quote.inner.of(text).strip(" \t\n\r\u00a0\u202f")


@given(st.lists(st.sampled_from(["paix", "guerre", "il part", "d'accord"]), min_size=1, max_size=6))
def test_every_balanced_quotation_is_found(words: list[str]) -> None:
    for left, right in (("« ", " »"), ('"', '"'), ("“", "”")):
        text = "Elle dit " + ", puis ".join(f"{left}{w}{right}" for w in words) + "."
        assert inner(text) == words
