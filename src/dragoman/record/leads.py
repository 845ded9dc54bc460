"""Leads and blocks into their tables and out again: what the story is told from, and what is told already.

An article is read again → its leads go, the blocks that they were told in are told anew, all others stay.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from dragoman.record.cells import compact, from_lists, storable
from dragoman.record.records import Record

LEAD = "l.id, l.family, l.article, l.day, l.start, l.claim, l.told, l.block, l.key"
# All that a JSON list of names or numbers holds.
AMONG = "IN (SELECT value FROM json_each(?))"


class LeadRow(NamedTuple):
    """A lead as the record holds it; `block` is None before it is told."""

    number: int
    family: str
    article: str
    day: str | None
    start: int
    claim: str
    told: list[Any]
    block: int | None
    keys: tuple[str, ...]


class BlockRow(NamedTuple):
    """A block that tells something: its lines stand for the days after `since`, up to `until` (ISO)."""

    number: int
    family: str
    since: str
    until: str
    lines: tuple[str, ...]


def write_leads(db: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> None:
    """New leads: (family, keys, article, day, start, claim, told) each."""
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM leads").fetchone()
    heads: list[tuple[Any, ...]] = []
    keys: list[tuple[int, str]] = []
    for number, (family, own, article, day, start, claim, told) in enumerate(rows, start=last + 1):
        text = compact(told)
        own = [storable(key) for key in dict.fromkeys(own)]
        heads.append((number, article, family, own[0], day, start, claim, text))
        keys.extend((number, key) for key in own[1:])
    db.executemany(
        "INSERT INTO leads (id, article, family, key, day, start, claim, told) VALUES (?,?,?,?,?,?,?,?)",
        heads,
    )
    db.executemany("INSERT INTO lead_keys VALUES (?,?)", keys)


def find_lead_rows(
    record: Record,
    family: str,
    blocks: Collection[int],
    *,
    new: bool = False,
    articles: Collection[str] | None = None,
) -> list[LeadRow]:
    """The leads of a family in some blocks (with `new`, and those in none); of some articles alone, where told."""
    where = f"l.family = ? AND (l.block {AMONG}{' OR l.block IS NULL' if new else ''})"
    asked = [family, _listed(blocks)]
    if articles is not None:
        where += f" AND l.article {AMONG}"
        asked.append(_listed(articles))
    further: dict[int, list[str]] = defaultdict(list)
    for lead, key in record.ask(
        f"SELECT k.lead, k.key FROM leads l JOIN lead_keys k ON k.lead = l.id WHERE {where}", asked
    ):
        further[lead].append(key)
    rows = record.ask(f"SELECT {LEAD} FROM leads l WHERE {where}", asked)
    return [
        LeadRow(n, family, article, day, start, claim, told, block, (key, *further.get(n, ())))
        for (n, _, article, day, start, claim, _, block, key), told in zip(
            rows, from_lists([row[6] for row in rows]), strict=True
        )
    ]


def families_of(record: Record, blocks: Collection[int]) -> dict[str, set[int]]:
    """The blocks of each family, of those that leads give."""
    out: dict[str, set[int]] = defaultdict(set)
    for block, family in record.ask(
        f"SELECT DISTINCT block, family FROM leads WHERE block {AMONG}", (_listed(blocks),)
    ):
        out[family].add(block)
    return out


def blocks_of(record: Record, articles: Collection[str]) -> set[int]:
    """The blocks in which leads of some articles are told."""
    return _numbers(
        record,
        f"SELECT DISTINCT block FROM leads WHERE article {AMONG} AND block IS NOT NULL",
        _listed(articles),
    )


def blocks_under(record: Record, keys: Collection[str]) -> set[int]:
    """The blocks of which a lead has one of the keys."""
    told = _listed(map(storable, keys))
    first = f"SELECT DISTINCT block FROM leads WHERE key {AMONG} AND block IS NOT NULL"
    further = (
        f"SELECT DISTINCT l.block FROM lead_keys k JOIN leads l ON l.id = k.lead "
        f"WHERE k.key {AMONG} AND l.block IS NOT NULL"
    )
    return _numbers(record, first, told) | _numbers(record, further, told)


def blocks_turning(record: Record, today: str) -> set[int]:
    """The blocks that are told otherwise on that day (ISO)."""
    return _numbers(record, "SELECT id FROM lead_blocks WHERE until < ?1 OR since >= ?1", today)


def keys_of_new(record: Record) -> set[str]:
    """The keys of the leads that no block holds."""
    return {
        key
        for (key,) in record.ask(
            "SELECT key FROM leads WHERE block IS NULL "
            "UNION SELECT k.key FROM leads l JOIN lead_keys k ON k.lead = l.id WHERE l.block IS NULL"
        )
    }


def last_block(record: Record) -> int:
    """The highest number that a block ever had, of those that leads still give."""
    ((number,),) = record.ask(
        "SELECT max((SELECT coalesce(max(id), 0) FROM lead_blocks), coalesce(max(block), 0)) FROM leads"
    )
    return int(number)


def find_blocks(record: Record, blocks: Collection[int] | None = None) -> Iterator[BlockRow]:
    """Some blocks, or all."""
    where, asked = ("1", ()) if blocks is None else (f"id {AMONG}", (_listed(blocks),))
    for number, family, since, until, told in record.ask(
        f"SELECT id, family, since, until, told FROM lead_blocks WHERE {where}", asked
    ):
        yield BlockRow(number, family, since, until, tuple(told.split("\n")) if told else ())


def write_blocks(
    db: sqlite3.Connection, blocks: Iterable[BlockRow], moves: Iterable[tuple[int, int]]
) -> None:
    """Blocks that tell something; `moves` are pairs of a block and a lead that is told in it now."""
    db.executemany(
        "INSERT OR REPLACE INTO lead_blocks VALUES (?,?,?,?,?)",
        ((b.number, b.family, b.since, b.until, "\n".join(b.lines)) for b in blocks),
    )
    db.executemany("UPDATE leads SET block = ? WHERE id = ?", moves)


def delete_blocks(db: sqlite3.Connection, blocks: Collection[int]) -> None:
    """Some blocks, with what they asked; their leads stay."""
    db.execute(f"DELETE FROM lead_blocks WHERE id {AMONG}", (_listed(blocks),))
    db.execute(f"DELETE FROM coverage_asked WHERE block {AMONG}", (_listed(blocks),))


def find_dispute_lines(record: Record) -> Iterator[str]:
    """The lines of the disputes in all blocks; there is an index of exactly this condition."""
    begin = '["disputes"'
    for (told,) in record.ask(f"SELECT told FROM lead_blocks WHERE instr(told, '{begin}') > 0"):
        yield from (line for line in told.split("\n") if line.startswith(begin))


def forget_leads(db: sqlite3.Connection, articles: Collection[str]) -> None:
    """The leads of some articles are there no more."""
    db.execute(f"DELETE FROM leads WHERE article {AMONG}", (_listed(articles),))


def _numbers(record: Record, question: str, asked: str) -> set[int]:
    return {n for (n,) in record.ask(question, (asked,))}


def _listed(values: Iterable[Any]) -> str:
    return json.dumps(list(values))
