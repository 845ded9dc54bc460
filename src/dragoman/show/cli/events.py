"""`dragoman events`: who does what to whom."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.model.events import EVENT_STATUSES, PLOVER_TYPES, Event
from dragoman.record import find_claims, open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Least, Most, Status
from dragoman.show.excerpts import find_excerpts
from dragoman.show.rows import claim_row

COLUMNS = ("day", "type", "status", "actors", "recipients", "surface", "according_to", "outlet", "id")


@listing()
def events(
    asked: Asked,
    type: Annotated[str | None, typer.Option("--type", metavar="TYPE")] = None,
    status: Status = None,
    *,
    least: Least = 0.0,
    most: Most = None,
) -> None:
    type = to_code("--type", "type", type, PLOVER_TYPES)
    status = to_code("--status", "status", status, EVENT_STATUSES)
    with open_record(asked.record) as opened:
        found = find_claims(opened, Event, asked.scope, least=least, most=most, type=type, status=status)
        around = find_excerpts(opened, [t.claim for t in found]) if asked.for_people else {}
    rows = [claim_row(t) for t in found]
    if asked.for_people:
        rows = [{**row, "surface": around.get(row["id"], row["surface"])} for row in rows]
    asked.show(rows, COLUMNS)
