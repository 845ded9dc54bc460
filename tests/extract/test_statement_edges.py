from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dragoman.extract.statements import find_statements
from dragoman.extract.statements.edges import Chains
from dragoman.model.documents import Document

Annotate = Callable[..., Document]


def test_a_content_ends_where_it_does_not_go_on() -> None:
    # three places: the first two can be passed (rows 0 and 1), the last cannot
    chains = Chains(np.zeros((2, 1)), [[], [0], [0, 1]], [0, 1, None], [[0, 1, 2]])
    told = chains.chances([0.9, 0.2])
    assert told[:, 0] == pytest.approx([0.1, 0.9 * 0.8, 0.9 * 0.2])
    assert told[:, 0].sum() == pytest.approx(1)
    assert told[1, 1] == 1


def test_a_draft_with_one_place_is_sure_of_it() -> None:
    told = Chains(np.zeros((0, 1)), [[]], [None], [[0]]).chances([])
    assert told.tolist() == [[1.0, 1.0]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Le président chinois Xi Jinping a affirmé que la trêve tenait, ajoutant que les vivres arrivaient.",
            "la trêve tenait",
        ),
        (
            "Après avoir estimé que la trêve tenait, le gouvernement chinois a retiré ses observateurs.",
            "la trêve tenait",
        ),
        (
            "La Chine a dit espérer une trêve durable, dans le sillage de la rencontre de Rome.",
            "espérer une trêve durable",
        ),
        (
            "Si la Chine a confirmé que ses soldats étaient rentrés, elle a promis de garder ses bases.",
            "ses soldats étaient rentrés",
        ),
    ],
)
def test_a_content_stops_before_what_is_no_longer_said(
    annotate_text: Annotate, text: str, content: str
) -> None:
    found = find_statements(annotate_text(text, published="2021-03-10"))
    assert content in [s.span.of(text) for s in found]


def test_what_somebody_does_to_a_thing_is_no_incise(annotate_text: Annotate) -> None:
    text = "Xi Jinping, homme fort du pays depuis 2012, a lancé une offensive contre la corruption."
    assert find_statements(annotate_text(text, published="2021-03-10")) == []


def test_the_subject_after_the_place_of_speaking_speaks(annotate_text: Annotate) -> None:
    text = (
        "Le président chinois Xi Jinping est arrivé mardi en Italie. "
        "« La trêve tient toujours », a déclaré à Rome M. Xi."
    )
    (found,) = find_statements(annotate_text(text, published="2021-03-10"))
    assert found.speaker == "Xi Jinping"


def test_what_something_is_called_is_no_statement(annotate_text: Annotate) -> None:
    text = "La Chine a organisé à Pékin une cérémonie appelée « Le Salut des braves » pour ses soldats."
    assert find_statements(annotate_text(text, published="2021-03-10")) == []


def test_a_source_with_its_abbreviation_is_no_part_of_what_it_says(annotate_text: Annotate) -> None:
    text = "« La trêve tient toujours », selon l'Organisation mondiale de la santé (OMS)."
    found = find_statements(annotate_text(text, published="2021-03-10"))
    assert [s.span.of(text) for s in found] == ["La trêve tient toujours"]
