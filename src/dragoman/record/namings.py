"""Whom the articles present under which name, in short, and who was found to stand behind each name.

"Kim Jong Un", person, Corée du Nord, in 12 articles; "kim jong un" → Kim Jong-un.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable

from dragoman.model.actors import Actor
from dragoman.record.cells import from_list
from dragoman.record.judgements import Rulings
from dragoman.record.leads import AMONG
from dragoman.record.records import Record
from dragoman.record.scopes import Scope

# Actor, kind, side and the number of articles of a name.
NameRow = tuple[str, str, str | None, int]


def count_presented(record: Record, scope: Scope | None = None) -> list[tuple[str, str, str | None, int]]:
    """Name, kind and side as articles within `scope` present actors, and how many present one so; unjudged."""
    where, parameters = (scope or Scope()).on_articles()
    source = "article_actors p" if where == "1" else "article_actors p JOIN articles a ON a.id = p.article"
    return record.ask(
        f"SELECT p.name, p.kind, p.side, count(*) FROM {source} WHERE {where} GROUP BY 1, 2, 3", parameters
    )


def find_binds(record: Record, rulings: Rulings, scope: Scope | None = None) -> set[tuple[str, str]]:
    """Each speaker with each side that their words bound."""
    where, parameters = (scope or Scope()).on_articles()
    source = "positions p" if where == "1" else "positions p JOIN articles a ON a.id = p.article"
    rows = record.ask(
        f"SELECT DISTINCT p.said_by, p.party{', p.id' if rulings.rejected else ''} FROM {source} "
        f"WHERE {where} AND p.said_by IS NOT NULL AND p.said_by <> p.party",
        parameters,
    )
    told = ((rulings.name(row[0]), rulings.name(row[1])) for row in rows if row[-1] not in rulings.rejected)
    return {(a, b) for a, b in told if a and b and a != b}


def find_presented(
    record: Record,
    rulings: Rulings,
    scope: Scope | None = None,
    *,
    names: Collection[str] | None = None,
    articles: Collection[str] | None = None,
) -> list[tuple[str, Actor]]:
    """The actors of each article within `scope`, with its id; of `articles`, and by `names` (unjudged) alone."""
    where, parameters = (scope or Scope()).on_articles()
    source = "article_actors p" if where == "1" else "article_actors p JOIN articles a ON a.id = p.article"
    for column, told in (("name", names), ("article", articles)):
        if told is not None:
            where += f" AND p.{column} IN (SELECT value FROM json_each(:{column}))"
            parameters[column] = json.dumps(list(told))
    return [
        (article, rulings.actor(Actor(name=name, kind=kind, side=side, roles=from_list(roles))))
        for article, name, kind, side, roles in record.ask(
            f"SELECT p.article, p.name, p.kind, p.side, p.roles FROM {source} WHERE {where}", parameters
        )
    ]


def find_names(record: Record) -> dict[str, NameRow]:
    """Who stood behind each folded name when the story was told."""
    rows = record.ask("SELECT folded, actor, kind, side, articles FROM names")
    return {folded: (actor, kind, side, n) for folded, actor, kind, side, n in rows}


def write_names(db: sqlite3.Connection, gone: Iterable[str], come: dict[str, NameRow]) -> None:
    """Forget some names, and note others."""
    db.executemany("DELETE FROM names WHERE folded = ?", ((folded,) for folded in gone))
    db.executemany(
        "INSERT OR REPLACE INTO names VALUES (?,?,?,?,?)", ((folded, *row) for folded, row in come.items())
    )


def naming_articles(record: Record, names: Collection[str], folded: Collection[str]) -> set[str]:
    """The articles that present somebody by one of the names, or of which a claim gives one of the folded names."""
    presenting = record.ask(
        f"SELECT DISTINCT article FROM article_actors WHERE name {AMONG}", (json.dumps(list(names)),)
    )
    claiming = record.ask(
        f"SELECT DISTINCT article FROM strange_names WHERE folded {AMONG}", (json.dumps(list(folded)),)
    )
    return {article for (article,) in (*presenting, *claiming)}


def write_strange_names(
    db: sqlite3.Connection, articles: Collection[str], rows: Iterable[tuple[str, str]]
) -> None:
    """The names of claims that the articles present nobody by, in place of those noted before."""
    db.executemany("DELETE FROM strange_names WHERE article = ?", ((a,) for a in articles))
    db.executemany("INSERT OR IGNORE INTO strange_names VALUES (?,?)", rows)
