"""The walk in order: read → annotate → extract → record, then resolve over all.

read_paths(record, ["presse/"]) → every article in the folder is in the record, once, with all that it claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Unpack

from dragoman.analysis import Analysis, Note, analyse
from dragoman.extract import Claims
from dragoman.gather import refresh_story
from dragoman.model.articles import Article, SetAside
from dragoman.model.documents import Document
from dragoman.model.tallies import Tally
from dragoman.read import Reading, read_articles
from dragoman.record import Record, find_set_aside, forget_set_aside, news_in, write_article, write_set_aside
from dragoman.reuse import spare

Paths = Iterable[str | Path]
Found = Iterable[Article | SetAside]
Progress = Callable[[Tally], None]


def read_paths(
    record: Record,
    paths: Paths,
    *,
    tally: Tally | None = None,
    on_progress: Progress = lambda _: None,
    analysis: Analysis = analyse,
    **how: Unpack[Reading],
) -> Tally:
    """Read every article under `paths` into `record`; `how` is date, columns, about, fetch: see Reading.

    `analysis` is `analyse` in this process, or that of `workers.share_work`.
    """
    found = read_articles(list(map(Path, paths)), **how)
    return read_found(record, found, tally or Tally(), on_progress, analysis)


def read_found(
    record: Record,
    found: Found,
    tally: Tally,
    on_progress: Progress = lambda _: None,
    analysis: Analysis = analyse,
) -> Tally:
    """The same for what was read already. Each article is one transaction; `tally` is kept up to date."""

    before = {aside.path for aside in find_set_aside(record)}  # by earlier readings

    def note(aside: SetAside) -> None:
        before.discard(aside.path)
        tally.aside.append(aside)
        write_set_aside(record, aside)
        on_progress(tally)

    def news(articles: Iterable[Article]) -> Iterator[Article]:
        seen: set[str] = set()
        for article in articles:
            if article.path in before:
                before.discard(article.path)
                forget_set_aside(record, article.path)
            if article.id in seen or (told := news_in(record, article)) is None:
                tally.known += 1
                on_progress(tally)
            else:
                yield told
            seen.add(article.id)

    for document, claims in spare(record, analysis)(news(_readable(found, note)), note):
        every = [*claims.statements, *claims.events, *claims.meetings, *claims.positions]
        write_article(record, document, every)
        tally.read += 1
        on_progress(tally)
    refresh_story(record)
    return tally


def annotate_paths(
    paths: Paths, *, on_aside: Note = lambda _: None, **how: Unpack[Reading]
) -> Iterator[tuple[Document, Claims]]:
    """Analyse every article under `paths`, in order, and keep nothing."""
    return analyse(_readable(read_articles(list(map(Path, paths)), **how), on_aside), on_aside)


def _readable(found: Found, on_aside: Note) -> Iterator[Article]:
    for one in found:
        if isinstance(one, Article):
            yield one
        else:
            on_aside(one)
