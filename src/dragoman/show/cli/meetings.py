"""`dragoman meetings`: each meeting once, with the status that stands."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.gather import tell_story
from dragoman.model.meetings import MEETING_KINDS, MEETING_STATUSES
from dragoman.record import Scope, open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    Kind,
    KnownBy,
    RecordFile,
    Since,
    Status,
    Until,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.rows import noun_row
from dragoman.show.within import is_about, is_between

COLUMNS = ("date", "label", "kind", "participants", "place", "status", "sources", "id")


def meetings(
    record: RecordFile = DEFAULT_RECORD,
    status: Status = None,
    kind: Kind = None,
    show_all: Annotated[bool, typer.Option("--all")] = False,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    status = to_code("--status", "status", status, MEETING_STATUSES)
    kind = to_code("--kind", "kind", kind, MEETING_KINDS)
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    with open_record(record) as opened:
        story = tell_story(opened, as_of=as_of, known_by=known_by)
    found = [
        m
        for m in story.meetings
        if status in (None, m.status)
        and kind in (None, m.kind)
        and is_about(m, actor)
        and is_between(m.date, scope)
    ]
    shown = [m for m in found if m.sure or show_all]
    unsure = len(found) - len(shown)
    show_rows([noun_row(m) for m in shown], COLUMNS, as_json=as_json, as_csv=as_csv, unsure=unsure)
