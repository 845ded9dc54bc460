"""Parquet: a table for pandas, polars, DuckDB and R; all tables in a ZIP, or one.

The table `events` → events.parquet, each column with one type, empty cells null.
"""

from __future__ import annotations

import io
from typing import Any

from dragoman.needs import need
from dragoman.show.export.archives import zipped
from dragoman.show.export.tables import Table, make_tables
from dragoman.show.selections import Selection


def write(selection: Selection, table: str | None = None) -> bytes:
    """One table, or a ZIP of all."""
    pyarrow, files = need("pyarrow", "parquet", "parquet"), need("pyarrow.parquet", "parquet", "parquet")
    tables = make_tables(selection)
    if table is not None:
        return _parquet(pyarrow, files, tables[table])
    return zipped({f"{name}.parquet": _parquet(pyarrow, files, t) for name, t in tables.items()})


def _parquet(pyarrow: Any, files: Any, table: Table) -> bytes:
    columns = [_column(pyarrow, [row[n] for row in table.rows]) for n in range(len(table.columns))]
    out = io.BytesIO()
    files.write_table(pyarrow.table(columns, names=list(table.columns)), out)
    return out.getvalue()


def _column(pyarrow: Any, values: list[Any]) -> Any:
    kinds = {type(v) for v in values if v is not None}
    types = {bool: pyarrow.bool_(), int: pyarrow.int64(), float: pyarrow.float64()}
    kind = types.get(kinds.pop(), pyarrow.string()) if len(kinds) == 1 else pyarrow.string()
    return pyarrow.array(values, type=kind)
