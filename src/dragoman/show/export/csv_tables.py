"""CSV as spreadsheets in French and English open it: UTF-8 with BOM, commas, one file for each table.

"=SOMME(A1)" in an article → "'=SOMME(A1)" in the cell, so that no spreadsheet takes the press for a formula.
"""

from __future__ import annotations

import csv
import io

from dragoman.show.export.archives import zipped
from dragoman.show.export.tables import Cell, Table, make_tables
from dragoman.show.selections import Selection

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
BOM = b"\xef\xbb\xbf"


def write(selection: Selection, table: str | None = None) -> bytes:
    """One table, or a ZIP of all."""
    tables = make_tables(selection)
    if table is not None:
        return write_csv(tables[table])
    return zipped({f"{name}.csv": write_csv(t) for name, t in tables.items()})


def write_csv(table: Table) -> bytes:
    """One table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows([_cell(v) for v in row] for row in table.rows)
    return BOM + out.getvalue().encode()


def _cell(value: Cell) -> Cell:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULAS) else value
