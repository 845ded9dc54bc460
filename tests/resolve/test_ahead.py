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
        "l'important est de savoir de quoi nous allons parler",
        "il montrait ses cartes",
    ],
)
def test_what_is_not(text: str) -> None:
    assert not looks_ahead(text)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Le déjeuner qui devait les réunir à Klow a été annulé", False),
        ("La rencontre que Kovar devait avoir jeudi avec Sotek est reportée", False),
        ("Kovar a annulé hier la visite que Sotek devait faire la semaine prochaine", False),
        ("La visite que Sotek devait faire mardi n'aura pas lieu", False),
        ("L'annulation de la réunion prévue pour mardi a surpris", False),
        ("Le sommet prévu pour mars ne se tiendra pas", False),
        ("Le déjeuner qui devait les réunir à Klow n'a pas été annulé", True),
        ("Kovar a annulé sa visite, mais elle rencontrera Sotek mardi", True),
        ("Klow menace d'une annulation de la rencontre prévue vendredi", True),
        ("Le sommet a été reporté et aura lieu en mai", True),
        ("Les pourparlers, qui ont été suspendus, devaient reprendre mardi", True),
        ("Le dîner a été annulé. La prochaine réunion est prévue pour mardi", True),
        ("Le déjeuner qui devait les réunir à Klow commencera à midi", True),
    ],
)
def test_what_was_to_come_and_was_called_off_is_not_to_come(words: str, told: bool) -> None:
    assert looks_ahead(words) is told
