"""The time expressions of an article (TIMEX3)."""

from __future__ import annotations

from dragoman.model.documents import Document


def find_times(document: Document) -> None:
    """Fill `document.times`; reads `document.published`."""
