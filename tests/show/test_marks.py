"""Passages as people read them."""

from __future__ import annotations

import pytest

from dragoman.show.marks import legible, one_line, quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("la rencontre a été « amicale", "la rencontre a été « amicale »"),
        ("amicale », dit Oslo", "« amicale », dit Oslo"),
        ("une « trêve » totale", "une « trêve » totale"),
        ('il fut une "réussite', 'il fut une "réussite"'),
        ('réussite", dit Oslo', '"réussite", dit Oslo'),
        ("un “geste", "un “geste”"),
        ("rien à\n  fermer", "rien à fermer"),
        ("la levée », a-t-il dit, «", "« la levée », a-t-il dit,"),
        ('la levée", a-t-il dit. "', '"la levée", a-t-il dit.'),
        ('Oslo a répondu. "', "Oslo a répondu."),
        ('une " trêve "', 'une " trêve "'),
        ("", ""),
    ],
)
def test_marks_come_in_pairs(words: str, shown: str) -> None:
    assert legible(words).replace("\u00a0", " ") == shown


def test_a_mark_keeps_to_its_word() -> None:
    assert legible("la « trêve » : qui ? Oslo") == "la «\u00a0trêve\u00a0»\u00a0: qui\u00a0? Oslo"


def test_one_line_keeps_the_marks_as_they_stand() -> None:
    assert one_line("une\n« trêve") == "une « trêve"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("rien à fermer", "«\u00a0rien à fermer\u00a0»"),
        ("une « trêve » totale", "«\u00a0une “trêve” totale\u00a0»"),
        ('une "trêve', '«\u00a0une "trêve"\u00a0»'),
        (
            "Oslo viendra », a-t-il dit, « et signera",
            "«\u00a0Oslo viendra\u00a0», a-t-il dit, «\u00a0et signera\u00a0»",
        ),
        ("“une trêve”, a-t-il dit, “et la paix”", "“une trêve”, a-t-il dit, “et la paix”"),
    ],
)
def test_quoted_words_are_in_one_pair_of_outer_marks(words: str, shown: str) -> None:
    assert quoted(words) == shown


def test_what_is_cut_keeps_its_marks_in_pairs() -> None:
    assert legible("une « longue trêve » entre les deux rives", most=16) == "une «\u00a0longue…\u00a0»"
    assert quoted("une « longue trêve » entre les deux rives", most=16) == "«\u00a0une “longue…”\u00a0»"
    assert legible("une trêve", most=20) == "une trêve"
