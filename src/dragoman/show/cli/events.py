"""`dragoman events`: who does what to whom."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.model.events import EVENT_STATUSES, PLOVER_TYPES, Event
from dragoman.record import Scope, find_claims, open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    KnownBy,
    Least,
    Most,
    RecordFile,
    Since,
    Status,
    Until,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.rows import claim_row

COLUMNS = ("day", "type", "status", "actors", "recipients", "surface", "according_to", "outlet", "id")


def events(
    record: RecordFile = DEFAULT_RECORD,
    type: Annotated[str | None, typer.Option("--type", metavar="TYPE")] = None,
    status: Status = None,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    least: Least = 0.0,
    most: Most = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    type = to_code("--type", "type", type, PLOVER_TYPES)
    status = to_code("--status", "status", status, EVENT_STATUSES)
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    with open_record(record) as opened:
        found = find_claims(opened, Event, scope, least=least, most=most, type=type, status=status)
    show_rows([claim_row(t) for t in found], COLUMNS, as_json=as_json, as_csv=as_csv)
