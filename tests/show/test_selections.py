"""Where a passage stands in its sentence."""

from __future__ import annotations

from dragoman.model.spans import Span
from dragoman.show.marks import one_line
from dragoman.show.selections import place_of


def test_a_passage_is_found_at_its_own_place_and_not_where_its_words_stand_first() -> None:
    text = "Rien.\nAprès le sommet d'Oslo,\n  un second sommet est prévu."
    sentence = Span(text.index("Après"), len(text))
    start = text.rindex("sommet")
    shown = one_line(sentence.of(text))
    at = place_of(text, sentence, start)
    assert shown[at:].startswith("sommet est prévu")
    assert place_of(text, sentence, sentence.start) == 0
