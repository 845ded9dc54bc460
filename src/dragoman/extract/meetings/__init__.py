"""Finds the meetings of one article, each once: "le sommet … leur tête-à-tête … la rencontre" → one report.

Tellings (one per phrase that names a meeting) are gathered into objects, weighed, and given a status.
"""

from __future__ import annotations

from dragoman.extract.meetings.keeping import worth_keeping
from dragoman.extract.meetings.margins import join_margins
from dragoman.extract.meetings.objects import gather
from dragoman.extract.meetings.reports import report
from dragoman.extract.meetings.tellings import find_tellings
from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.statements import Statement


def find_meetings(
    document: Document,
    statements: list[Statement],  # noqa: ARG001 - the layers share one signature
    events: list[Event],  # noqa: ARG001
) -> list[MeetingReport]:
    """The meetings of the document, in the order of their first mention."""
    kept = [m for m in gather(document, find_tellings(document)) if worth_keeping(m)]
    found = join_margins(document, [report(document, m) for m in kept])
    return sorted(found, key=lambda r: (r.start, r.end))
