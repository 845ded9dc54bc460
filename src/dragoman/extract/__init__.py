"""Document → claims, each with its evidence: statements, events, meetings, positions."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.events import find_events
from dragoman.extract.meetings import find_meetings
from dragoman.extract.positions import find_positions
from dragoman.extract.statements import find_statements
from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.threads import one_thread


@dataclass(frozen=True, slots=True)
class Claims:
    """All that one article claims."""

    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    meetings: tuple[MeetingReport, ...]
    positions: tuple[Position, ...]


def extract_claims(document: Document) -> Claims:
    """The claims of one annotated article, each layer in text order."""
    with one_thread():
        statements = find_statements(document)
        events = find_events(document, statements)
        meetings = find_meetings(document, statements, events)
        positions = find_positions(document, statements, events)
    return Claims(tuple(statements), tuple(events), tuple(meetings), tuple(positions))
