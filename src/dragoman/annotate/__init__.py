"""Article → Document: blocks, quotations, sentences, tokens, publication date, times, mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee

from dragoman.annotate.blocks import find_blocks
from dragoman.annotate.mentions import find_mentions
from dragoman.annotate.names import find_names
from dragoman.annotate.parser import Job, Parser, parse
from dragoman.annotate.publication import infer_published
from dragoman.annotate.quotes import find_quotes
from dragoman.annotate.sentences import find_sentences
from dragoman.annotate.times import find_times
from dragoman.model.articles import Article
from dragoman.model.documents import Document, Sentence
from dragoman.model.spans import Span


def annotate_articles(articles: Iterable[Article], parser: Parser = parse) -> Iterator[Document]:
    """Annotate each article, in order; `parser` may be one that remembers what it has parsed."""
    prepared, again = tee(_prepare(article) for article in articles)
    parsed = parser(job for _, job, _ in prepared)
    for (document, job, blocks), tokens in zip(again, parsed, strict=True):
        document.tokens = tokens
        document.sentences = _sentences(document, job, blocks)
        infer_published(document)
        find_times(document)
        find_mentions(document)
        yield document


def _prepare(article: Article) -> tuple[Document, Job, list[int]]:
    """The document before the parse, the parser's job, and the block of each of its sentences."""
    text = article.text
    blocks = find_blocks(text, article.title)
    quotes = find_quotes(text, blocks)
    bounds = find_sentences(text, blocks, quotes)
    job = Job(text, tuple(s for s, _ in bounds), tuple(find_names(text, blocks)))
    return Document(article=article, blocks=blocks, quotes=quotes), job, [k for _, k in bounds]


def _sentences(document: Document, job: Job, blocks: list[int]) -> list[Sentence]:
    out: list[Sentence] = []
    first = 0
    tokens = document.tokens
    for n, (span, block) in enumerate(zip(job.sentences, blocks, strict=True)):
        last = first
        while last < len(tokens) and tokens[last].sent == n:
            last += 1
        out.append(Sentence(Span(*span), first, last, block))
        first = last
    return out
