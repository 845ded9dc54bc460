"""Judgements into the record and over its claims: rejected entries go, speakers and names are corrected.

rename "Kim Yong-tchol" to "Kim Yong-chol" → every claim that names the one is read with the other, until undone.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dragoman.model.actors import Actor
from dragoman.model.claims import Claim
from dragoman.model.errors import UsageError
from dragoman.model.judgements import JUDGEMENT_KINDS, PAIRED, Judgement
from dragoman.model.meetings import MEETING_STATUSES
from dragoman.model.statements import Statement
from dragoman.record.layers import LAYERS
from dragoman.record.records import Record
from dragoman.record.stories import mark_stale

C = TypeVar("C", bound=Claim)
COLUMNS = "number, kind, about, value, why, who, made_at, undone_by, undone_at"
# Of each of these groups one holds at a time; what changes nothing of the story.
OPPOSED = (("accept", "reject"), PAIRED)
IDLE = ("unsure", "note")
VALUED = frozenset({"speaker", "rename", "status", *PAIRED})


def write_judgement(
    record: Record, *, kind: str, about: str, who: str, value: str | None = None, why: str | None = None
) -> int:
    """Note a judgement and give its number; one of the same kind on the same thing, by the same person, is undone.

    Raises UsageError for a kind that there is not, or a value that is missing.
    """
    if kind not in JUDGEMENT_KINDS:
        raise UsageError(f"judgement {kind}: there is no such kind: ask for {', '.join(JUDGEMENT_KINDS)}")
    value = (value or "").strip() or None
    if kind in VALUED and (value is None or value == about):
        raise UsageError(f"judgement {kind}: needs the right name")
    if kind == "status" and value not in MEETING_STATUSES:
        raise UsageError(f"judgement status: there is no '{value}': ask for {', '.join(MEETING_STATUSES)}")
    opposed = next((group for group in OPPOSED if kind in group), (kind,))
    if kind in PAIRED and value is not None:
        about, value = sorted((about, value))
    now = _now()
    with record.transaction() as db:
        marks = ",".join("?" * len(opposed))
        same = "AND value = ? " if kind in PAIRED else ""
        db.execute(
            f"UPDATE judgements SET undone_by = ?, undone_at = ? WHERE about = ? AND who = ? "
            f"AND undone_at IS NULL AND kind != 'note' {same}AND kind IN ({marks})",
            (who, now, about, who, *((value,) if kind in PAIRED else ()), *opposed),
        )
        made = db.execute(
            "INSERT INTO judgements (kind, about, value, why, who, made_at) VALUES (?,?,?,?,?,?)",
            (kind, about, value if kind in VALUED else None, why or None, who, now),
        )
        touched = () if kind in IDLE else _concerned(db, kind, about, value)
        if touched or kind not in (*IDLE, "accept"):
            mark_stale(db, touched)
    return int(made.lastrowid or 0)


def undo_judgement(record: Record, number: int, who: str) -> None:
    """Take a judgement back; its row stays. Raises UsageError where there is none that stands."""
    with record.transaction() as db:
        undone = db.execute(
            "UPDATE judgements SET undone_by = ?, undone_at = ? WHERE number = ? AND undone_at IS NULL "
            "RETURNING kind, about, value",
            (who, _now(), number),
        ).fetchone()
        if undone is None:
            raise UsageError(f"judgement {number}: there is none that stands")
        mark_stale(db, _concerned(db, *undone))


def _concerned(db: sqlite3.Connection, kind: str, *told: str | None) -> set[str]:
    """The articles of which a judgement changes what they say: those of the claims and of the names that it gives.

    That an entry is right changes the story where it reports a meeting, which is then shown, and where it was
    rejected before.
    """
    if kind == "accept":
        rows = db.execute(
            "SELECT article FROM claims WHERE id = ? "
            "AND (layer = 'meeting' OR id IN (SELECT about FROM judgements WHERE kind = 'reject'))",
            told[:1],
        )
        return {article for (article,) in rows}
    out: set[str] = set()
    for name in filter(None, told):
        for table, column in (("claims", "id"), ("article_actors", "name")):
            out.update(a for (a,) in db.execute(f"SELECT article FROM {table} WHERE {column} = ?", (name,)))
    return out


def find_judgements(record: Record, *, standing: bool = False) -> list[Judgement]:
    """All judgements, the last first; with `standing`, those that are not undone."""
    where = "WHERE undone_at IS NULL" if standing else ""
    rows = record.ask(f"SELECT {COLUMNS} FROM judgements {where} ORDER BY number DESC")
    return [
        Judgement(
            number=row[0], kind=row[1], about=row[2], value=row[3], why=row[4], who=row[5],
            made_at=row[6], undone_by=row[7], undone_at=row[8],
        )
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rulings:
    """What stands, ready to be laid over claims: of two judgements on one thing the last wins."""

    rejected: frozenset[str]
    speakers: dict[str, str]
    names: dict[str, str]
    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    statuses: tuple[tuple[str, str], ...] = ()
    accepted: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether a claim is read otherwise than it was told, or not at all."""
        return bool(self.rejected) or self.rename

    @property
    def rename(self) -> bool:
        """Whether they change who a claim is about."""
        return bool(self.speakers or self.names)

    def apply(self, claim: C) -> C | None:
        """The claim as it was judged; None where it was rejected."""
        name = claim.id
        if name in self.rejected:
            return None
        changes: dict[str, Any] = {}
        if self.names:
            layer = LAYERS[type(claim)]
            for field in (f for f, column in layer.columns.items() if column in (*layer.actors, "addressee")):
                changes[field] = self.name(getattr(claim, field))
            for field in layer.names:
                changes[field] = tuple(dict.fromkeys(self.name(n) or n for n in getattr(claim, field)))
        if isinstance(claim, Statement) and name in self.speakers:
            changes["speaker"] = self.name(self.speakers[name])
        return replace(claim, **changes, told_id=name) if changes else claim

    def name(self, name: str | None) -> str | None:
        """The name that was judged right; a chain of renamings is followed to its end."""
        seen = {name}
        while name in self.names and self.names[name] not in seen:
            name = self.names[name]
            seen.add(name)
        return name

    def actor(self, actor: Actor) -> Actor:
        """An actor under its right name and side."""
        if not self.names:
            return actor
        return replace(actor, name=self.name(actor.name) or actor.name, side=self.name(actor.side))


def find_rulings(record: Record) -> Rulings:
    """What stands."""
    last: dict[tuple[str, str], Judgement] = {}
    for judgement in reversed(find_judgements(record, standing=True)):
        group = next((g[0] for g in OPPOSED if judgement.kind in g), judgement.kind)
        pair = f"|{judgement.value}" if judgement.kind in PAIRED else ""
        last[group, judgement.about + pair] = judgement
    held = {kind: [j for j in last.values() if j.kind == kind] for kind in JUDGEMENT_KINDS}

    def pairs(kind: str) -> tuple[tuple[str, str], ...]:
        return tuple((j.about, j.value) for j in held[kind] if j.value)

    return Rulings(
        frozenset(j.about for j in held["reject"]),
        dict(pairs("speaker")),
        dict(pairs("rename")),
        same=pairs("same"),
        apart=pairs("apart"),
        statuses=pairs("status"),
        accepted=tuple(sorted({j.about for j in held["accept"]})),
    )


def import_judgements(record: Record, told: Sequence[Mapping[str, Any]]) -> int:
    """Take over the judgements that another record exported, those that it has not; how many they were.

    Who made them and when stay as told. Raises UsageError for a row that is none.
    """
    known = {(j.kind, j.about, j.value, j.who, j.made_at) for j in find_judgements(record)}
    fields = COLUMNS.split(", ")[1:]
    rows = []
    for n, row in enumerate(sorted(told, key=lambda r: int(r.get("number") or 0))):
        values = [row.get(name) for name in fields]
        if values[0] not in JUDGEMENT_KINDS or not all(
            isinstance(row.get(x), str) for x in ("about", "who", "made_at")
        ):
            raise UsageError(
                f"judgement {n + 1} of the file: is none: export them with `dragoman judgements --json`"
            )
        if (values[0], values[1], values[2], values[4], values[5]) not in known:
            rows.append(values)
    with record.transaction() as db:
        marks = ",".join("?" * len(fields))
        db.executemany(f"INSERT INTO judgements ({', '.join(fields)}) VALUES ({marks})", rows)
        for values in rows:
            mark_stale(db, _concerned(db, str(values[0]), values[1], values[2]))
    return len(rows)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
