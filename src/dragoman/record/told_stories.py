"""The story out of its tables: what was written of it, in its order.

The rows of `meetings`, `meeting_life`, … → Story(meetings=(the summit of Hanoï,), …).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from dragoman.model.disputes import Dispute, Version
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import LifePoint, Meeting
from dragoman.model.positions import Shift
from dragoman.model.stories import ResolvedActor, Story, join_stories
from dragoman.record.cells import from_list
from dragoman.record.records import Record
from dragoman.record.told_ledgers import read_deadlocks, read_happenings, read_ledgers

EXPECTATIONS = "id, claim, what, said_by, kind, made_on, horizon, state, met_by, met_on"


def read_story(record: Record) -> Story:
    """The story that the record holds; it is the one to tell where `is_story_stale` says no."""
    with record.snapshot():
        agreements, measures, channels = read_ledgers(record)
        told = Story(
            actors=_actors(record),
            meetings=_meetings(record),
            disputes=_disputes(record),
            expectations=tuple(
                Expectation(
                    id=row[0], claim=row[1], what=row[2], by=row[3], kind=row[4],
                    made_on=row[5], horizon=row[6], state=row[7], met_by=row[8], met_on=row[9],
                )
                for row in record.ask(f"SELECT {EXPECTATIONS} FROM expectations ORDER BY rowid")
            ),
            shifts=tuple(
                Shift(*row) for row in record.ask("SELECT party, issue, before, after FROM shifts")
            ),
            happenings=read_happenings(record),
            agreements=agreements,
            measures=measures,
            channels=channels,
            deadlocks=read_deadlocks(record),
        )  # fmt: skip
    return join_stories([told])


def _actors(record: Record) -> tuple[ResolvedActor, ...]:
    articles = _lists(record, "actor, article", "actor_articles", "actor, nth")
    return tuple(
        ResolvedActor(
            name=name,
            kind=kind,
            side=side,
            roles=from_list(roles),
            aliases=from_list(aliases),
            articles=tuple(articles[name]),
        )
        for name, kind, side, roles, aliases in record.ask(
            "SELECT name, kind, side, roles, aliases FROM actors ORDER BY rowid"
        )
    )


def _meetings(record: Record) -> tuple[Meeting, ...]:
    participants = _lists(record, "meeting, actor", "meeting_participants", "meeting, nth")
    reports = _lists(record, "meeting, claim", "meeting_evidence", "meeting, nth")
    life = _lists(
        record,
        "meeting, told_on, status, article, claim",
        "meeting_life",
        "meeting, nth",
        lambda row: LifePoint(*row),
    )
    return tuple(
        Meeting(
            id=name,
            label=label,
            kind=kind,
            participants=tuple(participants[name]),
            date=date,
            place=place,
            status=status,
            life=tuple(life[name]),
            reports=tuple(reports[name]),
            outcome=outcome,
            cancelled_by=cancelled_by,
            part_of=part_of,
            sources=sources,
            sure=bool(sure),
        )
        for (
            name,
            label,
            kind,
            date,
            place,
            status,
            outcome,
            cancelled_by,
            part_of,
            sources,
            sure,
        ) in record.ask(
            "SELECT id, label, kind, date, place, status, outcome, cancelled_by, part_of, sources, sure "
            "FROM meetings ORDER BY rowid"
        )
    )


def _disputes(record: Record) -> tuple[Dispute, ...]:
    claims: dict[tuple[str, int], list[str]] = defaultdict(list)
    for dispute, nth, claim in record.ask(
        "SELECT dispute, version, claim FROM dispute_evidence ORDER BY dispute, version, nth"
    ):
        claims[dispute, nth].append(claim)
    versions: dict[str, list[Version]] = defaultdict(list)
    for dispute, nth, party, by, says, first_on, relayed_by, sources in record.ask(
        "SELECT dispute, nth, party, said_by, says, first_on, relayed_by, sources "
        "FROM dispute_versions ORDER BY dispute, nth"
    ):
        versions[dispute].append(
            Version(
                party=party,
                by=by,
                says=says,
                claims=tuple(claims[dispute, nth]),
                first_on=first_on,
                relayed_by=from_list(relayed_by),
                sources=sources,
            )
        )
    return tuple(
        Dispute(id=name, matter=matter, kind=kind, versions=tuple(versions[name]), sure=bool(sure))
        for name, matter, kind, sure in record.ask(
            "SELECT id, matter, kind, sure FROM disputes ORDER BY rowid"
        )
    )


def _lists(
    record: Record,
    columns: str,
    table: str,
    order: str,
    noun: Callable[[tuple[Any, ...]], Any] = lambda row: row[0],
) -> dict[str, list[Any]]:
    """The rows of a table, gathered under their first column."""
    out: dict[str, list[Any]] = defaultdict(list)
    for owner, *row in record.ask(f"SELECT {columns} FROM {table} ORDER BY {order}"):
        out[owner].append(noun(tuple(row)))
    return out
