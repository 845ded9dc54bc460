"""Finds the statements of one article."""

from __future__ import annotations

from dragoman.model.documents import Document
from dragoman.model.statements import Statement


def find_statements(document: Document) -> list[Statement]:
    """The statements of the document, in text order."""
    return []
