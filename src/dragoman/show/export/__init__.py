"""A selection of the record in the formats of other tools, one file for each format.

export(selection, "gexf") → the bytes of a graph that Gephi opens; its manifest is made beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.model.errors import UsageError
from dragoman.show.export import (
    cameo,
    corpora,
    csv_tables,
    dna,
    followthemoney,
    graphs,
    ics,
    json_ld,
    json_lines,
    parquet,
    plover,
    timelinejs,
    xlsx,
)
from dragoman.show.export.manifests import make_manifest
from dragoman.show.export.tables import TABLES
from dragoman.show.selections import Selection

Write = Callable[[Selection, str | None], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """`suffix` and `media` are those of the file; where a table can be asked for, `one` and `one_media` are its own."""

    name: str
    suffix: str
    media: str
    write: Write
    one: str | None = None
    one_media: str | None = None
    tables: tuple[str, ...] = ()

    def ending(self, table: str | None) -> str:
        """The suffix of the file that `table` asks for."""
        return self.one or self.suffix if table else self.suffix

    def type_of(self, table: str | None) -> str:
        """The media type of the file that `table` asks for."""
        return self.one_media or self.media if table else self.media


ZIP = "application/zip"
JSON = "application/json"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    f.name: f
    for f in (
        Format("csv", ".zip", ZIP, csv_tables.write, ".csv", "text/csv; charset=utf-8", TABLES),
        Format("xlsx", ".xlsx", SHEET, xlsx.write, tables=TABLES),
        Format("jsonl", ".jsonl", "application/jsonl", json_lines.write, tables=TABLES),
        Format("parquet", ".zip", ZIP, parquet.write, ".parquet", "application/vnd.apache.parquet", TABLES),
        Format("plover", ".tsv", "text/tab-separated-values; charset=utf-8", plover.write),
        Format("cameo", ".tsv", "text/tab-separated-values; charset=utf-8", cameo.write),
        Format("dna", ".csv", "text/csv; charset=utf-8", dna.write),
        Format("gexf", ".gexf", "application/gexf+xml", graphs.write_gexf),
        Format("graphml", ".graphml", "application/graphml+xml", graphs.write_graphml),
        Format("timelinejs", ".json", JSON, timelinejs.write),
        Format("ics", ".ics", "text/calendar; charset=utf-8", ics.write),
        Format("ftm", ".ftm.json", "application/jsonl", followthemoney.write),
        Format("jsonld", ".jsonld", "application/ld+json", json_ld.write),
        Format(
            "iramuteq", ".txt", "text/plain; charset=utf-8", corpora.write_iramuteq,
            tables=("articles", "statements"),
        ),
        Format("txm", ".zip", ZIP, corpora.write_txm),
    )
}  # fmt: skip


def find_format(name: str, table: str | None = None) -> Format:
    """The format of that name. Raises UsageError for one that we do not write, or a table that it has not."""
    if name not in FORMATS:
        raise UsageError(f"export {name}: we do not write it: ask for {', '.join(FORMATS)}")
    found = FORMATS[name]
    if table is not None and table not in found.tables:
        if not found.tables:
            raise UsageError(f"export {name}: has no --table: leave it out")
        raise UsageError(f"export {name}: has no table {table}: ask for {', '.join(found.tables)}")
    return found


def export(selection: Selection, name: str, table: str | None = None) -> tuple[bytes, bytes]:
    """The file and its manifest. Raises UsageError for an unknown format or table, or a library that is missing."""
    content = find_format(name, table).write(selection, table)
    return content, make_manifest(selection, name, table, content)


__all__ = ["FORMATS", "Format", "export", "find_format"]
