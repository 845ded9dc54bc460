"""Finds the events of one article."""

from __future__ import annotations

from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.statements import Statement


def find_events(document: Document, statements: list[Statement]) -> list[Event]:
    """The events of the document, in text order."""
    return []
