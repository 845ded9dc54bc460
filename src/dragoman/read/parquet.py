"""A Parquet file → the article of each of its rows, a few rows in memory at a time.

The columns `titre`, `texte`, `date` → Article(title="Klow attend", text="La délégation…", published="2021-05-03").
"""

from __future__ import annotations

from dragoman.model.errors import ReadError, UsageError
from dragoman.needs import need
from dragoman.read.sources import Found, Source
from dragoman.read.tables import find_columns, row_article

ROWS = 256  # unpacked at a time


def read_parquet(source: Source) -> Found:
    """Every row, its columns known as those of any table. Raises ReadError for damage, or where pyarrow is absent."""
    try:
        pyarrow, files = need("pyarrow", "Parquet", "parquet"), need("pyarrow.parquet", "Parquet", "parquet")
    except UsageError as e:
        raise ReadError(source.label, str(e)) from e
    n = 0
    try:
        with source.path.open("rb") as stream:
            table = files.ParquetFile(stream)
            wanted = find_columns(table.schema_arrow.names, source)
            for rows in table.iter_batches(ROWS, columns=sorted(set(wanted.values()))):
                for row in rows.to_pylist():
                    n += 1
                    yield row_article({field: row[name] for field, name in wanted.items()}, source, n)
    except (OSError, ValueError, pyarrow.ArrowException) as e:
        raise ReadError(source.label, f"no Parquet file, or a damaged one ({e}): write it again") from e
    if not n:
        yield source.aside("empty: there is no article in it")
