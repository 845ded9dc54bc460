"""Finds the positions of one article."""

from __future__ import annotations

from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.positions import Position
from dragoman.model.statements import Statement


def find_positions(document: Document, statements: list[Statement], events: list[Event]) -> list[Position]:
    """The positions of the document, in text order."""
    return []
