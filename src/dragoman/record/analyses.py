"""The record as the memory of what was analysed: the same text under another name need not be parsed again.

find_analysis(record, the dispatch as a second newspaper prints it) → its Document and its claims, as its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dragoman.model.actors import Actor, Mention
from dragoman.model.articles import Article
from dragoman.model.claims import Claim
from dragoman.model.documents import Block, Document, Sentence
from dragoman.model.spans import Span
from dragoman.model.times import Time
from dragoman.record.cells import from_list
from dragoman.record.claims import claim_of, select
from dragoman.record.layers import LAYERS
from dragoman.record.records import Record
from dragoman.version import rules


def inputs_of(article: Article) -> str:
    """A digest of all that the analysis of an article sees: two that share it claim the same."""
    told = (article.text, article.title, article.published, article.dateline, *article.agency)
    seen = "\0".join("" if part is None else f"={part}" for part in told)
    return hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def is_analysed(record: Record, article: Article) -> bool:
    """Whether the record holds an analysis that is this article's too."""
    return _twin(record, article) is not None


def find_analysis(record: Record, article: Article) -> tuple[Document, list[Claim]] | None:
    """The document, without its tokens, and the claims of an article of which the record holds the analysis.

    None where the rules that are in force have not analysed such a text.
    """
    with record.snapshot():
        twin = _twin(record, article)
        if twin is None:
            return None
        ((published, dateline, agency),) = record.ask(
            "SELECT published, dateline, agency FROM articles WHERE id = ?", (twin,)
        )
        document = Document(article=article, published=published, dateline=dateline, agency=from_list(agency))
        _annotate(record, twin, document)
        return document, list(_claims(record, twin, article.id))


def _twin(record: Record, article: Article) -> str | None:
    rows = record.ask(
        "SELECT id FROM articles WHERE inputs = ? AND rules = ? ORDER BY id LIMIT 1",
        (inputs_of(article), rules()),
    )
    return rows[0][0] if rows else None


def _annotate(record: Record, twin: str, document: Document) -> None:
    def rows(columns: str, table: str, order: str = "nth") -> Iterator[tuple[Any, ...]]:
        yield from record.ask(f"SELECT {columns} FROM {table} WHERE article = ? ORDER BY {order}", (twin,))

    document.blocks = [
        Block(Span(start, end), kind) for start, end, kind in rows("start, end, kind", "blocks")
    ]
    document.sentences = [
        Sentence(Span(start, end), 0, 0, block)
        for start, end, block in rows("start, end, block", "sentences")
    ]
    document.times = [
        Time(span=Span(start, end), type=kind, value=value, edtf=edtf, rule=rule)
        for start, end, kind, value, edtf, rule in rows("start, end, type, value, edtf, rule", "times")
    ]
    document.mentions = [
        Mention(
            span=Span(start, end), head=0, kind=kind, actors=from_list(actors), how=how, place=bool(place)
        )
        for start, end, kind, actors, how, place in rows("start, end, kind, actors, how, place", "mentions")
    ]
    document.actors = {
        name: Actor(name=name, kind=kind, side=side, roles=from_list(roles))
        for name, kind, side, roles in rows("name, kind, side, roles", "article_actors", "rowid")
    }


def _claims(record: Record, twin: str, article: str) -> Iterator[Claim]:
    for noun, layer in LAYERS.items():
        rows = record.ask(
            f"SELECT {select(noun)} FROM {layer.table} t WHERE t.article = ? ORDER BY t.rowid", (twin,)
        )
        for row in rows:
            yield replace(claim_of(noun, row), article=article)
