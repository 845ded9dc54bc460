"""`dragoman chronology`: what happened, day by day."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.gather import tell_story
from dragoman.model.events import Event
from dragoman.record import Scope, find_claims, open_record
from dragoman.show.chronologies import MEETING, make_chronology
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    KnownBy,
    RecordFile,
    Since,
    Status,
    Until,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.rows import plain
from dragoman.show.within import is_about, is_between

COLUMNS = ("day", "type", "status", "actors", "recipients", "what_happened", "place", "tellings", "id")


def chronology(
    record: RecordFile = DEFAULT_RECORD,
    type: Annotated[str | None, typer.Option("--type", metavar="TYPE")] = None,
    status: Status = None,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    wanted = type and type.upper()
    with open_record(record) as opened:
        events = find_claims(opened, Event, scope, type=wanted, status=status)
        story = tell_story(opened, as_of=as_of, known_by=known_by)
    kept = [
        m
        for m in story.meetings
        if wanted in (None, MEETING)
        and status in (None, m.status)
        and is_about(m, actor)
        and is_between(m.date, scope)
    ]
    rows = [plain(entry) for entry in make_chronology(events, kept, story.happenings)]
    show_rows(rows, COLUMNS, as_json=as_json, as_csv=as_csv)
