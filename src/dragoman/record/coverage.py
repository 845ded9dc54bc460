"""Which sides articles tell of together, into its table and out again, and which blocks asked for it.

An article of 3 May tells of Oslo and Bergen → a row; a promise of these two that lapsed in April had asked for it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from dragoman.model.edtf import Day
from dragoman.record.cells import days, from_lists, storable
from dragoman.record.leads import AMONG
from dragoman.record.records import Record

Sides = frozenset[str]


def write_coverage(
    db: sqlite3.Connection, articles: Mapping[str, str | None], rows: Iterable[tuple[str, Sides]]
) -> None:
    """The sides that some articles (each with its day, EDTF) tell of together."""
    db.executemany(
        "INSERT OR IGNORE INTO coverage VALUES (?,?,?,?)",
        ((_packed(sides), *days(articles[name]), name) for name, sides in rows if articles[name]),
    )


def forget_coverage(db: sqlite3.Connection, articles: Collection[str]) -> None:
    """What some articles tell of together is there no more."""
    db.execute(f"DELETE FROM coverage WHERE article {AMONG}", (json.dumps(list(articles)),))


def find_coverage(
    record: Record,
    by: Day = Day.max,
    known_by: Day = Day.max,
    without: Collection[str] = (),
    among: Collection[Sides] | None = None,
) -> dict[Sides, Day]:
    """The sides with the last day, up to `by`, of an article known by a day that tells of them; `among` some."""
    where, asked = "day_from <= ? AND day_to <= ?", [by.isoformat(), known_by.isoformat()]
    if without:
        where += f" AND NOT article {AMONG}"
        asked.append(json.dumps(list(without)))
    if among is not None:
        where += f" AND sides {AMONG}"
        asked.append(json.dumps([_packed(sides) for sides in among]))
    rows = record.ask(f"SELECT sides, max(day_from) FROM coverage WHERE {where} GROUP BY sides", asked)
    every = from_lists([sides for sides, _ in rows])
    return {frozenset(sides): _day(day) for sides, (_, day) in zip(every, rows, strict=True)}


def write_asked(db: sqlite3.Connection, block: int, questions: Iterable[tuple[Sides, Day]]) -> None:
    """What the telling of a block asked: sides, and after which day."""
    db.executemany(
        "INSERT INTO coverage_asked VALUES (?,?,?,?)",
        (
            (block, storable(min(sides)), _packed(sides), after.isoformat())
            for sides, after in questions
            if sides
        ),
    )


def covered_by(record: Record, articles: Collection[str]) -> set[Sides]:
    """The sides that some articles tell of together."""
    question = f"SELECT DISTINCT sides FROM coverage WHERE article {AMONG}"
    return {_unpacked(sides) for (sides,) in record.ask(question, (json.dumps(list(articles)),))}


def find_asked(record: Record, sides: Iterable[str]) -> list[tuple[int, Sides, Day]]:
    """The blocks that asked for one of the sides, with all that each asked for."""
    told = json.dumps([storable(side) for side in sides])
    return [
        (block, _unpacked(asked), _day(after))
        for block, asked, after in record.ask(
            f"SELECT block, sides, after FROM coverage_asked WHERE side {AMONG}", (told,)
        )
    ]


def _packed(sides: Sides) -> str:
    return storable(json.dumps(sorted(sides), ensure_ascii=False))


def _unpacked(told: str) -> Sides:
    return frozenset(json.loads(told))


@lru_cache(maxsize=16384)
def _day(told: str) -> Day:
    return Day.fromisoformat(told)
