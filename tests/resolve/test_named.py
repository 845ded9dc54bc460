"""Whom a stretch of text names."""

from __future__ import annotations

from tests.resolve.told import Coverage

from dragoman.model.spans import Span
from dragoman.model.stories import StoryClaims
from dragoman.resolve.cast import Cast
from dragoman.resolve.named import named_in
from dragoman.resolve.sources import Sources
from dragoman.resolve.tellings import Tellings


def test_states_by_their_capitals_and_persons_by_their_sides() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Ankara et M. Sotek, selon les autorités russes.")
    c.statement("Ankara", "Milan Sotek")
    told = StoryClaims(statements=tuple(c.claims["statements"]), actors=tuple(c.actors))
    tellings = Tellings(c.articles, told, Cast(told.actors), Sources.of(c.articles))
    text = c.articles[0].text
    found = named_in(tellings, "a1", Span(0, len(text)))
    assert [(side, where.of(text)) for side, where in found] == [
        ("Turquie", "Ankara"),
        ("Bordurie", "Sotek"),
        ("Russie", "russes"),
    ]
