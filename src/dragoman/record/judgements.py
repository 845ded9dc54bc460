"""Judgements into the record and over its claims: rejected entries go, speakers and names are corrected.

rename "Kim Yong-tchol" to "Kim Yong-chol" → every claim that names the one is read with the other, until undone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dragoman.model.actors import Actor
from dragoman.model.claims import Claim
from dragoman.model.errors import UsageError
from dragoman.model.judgements import JUDGEMENT_KINDS, Judgement
from dragoman.model.statements import Statement
from dragoman.record.layers import LAYERS
from dragoman.record.records import Record

C = TypeVar("C", bound=Claim)
COLUMNS = "number, kind, about, value, why, who, made_at, undone_by, undone_at"
VALUED = frozenset({"speaker", "rename"})


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
    opposed = ("accept", "reject") if kind in ("accept", "reject") else (kind,)
    now = _now()
    with record.transaction() as db:
        marks = ",".join("?" * len(opposed))
        db.execute(
            f"UPDATE judgements SET undone_by = ?, undone_at = ? WHERE about = ? AND who = ? "
            f"AND undone_at IS NULL AND kind IN ({marks})",
            (who, now, about, who, *opposed),
        )
        made = db.execute(
            "INSERT INTO judgements (kind, about, value, why, who, made_at) VALUES (?,?,?,?,?,?)",
            (kind, about, value if kind in VALUED else None, why or None, who, now),
        )
        if kind != "accept":
            db.execute("INSERT OR REPLACE INTO record_state VALUES ('story', 'stale')")
    return int(made.lastrowid or 0)


def undo_judgement(record: Record, number: int, who: str) -> None:
    """Take a judgement back; its row stays. Raises UsageError where there is none that stands."""
    with record.transaction() as db:
        done = db.execute(
            "UPDATE judgements SET undone_by = ?, undone_at = ? WHERE number = ? AND undone_at IS NULL",
            (who, _now(), number),
        )
        if done.rowcount == 0:
            raise UsageError(f"judgement {number}: there is none that stands")
        db.execute("INSERT OR REPLACE INTO record_state VALUES ('story', 'stale')")


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
        kind = "accept" if judgement.kind == "reject" else judgement.kind
        last[kind, judgement.about] = judgement
    return Rulings(
        frozenset(j.about for j in last.values() if j.kind == "reject"),
        {j.about: j.value for j in last.values() if j.kind == "speaker" and j.value},
        {j.about: j.value for j in last.values() if j.kind == "rename" and j.value},
    )


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
