"""The first pass: two of the parties, in any spelling, and no word within another."""

from __future__ import annotations

import pytest

from dragoman.model.errors import UsageError
from dragoman.read.topics import find_topic


@pytest.mark.parametrize(
    "text",
    [
        "Pyongyang a répondu à Washington.",
        "Les Etats-Unis et le régime nord-coréen se parlent.",
        "La diplomatie NORD-CORÉENNE vise la MAISON-BLANCHE.",
        "Corée du Nord : l'armée américaine en alerte",
        "La Maison Blanche juge Pyongyang imprévisible",
    ],
)
def test_two_parties(text: str) -> None:
    assert find_topic("Corée du Nord, États-Unis").is_in(text)


@pytest.mark.parametrize(
    "text", ["", "Pyongyang se tait.", "Les USINES de Pyongyang", "Séoul et Tokyo se parlent."]
)
def test_fewer(text: str) -> None:
    assert not find_topic("Corée du Nord, États-Unis").is_in(text)


def test_two_of_three_and_one_of_one() -> None:
    assert find_topic("corée du nord; corée du sud; japon").is_in("Séoul et Tokyo se parlent.")
    assert find_topic("Japon").is_in("Tokyo se tait.") and find_topic("japon").parties == ("Japon",)


def test_a_party_that_the_lexicon_has_not() -> None:
    assert find_topic("Syldavie, Bordurie").is_in("La Syldavie attend la Bordurie.")


def test_nobody_asked_for() -> None:
    with pytest.raises(UsageError):
        find_topic(" , ")
