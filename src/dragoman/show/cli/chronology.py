"""`dragoman chronology`: what happened, day by day."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.gather import tell_story
from dragoman.model.events import EVENT_STATUSES, PLOVER_TYPES, Event
from dragoman.model.meetings import MEETING_STATUSES
from dragoman.record import find_claims, open_record
from dragoman.show.chronologies import MEETING, make_chronology
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Status
from dragoman.show.excerpts import find_excerpts
from dragoman.show.rows import plain
from dragoman.show.within import is_about, is_between

COLUMNS = ("day", "type", "status", "actors", "recipients", "what_happened", "place", "tellings", "id")


@listing()
def chronology(
    asked: Asked,
    type: Annotated[str | None, typer.Option("--type", metavar="TYPE")] = None,
    status: Status = None,
    show_all: Annotated[bool, typer.Option("--all")] = False,
) -> None:
    wanted = to_code("--type", "type", type, (*PLOVER_TYPES, MEETING))
    status = to_code("--status", "status", status, tuple(dict.fromkeys(EVENT_STATUSES + MEETING_STATUSES)))
    with open_record(asked.record) as opened:
        events = find_claims(opened, Event, asked.scope, type=wanted, status=status)
        story = tell_story(opened, as_of=asked.scope.as_of, known_by=asked.scope.known_by)
        around = find_excerpts(opened, [t.claim for t in events]) if asked.for_people else {}
    found = [
        m
        for m in story.meetings
        if wanted in (None, MEETING)
        and status in (None, m.status)
        and is_about(m, asked.scope.actor)
        and is_between(m.date, asked.scope)
    ]
    kept = [m for m in found if m.sure or show_all]
    rows = [plain(entry) for entry in make_chronology(events, kept, story.happenings)]
    if asked.for_people:
        rows = [{**row, "what_happened": around.get(row["id"], row["what_happened"])} for row in rows]
    asked.show(rows, COLUMNS, unsure=len(found) - len(kept))
