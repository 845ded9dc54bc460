"""Rows onto the screen: a table for people, JSON or CSV for programs.

show_rows([{"id": "s1", "day": "2019-02-28", …}], ("day", "speaker", "surface", "id")) → a table of four columns.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dragoman.model.errors import UsageError
from dragoman.show.marks import legible
from dragoman.show.messages import say, word_for
from dragoman.show.rows import Row

if TYPE_CHECKING:
    from rich.console import Console

WIDE = 160  # columns of a table that goes to a file or a pipe
CODED = ("type", "mode", "status", "kind", "stance", "issue", "state", "contexts")
# a name is never cut, an interval breaks at its bar
WIDTHS = {"id": 11, "shift_from": 11, "day": 11, "date": 11, "made_on": 11, "horizon": 11, "met_on": 11}
GAP = 3
# left out in this order where the terminal is too narrow for all
SPARED = (
    "mode",
    "outlet",
    "sources",
    "place",
    "according_to",
    "relayed_by",
    "tellings",
    "met_on",
    "kind",
    "toward",
    "shift_from",
)
WIDE_COLUMNS = ("surface", "what", "versions", "what_happened", "arcs", "last")


def show_rows(
    rows: Sequence[Row],
    columns: Sequence[str],
    *,
    as_json: bool = False,
    as_csv: bool = False,
    unsure: int = 0,
) -> None:
    """Write `rows`: all their fields with `as_json` or `as_csv`, else the `columns` as a table.

    Of how many others the record is not sure enough is told beside the table.
    """
    if as_json and as_csv:
        raise UsageError("--json --csv: ask for one of the two")
    if as_json:
        sys.stdout.write(json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n")
    elif as_csv:
        write_csv(rows, columns)
    elif rows:
        write_table(rows, columns)
    else:
        sys.stderr.write(say("show.nothing") + "\n")
    if unsure and not (as_json or as_csv):
        sys.stderr.write(say("show.unsure", n=unsure) + "\n")


def write_csv(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """All fields that are one value or a list of names; lists are joined by `; `."""
    names = list(dict.fromkeys(key for row in rows for key in row)) if rows else list(columns)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_csv_cell(row.get(name)) for name in names] for row in rows)


def _csv_cell(value: Any) -> Any:
    if isinstance(value, dict) or (isinstance(value, list) and any(not isinstance(v, str) for v in value)):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return "; ".join(value) if isinstance(value, list) else value


def write_table(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """A table as wide as the terminal; words in place of codes."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    screen = console()
    columns = fit(columns, screen.width)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        width = WIDTHS.get(name)
        style = "dim" if name == "id" else None
        table.add_column(say(f"columns.{name}"), overflow="fold", width=width, style=style)
    for row in rows:
        table.add_row(*(Text(cell_of(name, row.get(name))) for name in columns))
    screen.print(table)


def fit(columns: Sequence[str], width: int) -> list[str]:
    """The columns that `width` has room for."""
    out = list(columns)
    for spared in SPARED:
        if sum(GAP + WIDTHS.get(c, 24 if c in WIDE_COLUMNS else 12) for c in out) <= width:
            break
        if spared in out:
            out.remove(spared)
    return out


def cell_of(name: str, value: Any) -> str:
    """The text of one cell."""
    if value is None:
        return ""
    if value is True:
        return say("show.yes")
    if isinstance(value, list):
        return ", ".join(cell_of(name, v) for v in value)
    return word_for(name, value) if name in CODED else legible(str(value))


def console() -> Console:
    """The terminal as it is; elsewhere plain text of a fixed width."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else WIDE
    return Console(width=width, highlight=False, soft_wrap=False)
