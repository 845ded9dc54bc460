"""What was analysed already is not analysed again: the same text in another file is taken from the record.

spare(record, analyse) → an analysis that parses the dispatch once, however many newspapers print it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from dragoman.analysis import Analysis, Note
from dragoman.extract import Claims
from dragoman.model.articles import Article
from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.record import Record, find_analysis, inputs_of, is_analysed

Analysed = tuple[Document, Claims]


def spare(record: Record, analysis: Analysis) -> Analysis:
    """`analysis` without what `record` knows; each result must be written before the next one is asked for.

    Results come in the order of the articles; where an article fails that others repeat, these come last.
    """

    def sparing(articles: Iterable[Article], on_aside: Note) -> Iterator[Analysed]:
        given: set[str] = set()
        line: deque[tuple[Article, bool]] = (
            deque()
        )  # in the articles' order, and whether each is being analysed

        def fresh() -> Iterator[Article]:
            for article in articles:
                seen = inputs_of(article)
                known = seen in given or is_analysed(record, article)
                line.append((article, not known))
                if not known:
                    given.add(seen)
                    yield article

        orphans: list[Article] = []
        for document, claims in analysis(fresh(), on_aside):
            yield from _known(record, _ahead_of(line, document.article), orphans)
            yield document, claims
        yield from _known(record, _ahead_of(line, None), orphans)
        if orphans:
            yield from analysis(orphans, on_aside)

    return sparing


def _ahead_of(line: deque[tuple[Article, bool]], article: Article | None) -> Iterator[Article]:
    """The articles before this one that nobody analyses; what was analysed in vain is left out."""
    while line:
        first, fresh = line.popleft()
        if not fresh:
            yield first
        elif article is not None and first.id == article.id:
            return


def _known(record: Record, articles: Iterable[Article], orphans: list[Article]) -> Iterator[Analysed]:
    for article in articles:
        if (found := find_analysis(record, article)) is None:
            orphans.append(article)
            continue
        document, claims = found
        yield (
            document,
            Claims(
                tuple(c for c in claims if isinstance(c, Statement)),
                tuple(c for c in claims if isinstance(c, Event)),
                tuple(c for c in claims if isinstance(c, MeetingReport)),
                tuple(c for c in claims if isinstance(c, Position)),
            ),
        )
