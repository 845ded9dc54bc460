"""Passages as people read them."""

from __future__ import annotations

import pytest

from dragoman.show.marks import legible, one_line


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
        ("", ""),
    ],
)
def test_marks_come_in_pairs(words: str, shown: str) -> None:
    assert legible(words) == shown


def test_one_line_keeps_the_marks_as_they_stand() -> None:
    assert one_line("une\n« trêve") == "une « trêve"
