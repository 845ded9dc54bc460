"""How an article's text is laid out: its blocks and its sentences, as annotation found them.

find_passages(record, "a1f…") → the title, the paragraphs, and every sentence with its offsets.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from dragoman.model.documents import Block
from dragoman.model.spans import Span
from dragoman.record.cells import from_list
from dragoman.record.records import Record
from dragoman.record.scopes import Scope


@dataclass(frozen=True, slots=True)
class Passages:
    """Blocks and sentences in text order; spans count code points of the article's text."""

    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]


def find_passages(record: Record, article_id: str) -> Passages:
    """The passages of one article; empty where the record has no such article."""
    blocks = record.ask("SELECT start, end, kind FROM blocks WHERE article = ? ORDER BY nth", (article_id,))
    sentences = record.ask("SELECT start, end FROM sentences WHERE article = ? ORDER BY nth", (article_id,))
    return Passages(
        tuple(Block(Span(start, end), kind) for start, end, kind in blocks),
        tuple(Span(start, end) for start, end in sentences),
    )


def find_sentences(
    record: Record, scope: Scope | None = None, *, articles: Collection[str] | None = None
) -> dict[str, list[Span]]:
    """The sentences of every article within `scope` (of `articles` alone, where told), in text order, by its id."""
    where, parameters = (scope or Scope()).on_articles()
    if articles is not None:
        where += " AND a.id IN (SELECT value FROM json_each(:articles))"
        parameters["articles"] = json.dumps(list(articles))
    rows = record.ask(
        f"SELECT s.article, s.start, s.end FROM sentences s JOIN articles a ON a.id = s.article "
        f"WHERE {where} ORDER BY s.article, s.nth",
        parameters,
    )
    out: dict[str, list[Span]] = {}
    for article, start, end in rows:
        out.setdefault(article, []).append(Span(start, end))
    return out


@dataclass(frozen=True, slots=True)
class Mark:
    """A time or an actor in a text: `layer` says which, `told` what it was taken for."""

    layer: str
    id: str
    span: Span
    told: str


def find_marks(record: Record, article_id: str) -> tuple[Mark, ...]:
    """The times and the actors that annotation found in one article."""
    times = record.ask(
        "SELECT start, end, coalesce(edtf, value), nth FROM times WHERE article = ? ORDER BY nth",
        (article_id,),
    )
    mentions = record.ask(
        "SELECT start, end, actors, nth FROM mentions WHERE article = ? AND place = 0 AND actors <> '[]' ORDER BY nth",
        (article_id,),
    )
    return (
        *(Mark("time", f"t{nth}", Span(start, end), told) for start, end, told, nth in times),
        *(
            Mark("actor", f"m{nth}", Span(start, end), ", ".join(from_list(a)))
            for start, end, a, nth in mentions
        ),
    )
