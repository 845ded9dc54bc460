"""Fixtures for all stages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.annotate import annotate_articles
from dragoman.model.articles import Article
from dragoman.model.documents import Document


@pytest.fixture(scope="session")
def annotate_text() -> Callable[..., Document]:
    """A text → its Document, by the real pipeline; the same text is parsed once."""
    known: dict[tuple[str, str | None, str | None], Document] = {}

    def annotate(text: str, published: str | None = None, title: str | None = None) -> Document:
        key = (text, published, title)
        if key not in known:
            article = Article(name="essai", text=text, published=published, title=title)
            known[key] = next(iter(annotate_articles([article])))
        return known[key]

    return annotate


@pytest.fixture(autouse=True)
def in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever language the test before asked for."""
    monkeypatch.setenv("DRAGOMAN_LANG", "")
