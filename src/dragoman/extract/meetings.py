"""Finds the meetings of one article."""

from __future__ import annotations

from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.statements import Statement


def find_meetings(
    document: Document, statements: list[Statement], events: list[Event]
) -> list[MeetingReport]:
    """The meetings of the document, in text order."""
    return []
