"""`dragoman statements`: who said what."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.model.statements import STATEMENT_KINDS, Statement
from dragoman.record import Scope, find_claims, open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    Kind,
    KnownBy,
    Least,
    Most,
    RecordFile,
    Since,
    Until,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.rows import claim_row

COLUMNS = ("day", "speaker", "surface", "kind", "relayed_by", "outlet", "id")


def statements(
    record: RecordFile = DEFAULT_RECORD,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME")] = None,
    kind: Kind = None,
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
    kind = to_code("--kind", "kind", kind, STATEMENT_KINDS)
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    with open_record(record) as opened:
        found = find_claims(opened, Statement, scope, least=least, most=most, speaker=speaker, kind=kind)
    show_rows([claim_row(t) for t in found], COLUMNS, as_json=as_json, as_csv=as_csv)
