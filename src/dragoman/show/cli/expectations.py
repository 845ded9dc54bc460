"""`dragoman expectations`: what was said to come, and what became of it."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.gather import tell_story
from dragoman.model.expectations import EXPECTATION_KINDS, EXPECTATION_STATES
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
    Until,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.rows import noun_row
from dragoman.show.within import is_about, is_between

COLUMNS = ("made_on", "by", "what", "kind", "horizon", "state", "met_on", "id")


def expectations(
    record: RecordFile = DEFAULT_RECORD,
    state: Annotated[str | None, typer.Option("--state", metavar="STATE")] = None,
    lapsed: Annotated[bool, typer.Option("--lapsed")] = False,
    kind: Kind = None,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    state = to_code("--state", "state", state, EXPECTATION_STATES)
    kind = to_code("--kind", "kind", kind, EXPECTATION_KINDS)
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    with open_record(record) as opened:
        story = tell_story(opened, as_of=as_of, known_by=known_by)
    wanted = "lapsed" if lapsed else state
    found = [
        e
        for e in story.expectations
        if wanted in (None, e.state)
        and kind in (None, e.kind)
        and is_about(e, actor)
        and (is_between(e.horizon, scope) or is_between(e.made_on, scope))
    ]
    show_rows([noun_row(e) for e in found], COLUMNS, as_json=as_json, as_csv=as_csv)
