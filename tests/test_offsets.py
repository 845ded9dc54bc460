"""Every claim of every layer stands where it says: on the examples and, where it is present, on the whole corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.analysis import analyse
from dragoman.extract import Claims
from dragoman.model.articles import Article, SetAside
from dragoman.model.claims import Claim
from dragoman.model.documents import Document
from dragoman.model.spans import Span
from dragoman.read import read_articles

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "negotiations.jsonl"


def claims_of(claims: Claims) -> list[Claim]:
    return [*claims.statements, *claims.events, *claims.meetings, *claims.positions]


def check(document: Document, claims: Claims) -> None:
    text = document.text

    def stands(span: Span, within: Span | None = None) -> None:
        """Inside the text, not empty, no white space at its edges; `within`, inside that span too."""
        assert 0 <= span.start < span.end <= len(text), (document.article.name, span)
        assert span.of(text).strip() == span.of(text), (document.article.name, span.of(text))
        assert within is None or within.holds(span), (document.article.name, span.of(text))

    for token in document.tokens:
        assert len(token.text) == token.end - token.start
    for time in document.times:
        stands(time.span)
    for mention in document.mentions:
        stands(mention.span)
        assert 0 <= mention.head < len(document.tokens)
    for claim in claims_of(claims):
        stands(claim.span)
        assert claim.article == document.article.id
        if claim.cue is not None:
            stands(claim.cue)
        for resolution in claim.resolved:
            stands(resolution.span)
    for statement in claims.statements:
        for fragment in statement.fragments:
            stands(fragment, statement.span)
    for meeting in claims.meetings:
        assert meeting.mentions[0] == meeting.span
        for span in meeting.mentions:
            stands(span)
    for position in claims.positions:
        if position.conditional_on is not None:
            stands(position.conditional_on)
    ids = [claim.id for claim in claims_of(claims)]
    assert len(ids) == len(set(ids))


def analysed(articles: list[Article]) -> Iterator[tuple[Document, Claims]]:
    failures: list[SetAside] = []
    yield from analyse(articles, failures.append)
    assert failures == []


def test_claims_of_the_examples_stand_where_they_say() -> None:
    articles = [a for a in read_articles([ROOT / "examples" / "hanoi"]) if isinstance(a, Article)]
    told = [(d, c) for d, c in analysed(articles)]
    assert len(told) >= 20
    for document, claims in told:
        check(document, claims)
        assert claims_of(claims)


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is absent")
def test_claims_of_the_corpus_stand_where_they_say() -> None:
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    articles = [
        Article(
            name=row["doc_id"],
            text="\n\n".join((row["title"], *row["paragraphs"])),
            published=row["date"][:10],
        )
        for row in rows
    ]
    for document, claims in analysed(articles):
        check(document, claims)
