"""Entries of one or several words, in the singular and the plural."""

from __future__ import annotations

import pytest

from dragoman.lexicon.phrases import load_phrases, match_phrases, singular
from dragoman.lexicon.sides import fold, words_of


@pytest.mark.parametrize(
    ("text", "lemma", "plural"),
    [
        ("ministre de la Santé", "ministre", False),
        ("présidents", "président", True),
        ("généraux", "général", True),
        ("chefs d'État", "chef d'État", True),
        ("hauts responsables", "haut responsable", True),
        ("Première ministre", "première ministre", False),
    ],
)
def test_the_longest_phrase_is_found(text: str, lemma: str, plural: bool) -> None:
    folded = [fold(w) for w in words_of(text)]
    found = match_phrases(load_phrases("fr/offices"), folded, 0)
    assert (lemma, plural) in [(m.phrase.lemma, m.plural) for m in found]


def test_nothing_is_found_elsewhere() -> None:
    assert match_phrases(load_phrases("fr/offices"), ["table"], 0) == []


def test_singular() -> None:
    assert [singular(w) for w in ("generaux", "journaux", "eaux", "ministres", "paix")] == [
        "general", "journal", "eau", "ministre", "pai",
    ]  # fmt: skip
