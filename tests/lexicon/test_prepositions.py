"""Names after a preposition."""

from __future__ import annotations

import pytest

from dragoman.lexicon.prepositions import at, of


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Oslo", "d'Oslo"),
        ("Hanoï", "de Hanoï"),
        ("Le Caire", "du Caire"),
        ("Vietnam", "du Vietnam"),
        ("États-Unis", "des États-Unis"),
        ("ONU", "de l'ONU"),
        ("G7", "du G7"),
        ("Caire", "du Caire"),
        ("Maison Blanche", "de la Maison Blanche"),
        ("fort de Tarvik", "du fort de Tarvik"),
        ("hôtel Bristol", "de l'hôtel Bristol"),
        ("", ""),
    ],
)
def test_a_made_label_elides(name: str, label: str) -> None:
    assert of(name) == label


@pytest.mark.parametrize(
    ("place", "label"),
    [
        ("Hanoï", "à Hanoï"),
        ("Le Caire", "au Caire"),
        ("Caire", "au Caire"),
        ("Maison Blanche", "à la Maison Blanche"),
        ("Élysée", "à l'Élysée"),
        ("fort de Tarvik", "au fort de Tarvik"),
        ("hôtel Bristol", "à l'hôtel Bristol"),
        ("capitale malienne", "dans la capitale malienne"),
        ("Chypre", "à Chypre"),
        ("Corée du Nord", "en Corée du Nord"),
        (None, ""),
    ],
)
def test_a_place_takes_its_preposition(place: str | None, label: str) -> None:
    assert at(place) == label
