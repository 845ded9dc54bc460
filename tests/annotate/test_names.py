"""Names of persons: whole, without titles, places or the word that opens the sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.blocks import find_blocks
from dragoman.annotate.names import find_names
from dragoman.lexicon import load_yaml


def names(text: str) -> list[str]:
    return [n.of(text) for n in find_names(text, find_blocks(text))]


@pytest.mark.parametrize("example", load_yaml("fr/name_words")["examples"], ids=lambda e: e["text"])
def test_examples(example: dict[str, Any]) -> None:
    assert names(example["text"]) == example["names"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le dirigeant Park Min Un viendra.", ["Park Min Un"]),
        ("Le dirigeant Park Min-un viendra.", ["Park Min-un"]),
        ("Karl von der Heide et Jean-Luc Le Goff ont signé.", ["Karl von der Heide", "Jean-Luc Le Goff"]),
        (
            "Le général Salah al-Nasri et Omar ben Youssef al-Amir sont là.",
            ["Salah al-Nasri", "Omar ben Youssef al-Amir"],
        ),
        ("La visite d'Anne O'Hara est finie.", ["Anne O'Hara"]),
        ("Selon Jeanne Morel, Morel partira. M. Roux aussi.", ["Jeanne Morel", "Morel", "Roux"]),
        ("Le secrétaire d'État Jeanne Morel et le chef de l'Otan Paul Roux.", ["Jeanne Morel", "Paul Roux"]),
        ("La maire de Bergame Jeanne Morel l'a dit à Bergame.", ["Jeanne Morel"]),
        ("La reine Jeanne II règne.", ["Jeanne II"]),
        ("La Maison Blanche et le New York Times attendent la Corée du Nord.", []),
        ("La Presse Libre et le Parti Vert attendent.", []),
        ("A LA UNE CE MATIN : la paix", []),
        ("Mardi Jeanne Morel est partie.", ["Jeanne Morel"]),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert names(text) == found


@given(st.text(max_size=300) | st.text(alphabet="AéeB .-’'dlM\n", max_size=200))
def test_names_are_ordered_and_apart(text: str) -> None:
    end = 0
    for span in find_names(text, find_blocks(text)):
        assert end <= span.start < span.end <= len(text)
        end = span.end
