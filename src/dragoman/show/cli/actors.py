"""`dragoman actors`: who is in the record, in which role when, with whom, and what they said and where they met."""

from __future__ import annotations

from dragoman.model.actors import ACTOR_KINDS
from dragoman.record import Role, Scope, open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    Kind,
    KnownBy,
    RecordFile,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.portraits import Portrait, make_portraits
from dragoman.show.rows import Row, noun_row, plain

COLUMNS = ("name", "kind", "side", "roles", "aliases", "counterparts", "statements", "meetings", "articles")
SHOWN = 3  # roles and counterparts that a table has room for


def actors(
    record: RecordFile = DEFAULT_RECORD,
    kind: Kind = None,
    actor: ActorName = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    kind = to_code("--kind", "kind", kind, ACTOR_KINDS)
    with open_record(record) as opened:
        found = make_portraits(opened, Scope(actor=actor, as_of=as_of, known_by=known_by), kind)
    rows = [_full(p) if as_json or as_csv else _short(p) for p in found]
    show_rows(rows, COLUMNS, as_json=as_json, as_csv=as_csv)


def _full(p: Portrait) -> Row:
    return {
        **noun_row(p.actor),
        "dated_roles": plain(p.roles),
        "counterparts": [{"name": name, "times": times} for name, times in p.counterparts],
        "statements": p.statements,
        "last_said": p.last_said,
        "meetings": [{"id": m.id, "label": m.label, "date": m.date, "status": m.status} for m in p.meetings],
    }


def _short(p: Portrait) -> Row:
    return {
        **noun_row(p.actor),
        "roles": [_dated(role) for role in p.roles[:SHOWN]],
        "counterparts": [f"{name} ({times})" for name, times in p.counterparts[:SHOWN]],
        "statements": p.statements,
        "meetings": len(p.meetings),
        "articles": len(p.actor.articles),
    }


def _dated(role: Role) -> str:
    """A role with the days of the first and the last article that gives it."""
    days = [day for day in dict.fromkeys((role.first, role.last)) if day]
    return f"{role.role} ({' → '.join(days)})" if days else role.role
