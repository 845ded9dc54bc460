"""Acts that lie a told distance away from a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.extract.events.dates import Dates
from dragoman.extract.events.offsets import Offsets, shift
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document

Annotate = Callable[..., Document]


def offsets(document: Document, word: str) -> list[tuple[str, str]]:
    act = next(t for t in document.tokens if t.lower == word)
    return [(o.word, o.date) for o in Offsets(document, Dates(document)).over(act.i)]


@pytest.mark.parametrize("entry", load_yaml("fr/event_offsets"), ids=lambda entry: entry["lemma"])
def test_each_word_of_distance_dates_the_act_of_its_example(
    annotate_text: Annotate, entry: dict[str, Any]
) -> None:
    text, _, date = entry["example"].rpartition(" | ")
    act = text[text.index("[") + 1 : text.index("]")]
    document = annotate_text(text.replace("[", "").replace("]", "") + ".", published="2019-02-28")
    assert offsets(document, act.lower()) == [(entry["lemma"], date)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Oslo a marqué vendredi le 60e anniversaire du traité.", "traité", [("anniversaire", "1959-02")]),
        ("Lima a protesté mardi au lendemain de l'échec du sommet.", "sommet", [("lendemain", "2019-02-25")]),
        ("Lima a protesté quelques jours après le sommet.", "sommet", []),
        ("Lima a protesté après le sommet.", "sommet", []),
        ("Lima a signé en 2017, vingt ans après le sommet de Quito.", "sommet", [("après", "1997")]),
        ("Le lendemain, Lima a protesté contre le sommet.", "sommet", []),
        ("Lima a protesté mardi.", "protesté", []),
    ],
)
def test_a_distance_is_read_where_the_text_counts_it(
    annotate_text: Annotate, text: str, word: str, expected: list[tuple[str, str]]
) -> None:
    assert offsets(annotate_text(text, published="2019-02-28"), word) == expected


@pytest.mark.parametrize(
    ("date", "steps", "unit", "expected"),
    [
        ("2019-02-28", -1, "D", "2019-02-27"),
        ("2019-02-28", 2, "W", "2019-03-14"),
        ("2019-02-28", -2, "M", "2018-12"),
        ("2019-02-28", -60, "Y", "1959-02"),
        ("2019-02", -1, "D", None),
        ("0001-01-01", -1, "D", None),
        ("0001-01-01", -1, "Y", None),
        ("9999-12-31", 1, "M", None),
        (None, -1, "D", None),
    ],
)
def test_a_day_is_shifted_as_exactly_as_the_unit_tells(
    date: str | None, steps: int, unit: str, expected: str | None
) -> None:
    assert shift(date, steps, unit) == expected
