"""What the comparison with other tools does to their input and output."""

from __future__ import annotations

from bench.annodis import is_found, join
from bench.compare import mend, statement

from dragoman.model.spans import Span
from dragoman.model.statements import Statement


def test_marks_are_mended_where_they_stand() -> None:
    assert mend('"Oui", dit-il, “non”.\n"Jamais') == "«Oui», dit-il, «non».\n«Jamais"


def test_a_quotation_loses_its_marks_and_tells_its_kind() -> None:
    text = 'Il a dit : "La trêve tient."'
    told = statement(text, 11, len(text), "Il")
    assert text[slice(*told["span"])] == "La trêve tient"
    assert told["kind"] == "direct"
    assert statement(text, 0, 9, None)["kind"] == "indirect"


def test_tokens_make_a_text() -> None:
    text, places = join(["L'", "armée", ",", "a", "-t", "-il", "dit", "(", "hier", ")", "."])
    assert text == "L'armée, a-t-il dit (hier)."
    assert [text[a:b] for a, b in places][:3] == ["L'", "armée", ","]


def test_an_edge_is_found_by_half_of_what_is_said() -> None:
    text, places = join(["La", "Chine", "dit", "que", "la", "trêve", "tient"])
    edge = ([3, 4, 5, 6], [0, 1, 2])
    start = text.index("la trêve")
    found = Statement(
        article="a", start=start, end=len(text), rule="que/dire", kind="indirect", cue=Span(9, 12)
    )
    assert is_found(edge, places, [found])
    assert is_found((edge[1], edge[0]), places, [found])  # the edge told the other way round
    assert not is_found(edge, places, [])
