"""Where the claims land: a folder of Parquet files for each partition, and a mark in those that are whole.

claims/partition=3f2a…/000000000-000000241.parquet: what stands in rows 0 to 241 of that partition, with all it claims;
claims/partition=3f2a…/_whole: the rest is there too.

A row that is computed twice lands twice with the same content, and is taken once.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.cluster.rows import from_json, to_json
from dragoman.cluster.stores import Store, open_store
from dragoman.extract import Claims
from dragoman.model.articles import Article, SetAside
from dragoman.model.documents import Document
from dragoman.model.errors import ClusterError
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.needs import need
from dragoman.record.cells import storable
from dragoman.workers import Analysed

WHOLE = "_whole"
FILE = re.compile(r"partition=([0-9a-f]+)/(?:(\d+)-(\d+)\.parquet|(_whole))$")
LAYERS: dict[str, Any] = {
    "statements": tuple[Statement, ...],
    "events": tuple[Event, ...],
    "meetings": tuple[MeetingReport, ...],
    "positions": tuple[Position, ...],
}
# For those who ask the files themselves.
TOLD = ("id", "name", "published", "outlet", "url")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The rows from `first` to `last` of a partition, in one file; `last_one` where none comes after."""

    partition: str
    first: int
    last: int
    last_one: bool = False


@dataclass(frozen=True, slots=True)
class Landed:
    """One row: what was read there and what the analysis made of it; nothing in the row that ends a partition."""

    nth: int
    found: Article | SetAside | None
    analysed: Analysed | None


class Landing:
    """The claims of all partitions. Raises UsageError for a place that cannot be reached."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.store: Store = open_store(where)

    def whole(self) -> dict[str, list[Stretch]]:
        """The partitions that are whole, with their files."""
        stretches: dict[str, list[Stretch]] = defaultdict(list)
        whole: set[str] = set()
        for entry in self.store.list():
            if m := FILE.search(entry.path):
                if m[4]:
                    whole.add(m[1])
                else:
                    stretches[m[1]].append(Stretch(m[1], int(m[2]), int(m[3])))
        return {key: stretches[key] for key in whole}

    def finish(self, partition: str) -> None:
        """From now on the partition is whole."""
        self.store.write(f"{self._folder(partition)}/{WHOLE}", b"")

    def write(self, partition: str, rows: Sequence[Landed]) -> Stretch:
        """Rows that follow each other in one partition, as one file."""
        pyarrow = need("pyarrow", "--engine ray", "cluster")
        files = need("pyarrow.parquet", "--engine ray", "cluster")
        stretch = Stretch(partition, rows[0].nth, rows[-1].nth, rows[-1].found is None)
        texts = ("article", "aside", "document", *LAYERS, *TOLD)
        schema = pyarrow.schema([("nth", pyarrow.int64()), *((name, pyarrow.string()) for name in texts)])
        out = io.BytesIO()
        files.write_table(
            pyarrow.Table.from_pylist([_cells(row) for row in rows], schema), out, compression="zstd"
        )
        self.store.write(self._file(stretch), out.getvalue())
        return stretch

    def read(self, stretch: Stretch) -> Iterator[Landed]:
        """The rows of one file, in order. Raises ClusterError where it is not to be seen from here."""
        files = need("pyarrow.parquet", "--engine ray", "cluster")
        try:
            content = self.store.read(self._file(stretch))
        except OSError as e:
            raise ClusterError(
                f"--claims {self.where}: what the cluster wrote is not to be seen from here ({e}): name a folder "
                "that all its machines share, or an object store (s3://…)"
            ) from e
        for cells in files.read_table(io.BytesIO(content)).to_pylist():
            yield _landed(cells)

    def _folder(self, partition: str) -> str:
        return f"{self.store.root}/partition={partition}"

    def _file(self, stretch: Stretch) -> str:
        return f"{self._folder(stretch.partition)}/{stretch.first:09}-{stretch.last:09}.parquet"


def _cells(row: Landed) -> dict[str, Any]:
    cells: dict[str, Any] = {"nth": row.nth}
    if isinstance(row.found, Article):
        cells["article"] = to_json(row.found)
        cells |= {
            name: told and storable(told) for name in TOLD if (told := getattr(row.found, name)) is not None
        }
    elif row.found is not None:
        cells["aside"] = to_json(row.found)
    if isinstance(row.analysed, SetAside):
        cells["aside"] = to_json(row.analysed)
    elif row.analysed is not None:
        document, claims = row.analysed
        cells["document"] = to_json(document)
        cells |= {layer: to_json(getattr(claims, layer)) for layer in LAYERS}
    return cells


def _landed(cells: dict[str, Any]) -> Landed:
    aside = None if cells["aside"] is None else from_json(SetAside, cells["aside"])
    if cells["article"] is None:
        return Landed(cells["nth"], aside, None)
    article = from_json(Article, cells["article"])
    if aside is not None:
        return Landed(cells["nth"], article, aside)
    document = from_json(Document, cells["document"], article=article)
    layers = {layer: from_json(kind, cells[layer]) for layer, kind in LAYERS.items()}
    return Landed(cells["nth"], article, (document, Claims(**layers)))
