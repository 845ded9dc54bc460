"""`dragoman serve`: the record in the browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from dragoman.record import open_record
from dragoman.show.cli.options import DEFAULT_RECORD
from dragoman.show.messages import say

PASSWORD = "DRAGOMAN_PASSWORD"


def serve(
    record: Annotated[Path, typer.Argument(metavar="[RECORD]", envvar="DRAGOMAN_RECORD")] = DEFAULT_RECORD,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535)] = 8417,
    name: Annotated[list[str] | None, typer.Option("--name", metavar="HOST")] = None,
) -> None:
    from dragoman.show.web.server import serve as run

    open_record(record).close()  # a wrong file is told at once
    run(
        record,
        host=host,
        port=port,
        password=os.environ.get(PASSWORD) or None,
        names=tuple(name or ()),
        on_ready=lambda address: typer.echo(say("serve.open", record=record, address=address)),
    )
