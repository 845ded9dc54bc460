"""XLSX: a sheet for each table.

The table `statements` → the sheet `statements`, first row frozen, a filter on each column.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from dragoman.needs import need
from dragoman.show.export.archives import zipped
from dragoman.show.export.tables import Cell, Table, make_tables
from dragoman.show.selections import Selection

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MOMENT = re.compile(rb"(<dcterms:\w+ [^>]*>)[^<]+")
LONGEST = 32_767  # characters that a cell of a sheet can hold
WIDTHS = {"quote": 60, "sentence": 60, "title": 60, "matter": 40, "what": 40, "label": 40, "url": 30}


def write(selection: Selection, table: str | None = None) -> bytes:
    """The workbook; with `table`, that sheet alone."""
    openpyxl = need("openpyxl", "xlsx", "export")
    book = openpyxl.Workbook(write_only=False)
    book.remove(book.active)
    for name, told in make_tables(selection).items():
        if table in (None, name):
            _sheet(book, told)
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as saved:  # once more, without the moment of saving
        return zipped({n: MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", saved.read(n)) for n in saved.namelist()})


def _sheet(book: Any, table: Table) -> None:
    sheet = book.create_sheet(table.name)
    sheet.append(list(table.columns))
    for row in table.rows:
        sheet.append([_cell(v) for v in row])
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            if cell.data_type == "f":  # the press writes no formulas
                cell.data_type = "s"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for n, name in enumerate(table.columns, start=1):
        sheet.column_dimensions[sheet.cell(1, n).column_letter].width = WIDTHS.get(name, 16)


def _cell(value: Cell) -> Cell:
    return CONTROLS.sub("\ufffd", value)[:LONGEST] if isinstance(value, str) else value
