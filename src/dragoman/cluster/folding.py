"""What has landed, in the order of the input → the record, by the same walk as a local reading's.

Fold(landing, keys, whole, stretches) → its `found` and `analysis` are those of read_found.

The walk asks for the next article and then for its analysis; here both lie side by side in one row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.analysis import Note, analyse
from dragoman.cluster.landings import Landed, Landing, Stretch
from dragoman.extract import Claims
from dragoman.model.articles import Article, SetAside
from dragoman.model.documents import Document
from dragoman.model.errors import ClusterError


class Fold:
    """`keys` are the partitions in order, `whole` those that an earlier run computed, `coming` what lands now, in the
    order in which it does."""

    def __init__(
        self,
        landing: Landing,
        keys: Sequence[str],
        whole: Mapping[str, Sequence[Stretch]],
        coming: Iterator[Stretch],
    ) -> None:
        self.landing, self.keys, self.coming = landing, keys, coming
        self.stretches: dict[str, list[Stretch]] = defaultdict(list)
        for key, stretches in whole.items():
            self.stretches[key] = list(stretches)
        self.missing: Counter[str] = Counter()  # rows of a partition that have not landed, once its end has
        self.ended: set[str] = set()
        self.row: Landed | None = None

    def found(self) -> Iterator[Article | SetAside]:
        """What was read, in the order of a local reading; each when it has landed."""
        for key in self.keys:
            for row in self._rows(key):
                self.row = row
                assert row.found is not None
                yield row.found
            self.stretches.pop(key, None)

    def analysis(self, articles: Iterable[Article], on_aside: Note) -> Iterator[tuple[Document, Claims]]:
        """What the row that is at hand tells of its article."""
        for article in articles:
            assert self.row is not None
            analysed = self.row.analysed
            if article != self.row.found:  # the record knows an earlier date of it
                yield from analyse([article], on_aside)
            elif isinstance(analysed, SetAside):
                on_aside(analysed)
            elif analysed is not None:
                yield analysed

    def _rows(self, key: str) -> Iterator[Landed]:
        expected = 0
        while True:
            for row in self.landing.read(self._stretch(key, expected)):
                if row.nth < expected:
                    continue
                if row.found is None:
                    return
                yield row
                expected += 1

    def _stretch(self, key: str, nth: int) -> Stretch:
        """The file that holds the row, when it has landed."""
        while True:
            self.stretches[key] = [stretch for stretch in self.stretches[key] if stretch.last >= nth]
            for stretch in self.stretches[key]:
                if stretch.first <= nth:
                    return stretch
            self._wait(key)

    def _wait(self, key: str) -> None:
        stretch = next(self.coming, None)
        if stretch is None:
            raise ClusterError(f"partition {key} has not landed whole: run the same command again")
        partition = stretch.partition
        self.stretches[partition].append(stretch)
        self.missing[partition] -= stretch.last + 1 - stretch.first
        if stretch.last_one:
            self.missing[partition] += stretch.last + 1
            self.ended.add(partition)
        if partition in self.ended and not self.missing[partition]:
            self.landing.finish(partition)
