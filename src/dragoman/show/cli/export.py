"""`dragoman export`: the record, or a part of it, in the format of another tool."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.model.errors import UsageError
from dragoman.record import Scope, open_record
from dragoman.show.cli.options import DEFAULT_RECORD, ActorName, AsOf, KnownBy, RecordFile, Since, Until


def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT")],
    record: RecordFile = DEFAULT_RECORD,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    table: Annotated[str | None, typer.Option("--table", metavar="TABLE")] = None,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> None:
    from dragoman.show.export import export as write
    from dragoman.show.export import find_format
    from dragoman.show.selections import select

    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    wanted = find_format(format, table)  # a wrong name is told before the work
    if output and not table and wanted.ending(table) == ".zip" and output.suffix in (".csv", ".parquet"):
        raise UsageError(
            f"export {format}: {output} would be a ZIP of all tables: name it .zip, or give --table"
        )
    with open_record(record) as opened:
        content, manifest = write(select(opened, scope), format, table)
    if output == Path("-"):
        sys.stdout.buffer.write(content)
        return
    target = output or Path(f"{record.stem}-{table or format}{wanted.ending(table)}")
    for path, told in ((target, content), (target.with_name(f"{target.name}.manifest.json"), manifest)):
        try:
            path.write_bytes(told)
        except OSError as e:
            raise UsageError(f"{path}: cannot be written ({e.strerror}): name another file with -o") from e
        typer.echo(path)
