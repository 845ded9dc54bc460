"""The options that several commands share; what each says is in the messages, under its parameter's name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.model.errors import UsageError

DEFAULT_RECORD = Path("dragoman.db")

RecordFile = Annotated[Path, typer.Option("--record", "-r", metavar="FILE", envvar="DRAGOMAN_RECORD")]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH...")]
Inputs = Annotated[list[str], typer.Argument(metavar="PATH...")]  # paths, or addresses of an object store
Columns = Annotated[list[str] | None, typer.Option("--map", metavar="OURS=THEIRS")]
Fetch = Annotated[bool, typer.Option("--fetch")]
About = Annotated[str | None, typer.Option("--about", metavar="PARTIES")]
Date = Annotated[str | None, typer.Option("--date", metavar="DATE")]
ActorName = Annotated[str | None, typer.Option("--actor", metavar="NAME")]
Since = Annotated[str | None, typer.Option("--from", metavar="DATE")]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE")]
KnownBy = Annotated[str | None, typer.Option("--known-by", metavar="DATE")]
AsJson = Annotated[bool, typer.Option("--json")]
AsCsv = Annotated[bool, typer.Option("--csv")]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND")]
State = Annotated[str | None, typer.Option("--state", metavar="STATE")]
Status = Annotated[str | None, typer.Option("--status", metavar="STATUS")]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1)]
Least = Annotated[float, typer.Option("--min-confidence", metavar="0..1", min=0.0, max=1.0)]
EngineName = Annotated[str, typer.Option("--engine", metavar="local|ray")]
Address = Annotated[str | None, typer.Option("--address", metavar="ADDRESS")]
ClaimsPlace = Annotated[str | None, typer.Option("--claims", metavar="PLACE")]
Most = Annotated[int | None, typer.Option("--limit", metavar="N", min=1)]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1)]


def to_columns(told: list[str] | None) -> dict[str, str]:
    """`--map title=titre --map text=corps` → ours to theirs. Raises UsageError where it is none."""
    out: dict[str, str] = {}
    for one in told or ():
        ours, sign, theirs = one.partition("=")
        if not (sign and ours.strip() and theirs.strip()):
            raise UsageError(f"--map {one}: write our field, '=', the table's column: --map title=titre")
        out[ours.strip()] = theirs.strip()
    return out
