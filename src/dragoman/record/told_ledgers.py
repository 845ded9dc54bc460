"""Acts, agreements, measures, channels and deadlocks of a story into their tables and out again.

Story(agreements=(the declaration of Singapour,), …) ↔ the rows of `agreements`, `ledger_entries`, ….
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.deadlocks import Condition, Deadlock
from dragoman.model.happenings import Detail, Happening
from dragoman.model.ledgers import LedgerEntry
from dragoman.model.measures import Measure
from dragoman.model.stories import Story
from dragoman.record.cells import cells, from_list
from dragoman.record.records import Record

# Those that others refer to come last.
LEDGER_TABLES = (
    "deadlock_arcs", "deadlocks", "ledger_entries", "agreements", "measures", "channels",
    "happening_details", "happening_tellings", "happenings",
)  # fmt: skip
LEDGERS = ("agreements", "measures", "channels")
ENTRY = "ledger, told_on, state, said_by, says, article, start, end, claims"
ARC = "deadlock, claim, party, issue, wants, of_whom, says, condition, told_on, met_by"


def write_ledgers(db: sqlite3.Connection, story: Story) -> None:
    """All of them, inside the caller's transaction."""
    acts = story.happenings
    put(
        db,
        "happenings",
        ((h.id, h.type, h.mode, h.actors, h.recipients, h.status, h.date, h.place, h.sources) for h in acts),
    )
    put(db, "happening_tellings", ((h.id, n, claim) for h in acts for n, claim in enumerate(h.tellings)))
    put(
        db,
        "happening_details",
        ((h.id, n, d.field, d.value, d.claims) for h in acts for n, d in enumerate(h.differing)),
    )
    put(
        db,
        "agreements",
        ((a.id, a.label, a.parties, a.date, a.state, a.terms, a.sources) for a in story.agreements),
    )
    put(
        db,
        "measures",
        ((m.id, m.label, m.kind, m.by, m.on, m.since, m.state, m.sources) for m in story.measures),
    )
    put(db, "channels", ((c.id, c.label, c.kind, c.between, c.state, c.sources) for c in story.channels))
    ledgers: list[Agreement | Measure | Channel] = [*story.agreements, *story.measures, *story.channels]
    put(
        db,
        "ledger_entries",
        (
            (ledger.id, n, e.on, e.state, e.by, e.says, e.article, e.start, e.end, e.claims)
            for ledger in ledgers
            for n, e in enumerate(ledger.life)
        ),
    )
    put(db, "deadlocks", ((d.id, d.kind, d.parties) for d in story.deadlocks))
    put(
        db,
        "deadlock_arcs",
        (
            (d.id, n, a.claim, a.party, a.issue, a.wants, a.of, a.says, a.condition, a.on, a.met)
            for d in story.deadlocks
            for n, a in enumerate(d.arcs)
        ),
    )


def put(db: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert whole rows."""
    ready = [cells(row) for row in rows]
    if ready:
        db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(ready[0]))})", ready)


def read_happenings(record: Record) -> tuple[Happening, ...]:
    """As `write_ledgers` wrote them."""
    tellings: dict[str, list[str]] = defaultdict(list)
    for happening, claim in record.ask(
        "SELECT happening, claim FROM happening_tellings ORDER BY happening, nth"
    ):
        tellings[happening].append(claim)
    details: dict[str, list[Detail]] = defaultdict(list)
    question = "SELECT happening, field, value, claims FROM happening_details ORDER BY happening, nth"
    for happening, field, value, claims in record.ask(question):
        details[happening].append(Detail(field, value, from_list(claims)))
    question = "SELECT id, type, mode, actors, recipients, status, date, place, sources FROM happenings ORDER BY rowid"
    return tuple(
        Happening(
            id=row[0], type=row[1], mode=row[2], actors=from_list(row[3]), recipients=from_list(row[4]),
            status=row[5], date=row[6], place=row[7], sources=row[8],
            tellings=tuple(tellings[row[0]]), differing=tuple(details[row[0]]),
        )
        for row in record.ask(question)
    )  # fmt: skip


def read_ledgers(record: Record) -> tuple[tuple[Agreement, ...], tuple[Measure, ...], tuple[Channel, ...]]:
    """Agreements, measures and channels, as `write_ledgers` wrote them."""
    life: dict[str, list[LedgerEntry]] = defaultdict(list)
    for ledger, on, state, by, says, article, start, end, claims in record.ask(
        f"SELECT {ENTRY} FROM ledger_entries ORDER BY ledger, nth"
    ):
        entry = LedgerEntry(
            on=on, state=state, by=by, says=says, article=article, start=start, end=end, claims=from_list(claims)
        )  # fmt: skip
        life[ledger].append(entry)
    agreements = tuple(
        Agreement(
            id=row[0], label=row[1], parties=from_list(row[2]), date=row[3], state=row[4],
            terms=from_list(row[5]), sources=row[6], life=tuple(life[row[0]]),
        )
        for row in record.ask("SELECT id, label, parties, date, state, terms, sources FROM agreements ORDER BY rowid")
    )  # fmt: skip
    measures = tuple(
        Measure(
            id=row[0], label=row[1], kind=row[2], by=from_list(row[3]), on=from_list(row[4]), since=row[5],
            state=row[6], sources=row[7], life=tuple(life[row[0]]),
        )
        for row in record.ask(
            "SELECT id, label, kind, by_whom, on_whom, since, state, sources FROM measures ORDER BY rowid"
        )
    )  # fmt: skip
    channels = tuple(
        Channel(
            id=row[0], label=row[1], kind=row[2], between=from_list(row[3]), state=row[4], sources=row[5],
            life=tuple(life[row[0]]),
        )
        for row in record.ask("SELECT id, label, kind, between_whom, state, sources FROM channels ORDER BY rowid")
    )  # fmt: skip
    return agreements, measures, channels


def read_deadlocks(record: Record) -> tuple[Deadlock, ...]:
    """As `write_ledgers` wrote them."""
    arcs: dict[str, list[Condition]] = defaultdict(list)
    for deadlock, claim, party, issue, wants, of, says, condition, on, met in record.ask(
        f"SELECT {ARC} FROM deadlock_arcs ORDER BY deadlock, nth"
    ):
        arcs[deadlock].append(
            Condition(
                claim=claim, party=party, issue=issue, wants=wants, of=of, says=says, condition=condition,
                on=on, met=met,
            )
        )  # fmt: skip
    return tuple(
        Deadlock(id=name, kind=kind, parties=from_list(parties), arcs=tuple(arcs[name]))
        for name, kind, parties in record.ask("SELECT id, kind, parties FROM deadlocks ORDER BY rowid")
    )
