"""Articles into the record: each with all that annotation and extraction found, or not at all.

A Document with its claims → one transaction; the same article again → nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from dragoman.model.articles import Article, SetAside
from dragoman.model.claims import Claim
from dragoman.model.documents import Document
from dragoman.record.analyses import inputs_of
from dragoman.record.cells import cells, days, storable
from dragoman.record.claims import write_claims
from dragoman.record.records import Record
from dragoman.record.stories import mark_stale
from dragoman.version import __version__, rules

ARTICLE = """INSERT INTO articles (
  id, name, title, outlet, author, agency, published, told_published, published_from, published_to,
  dateline, language, url, path, digest, text, read_at, version, standfirst, section, updated, original,
  rules, inputs
) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"""


def news_in(record: Record, article: Article) -> Article | None:
    """The article where reading it tells something new, with the date that was told before; else None.

    It does where the record has not got it, where other rules have read it, and where the same article is now
    told another date. A copy of its text under another name corrects no date.
    """
    rows = record.ask("SELECT name, told_published, version, rules FROM articles WHERE id = ?", (article.id,))
    if not rows:
        return article
    name, told, version, read_by = rows[0]
    corrected = article.published is not None and article.published != told
    if corrected and (told is None or name == storable(article.name)):
        return article
    same = version == __version__ if read_by is None else read_by == rules()
    return None if same else replace(article, published=told)


def write_article(record: Record, document: Document, claims: Sequence[Claim]) -> None:
    """Write one analysed article and all that it claims, in place of what an earlier reading wrote."""
    article = document.article
    text = storable(article.text)
    published = document.published or article.published
    row = (
        article.id, article.name, article.title, article.outlet, article.author,
        document.agency or article.agency, published, article.published, *days(published),
        document.dateline or article.dateline, article.language, article.url, article.path,
        hashlib.sha256(text.encode()).hexdigest(), text, _now(), __version__,
        article.standfirst, article.section, article.updated, article.original, rules(), inputs_of(article),
    )  # fmt: skip
    with record.transaction() as db:
        db.execute("DELETE FROM articles WHERE id = ?", (article.id,))
        db.execute(ARTICLE, cells(row))
        _write_annotation(db, article.id, text, document)
        write_claims(db, text, published, claims)
        mark_stale(db, [article.id])


def write_set_aside(record: Record, aside: SetAside) -> None:
    """Note an input that could not be read."""
    with record.transaction() as db:
        db.execute(
            "INSERT OR REPLACE INTO set_aside VALUES (?,?,?)", cells((aside.path, aside.reason, _now()))
        )


def forget_set_aside(record: Record, path: str) -> None:
    """What was set aside can be read now."""
    with record.transaction() as db:
        db.execute("DELETE FROM set_aside WHERE path = ?", (storable(path),))


def _write_annotation(db: sqlite3.Connection, article: str, text: str, document: Document) -> None:
    def put(table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        ready = [cells((article, *row)) for row in rows]
        if ready:
            db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(ready[0]))})", ready)

    put("blocks", ((n, *b.span, b.kind) for n, b in enumerate(document.blocks)))
    put("sentences", ((n, *s.span, s.block) for n, s in enumerate(document.sentences)))
    put(
        "times",
        (
            (n, *t.span, t.span.of(text), t.type, t.value, t.edtf, t.rule)
            for n, t in enumerate(document.times)
        ),
    )
    put(
        "mentions",
        (
            (n, *m.span, m.span.of(text), m.kind, m.actors, m.how, m.place)
            for n, m in enumerate(document.mentions)
        ),
    )
    put("article_actors", ((name, a.kind, a.side, a.roles) for name, a in document.actors.items()))


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
