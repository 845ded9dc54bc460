"""`dragoman actors`: who is in the record, in which role when, with whom, and what they said and where they met."""

from __future__ import annotations

from dragoman.model.actors import ACTOR_KINDS
from dragoman.record import Role, open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Kind
from dragoman.show.portraits import Portrait, make_portraits
from dragoman.show.rows import Row, noun_row, plain

COLUMNS = ("name", "kind", "side", "roles", "aliases", "counterparts", "statements", "meetings", "articles")
SHOWN = 3  # roles and counterparts that a table has room for


@listing(dated=False)
def actors(
    asked: Asked,
    kind: Kind = None,
) -> None:
    kind = to_code("--kind", "kind", kind, ACTOR_KINDS)
    with open_record(asked.record) as opened:
        found = make_portraits(opened, asked.scope, kind)
    rows = [_short(p) if asked.for_people else _full(p) for p in found]
    asked.show(rows, COLUMNS)


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
