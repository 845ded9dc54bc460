"""`dragoman dossier`: the record as one HTML page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.record import Scope, open_record
from dragoman.show.cli.options import DEFAULT_RECORD, AsOf, KnownBy, RecordFile
from dragoman.show.messages import language


def dossier(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html")],
    record: RecordFile = DEFAULT_RECORD,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> None:
    from dragoman.show.dossier import write_dossier

    Scope(as_of=as_of, known_by=known_by)  # a wrong date is told before the work
    with open_record(record) as opened:
        write_dossier(opened, output, as_of=as_of, known_by=known_by, lang=language())
    typer.echo(output)
