"""Whether a passage speaks of what is to come."""

from __future__ import annotations

import pytest

from dragoman.resolve.ahead import looks_ahead


@pytest.mark.parametrize(
    "text",
    [
        "elle aura lieu à une date ultérieure",
        "les deux camps doivent se retrouver à Klow",
        "la ministre annoncera bientôt sa décision",
        "la date sera annoncée mardi",
        "les discussions reprendraient en mars",
        "un sommet prévu pour samedi",
        "prêt à rencontrer son voisin",
    ],
)
def test_what_is_to_come(text: str) -> None:
    assert looks_ahead(text)


@pytest.mark.parametrize(
    "text",
    [
        "ils ont eu une bonne discussion",
        "ce sommet serait un tournant",
        "les mesures resteront en place",
        "les mesures ne seront pas levées",
        "son pays n'en fabriquerait plus",
        "il aurait attaqué un navire",
        "s'il trouve un accord, il signera",
        "viendra-t-il ?",
        "il montrait ses cartes",
    ],
)
def test_what_is_not(text: str) -> None:
    assert not looks_ahead(text)
