"""`dragoman dossier`: the record, or a part of it, as one HTML page, as Markdown or as a Word file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.record import Scope, open_record
from dragoman.show.cli.options import DEFAULT_RECORD, ActorName, AsOf, KnownBy, RecordFile, Since, Until
from dragoman.show.messages import language


def dossier(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE")],
    record: RecordFile = DEFAULT_RECORD,
    actor: ActorName = None,
    issue: Annotated[str | None, typer.Option("--issue", metavar="ISSUE")] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> None:
    from dragoman.show.dossier import write_dossier

    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    with open_record(record) as opened:
        write_dossier(opened, output, scope, issue=issue, lang=language())
    typer.echo(output)
