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
    "type",
    "recipients",
)
WIDE_COLUMNS = ("surface", "what", "versions", "what_happened", "arcs", "last", "label", "matter")
LEAST, NARROWEST = 24, 8  # of a wide column, of any other


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
    cells = [[cell_of(name, row.get(name)) for name in columns] for row in rows]
    heads = [say(f"columns.{name}") for name in columns]
    widths = share(
        columns, [max(map(len, column)) for column in zip(heads, *cells, strict=True)], screen.width
    )
    for name, head, width in zip(columns, heads, widths, strict=True):
        style = "dim" if name == "id" else None
        table.add_column(head, overflow="fold", width=width, style=style)
    for row_of_cells in cells:
        table.add_row(*map(Text, row_of_cells))
    screen.print(table)


def fit(columns: Sequence[str], width: int) -> list[str]:
    """The columns that `width` has room for."""
    out = list(columns)
    for spared in SPARED:
        if sum(GAP + WIDTHS.get(c, LEAST if c in WIDE_COLUMNS else 12) for c in out) <= width:
            break
        if spared in out:
            out.remove(spared)
    return out


def share(columns: Sequence[str], longest: Sequence[int], width: int) -> list[int]:
    """How wide each column is: what is told of the words leaves room to the words themselves."""
    wide = [c in WIDE_COLUMNS for c in columns]
    widest = max(12, width // 8) if any(wide) else max(longest)
    for most in range(max(widest, NARROWEST), NARROWEST - 1, -1):
        out = [WIDTHS.get(c, min(n, most)) for c, n in zip(columns, longest, strict=True)]
        left = width - GAP * len(out) - sum(n for n, is_wide in zip(out, wide, strict=True) if not is_wide)
        if left >= LEAST * sum(wide):
            break
    for k in sorted((k for k, is_wide in enumerate(wide) if is_wide), key=lambda k: longest[k]):
        out[k] = max(NARROWEST, min(longest[k], left // sum(wide)))
        left, wide[k] = left - out[k], False
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
