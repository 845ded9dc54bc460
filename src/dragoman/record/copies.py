"""The runs by which copies of a text are found, and the copies that were found.

Two newspapers print one agency text → a pair of articles.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from dragoman.record.leads import AMONG
from dragoman.record.records import Record
from dragoman.record.scopes import Scope


def find_pairs(record: Record, scope: Scope | None = None) -> set[tuple[str, str]]:
    """The pairs of which both articles lie within `scope`."""
    where, parameters = (scope or Scope()).on_articles()
    if where == "1":
        return set(record.ask("SELECT one, other FROM copies"))
    known = f"SELECT a.id FROM articles a WHERE {where}"
    question = f"SELECT one, other FROM copies WHERE one IN ({known}) AND other IN ({known})"
    return set(record.ask(question, parameters))


def holders_of(
    record: Record, runs: Collection[int], days: Collection[str] | None = None
) -> dict[int, list[tuple[str, str | None, int]]]:
    """Of each run the articles that have it, with their day (EDTF) and the size of their sample.

    With `days` (ISO), only articles of which the first possible day is one of these.
    """
    columns = "r.run, r.article, a.published, r.size"
    question = f"SELECT {columns} FROM article_runs r JOIN articles a ON a.id = r.article WHERE r.run {AMONG}"
    asked = [json.dumps(list(runs))]
    if days is not None:  # first the articles of these days, by their index, then their runs
        question = (
            f"SELECT {columns} FROM articles a CROSS JOIN article_runs r ON r.article = a.id "
            f"WHERE +r.run {AMONG} AND (a.published_from IS NULL) = 0 AND a.published_from {AMONG}"
        )
        asked.append(json.dumps(list(days)))
    out: dict[int, list[tuple[str, str | None, int]]] = defaultdict(list)
    for run, article, published, size in record.ask(question, asked):
        out[run].append((article, published, size))
    return out


def common_runs(record: Record, runs: Collection[int], many: int) -> set[int]:
    """Those of the runs that more than so many articles have."""
    question = f"SELECT run FROM article_runs WHERE run {AMONG} GROUP BY run HAVING count(*) > ?"
    return {run for (run,) in record.ask(question, (json.dumps(list(runs)), many))}


def runs_of(record: Record, articles: Collection[str]) -> dict[str, list[int]]:
    """The sample of each article, as it is noted."""
    out: dict[str, list[int]] = defaultdict(list)
    for article, run in record.ask(
        f"SELECT article, run FROM article_runs WHERE article {AMONG}", (json.dumps(list(articles)),)
    ):
        out[article].append(run)
    return out


def write_runs(db: sqlite3.Connection, samples: Mapping[str, Sequence[int]]) -> None:
    """The samples of some articles, in place of those noted before; an empty one is none."""
    db.executemany("DELETE FROM article_runs WHERE article = ?", ((a,) for a in samples))
    db.executemany(
        "INSERT INTO article_runs VALUES (?,?,?)",
        ((run, article, len(sample)) for article, sample in samples.items() for run in sample),
    )


def write_pairs(db: sqlite3.Connection, articles: Collection[str], pairs: Iterable[tuple[str, str]]) -> None:
    """The pairs of some articles, in place of those noted before."""
    told = json.dumps(list(articles))
    db.execute(f"DELETE FROM copies WHERE one {AMONG} OR other {AMONG}", (told, told))
    db.executemany("INSERT OR IGNORE INTO copies VALUES (?,?)", pairs)
