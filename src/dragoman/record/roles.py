"""Which role an actor had when: the roles that articles give, from the first to the last that gives each.

find_roles(record, ["Steve Biegun", "Stephen Biegun"]) → "émissaire", from 2018-09-19 to 2019-10-07, in 4 articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.model.edtf import bounds, is_edtf
from dragoman.record.cells import from_list
from dragoman.record.records import Record
from dragoman.record.scopes import Scope


@dataclass(frozen=True, slots=True)
class Role:
    """`first` and `last` are the days (EDTF) of the articles that give it, None where none of them is dated."""

    role: str
    first: str | None
    last: str | None
    articles: int


def find_roles(record: Record, names: Iterable[str], scope: Scope | None = None) -> list[Role]:
    """The roles of whoever bears these names in the articles within `scope`; the last given first."""
    where, parameters = (scope or Scope()).on_articles()
    told = list(dict.fromkeys(names))
    parameters = {**parameters, **{f"name{n}": name for n, name in enumerate(told)}}
    rows = record.ask(
        f"SELECT p.roles, a.published FROM article_actors p JOIN articles a ON a.id = p.article "
        f"WHERE {where} AND p.name IN ({', '.join(f':name{n}' for n in range(len(told)))}) AND p.roles <> '[]'",
        parameters,
    )
    days: dict[str, list[str | None]] = {}
    for roles, published in rows:
        for role in from_list(roles):
            days.setdefault(role, []).append(published)
    return sum_roles(days)


def find_role_days(record: Record, scope: Scope | None = None) -> dict[str, dict[str, list[str | None]]]:
    """For each name of the articles within `scope`, its roles with the day of each article that gives one."""
    where, parameters = (scope or Scope()).on_articles()
    out: dict[str, dict[str, list[str | None]]] = {}
    for name, roles, published in record.ask(
        f"SELECT p.name, p.roles, a.published FROM article_actors p JOIN articles a ON a.id = p.article "
        f"WHERE {where} AND p.roles <> '[]'",
        parameters,
    ):
        own = out.setdefault(name, {})
        for role in from_list(roles):
            own.setdefault(role, []).append(published)
    return out


def sum_roles(days: Mapping[str, Iterable[str | None]]) -> list[Role]:
    """The roles of one actor out of the days on which each is given; the last given first."""
    found = []
    for role, told in days.items():
        all_days = list(told)
        dated = sorted((d for d in all_days if d and is_edtf(d)), key=bounds)
        found.append(Role(role, dated[0] if dated else None, dated[-1] if dated else None, len(all_days)))
    return sorted(found, key=lambda r: (-bounds(r.last)[1].toordinal() if r.last else 0, -r.articles, r.role))
