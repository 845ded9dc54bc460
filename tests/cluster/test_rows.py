"""Nouns as JSON: the same noun comes back, whatever its text holds."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.cluster.rows import from_json, to_json
from dragoman.extract import extract_claims
from dragoman.model.articles import Article, SetAside
from dragoman.model.claims import Resolution
from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.spans import Span
from dragoman.model.statements import Statement

TEXT = (
    "OSLO, 5 mars 2021 (NTB) - La ministre norvégienne Kari Moen a annoncé vendredi que les deux délégations se "
    "retrouveraient à Oslo le 12 mars. « Nous sommes prêts à parler de tout », a-t-elle déclaré. L'Érythrie exige la "
    "levée de l'embargo, a rapporté l'agence. Le sommet d'Oslo a été reporté par l'Érythrie."
)


def test_a_document_and_its_claims(annotate_text: Callable[..., Document]) -> None:
    document = annotate_text(TEXT, "2021-03-05")
    claims = extract_claims(document)
    back = from_json(Document, to_json(document), article=document.article)
    for field in (
        "article",
        "blocks",
        "quotes",
        "sentences",
        "times",
        "mentions",
        "actors",
        "published",
        "agency",
    ):
        assert getattr(back, field) == getattr(document, field), field
    assert back.tokens == []
    assert claims.statements and claims.events
    assert from_json(tuple[Statement, ...], to_json(claims.statements)) == claims.statements
    assert from_json(tuple[Event, ...], to_json(claims.events)) == claims.events
    assert from_json(tuple[MeetingReport, ...], to_json(claims.meetings)) == claims.meetings
    assert from_json(tuple[Position, ...], to_json(claims.positions)) == claims.positions


def test_spans_lists_and_numpys_numbers() -> None:
    event = Event(
        article="a1",
        start=3,
        end=8,
        rule="x",
        cue=Span(3, 8),
        resolved=(Resolution(Span(0, 2), ("Oslo",), "nom"),),
        confidence=float(np.float64(0.1)),
        type="AGREE",
        actors=("Norvège",),
    )
    back = from_json(Event, to_json(event))
    assert back == event and isinstance(back.cue, Span) and isinstance(back.resolved[0].span, Span)
    assert json.loads(to_json([np.float32(0.5), np.int64(3)])) == [0.5, 3]


@given(st.text(st.characters(codec=None)), st.none() | st.text(max_size=3))
def test_any_text(text: str, title: str | None) -> None:
    article = Article(name="a", text=text, title=title, agency=("AFP", "KCNA"))
    told = to_json(article)
    told.encode()  # or no file could hold it
    assert from_json(Article, told) == article


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "é"])
def test_half_a_character(text: str) -> None:
    aside = SetAside(text, "vide")
    assert from_json(SetAside, to_json(aside)) == aside
