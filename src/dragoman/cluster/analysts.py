"""On a machine of the cluster: rows that were read → their analysis, written where the claims land.

Analyst("s3://bucket/claims")(rows 0 to 241 of 3f2a…) → claims/partition=3f2a…/000000000-000000241.parquet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from dragoman.cluster.landings import Landed, Landing
from dragoman.cluster.rows import from_json
from dragoman.model.articles import Article, SetAside
from dragoman.model.errors import ClusterError
from dragoman.version import __version__
from dragoman.workers import Analysed, Crew, analyse_chunk, chunks


class Analyst:
    """An actor of Ray's. It has one worker process, which holds the model: so an article that kills its worker is
    set aside here as it is at home, and does not kill an actor that Ray would start again, and again."""

    def __init__(self, claims: str, version: str) -> None:
        if version != __version__:
            raise ClusterError(
                f"the cluster has Dragoman {__version__} and this machine {version}: install the same on both"
            )
        self.landing = Landing(claims)
        self.crew = Crew(1, analyse_chunk)

    def __call__(self, rows: Any) -> dict[str, list[Any]]:
        """Write what the rows (a table of Arrow's) hold and claim; tell what has landed."""
        stretches = [
            asdict(self.landing.write(partition, list(self._analyse(list(some)))))
            for partition, some in groupby(rows.to_pylist(), key=lambda row: str(row["partition"]))
        ]
        return {
            name: [stretch[name] for stretch in stretches]
            for name in ("partition", "first", "last", "last_one")
        }

    def _analyse(self, rows: list[dict[str, Any]]) -> Iterator[Landed]:
        articles = [from_json(Article, row["article"]) for row in rows if row["article"] is not None]
        told = zip(articles, self._share(articles), strict=True)
        for row in rows:
            if row["article"] is not None:
                yield Landed(row["nth"], *next(told))
            else:
                aside = None if row["aside"] is None else from_json(SetAside, row["aside"])
                yield Landed(row["nth"], aside, None)

    def _share(self, articles: list[Article]) -> list[Analysed]:
        for chunk in chunks(articles):
            self.crew.give(chunk)
        found: list[Analysed] = []
        while self.crew.tasks:
            found += self.crew.take()
        return found
