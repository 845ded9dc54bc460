"""Which role an actor had when: the roles that articles give, from the first to the last that gives each.

find_roles(record, ["Steve Biegun", "Stephen Biegun"]) → "émissaire", from 2018-09-19 to 2019-10-07, in 4 articles.
"""

from __future__ import annotations

from collections.abc import Iterable
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
            days.setdefault(role, []).append(published if published and is_edtf(published) else None)
    found = []
    for role, all_days in days.items():
        dated = sorted((d for d in all_days if d), key=bounds)
        found.append(Role(role, dated[0] if dated else None, dated[-1] if dated else None, len(all_days)))
    return sorted(found, key=lambda r: (-bounds(r.last)[1].toordinal() if r.last else 0, -r.articles, r.role))
