"""`dragoman agreements`: what the parties agreed, and what became of it."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.gather import tell_story
from dragoman.record import Scope, open_record
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    KnownBy,
    RecordFile,
    Since,
    Until,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.rows import noun_row
from dragoman.show.within import is_about, is_told_between

COLUMNS = ("date", "label", "parties", "state", "last", "sources", "id")


def agreements(
    record: RecordFile = DEFAULT_RECORD,
    state: Annotated[str | None, typer.Option("--state", metavar="STATE")] = None,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    with open_record(record) as opened:
        story = tell_story(opened, as_of=as_of, known_by=known_by)
    found = [
        noun
        for noun in story.agreements
        if state in (None, noun.state) and is_about(noun, actor) and is_told_between(noun, scope)
    ]
    rows = [noun_row(noun) for noun in found]
    if not (as_json or as_csv):
        rows = [{**row, "last": row["life"][-1]["says"]} for row in rows]
    show_rows(rows, COLUMNS, as_json=as_json, as_csv=as_csv)
