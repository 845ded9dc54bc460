"""`dragoman judgements`: what people decided; with --json, to be taken over by another record."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.record import find_judgements, open_record
from dragoman.show.cli.options import DEFAULT_RECORD, AsCsv, AsJson, RecordFile
from dragoman.show.cli.tables import show_rows
from dragoman.show.rows import plain

COLUMNS = ("number", "kind", "about", "value", "why", "who", "made_at", "undone_by")


def judgements(
    record: RecordFile = DEFAULT_RECORD,
    standing: Annotated[bool, typer.Option("--standing")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    with open_record(record) as opened:
        found = find_judgements(opened, standing=standing)
    show_rows([plain(j) for j in found], COLUMNS, as_json=as_json, as_csv=as_csv)
