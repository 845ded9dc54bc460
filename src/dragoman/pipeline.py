"""The walk in order: read → annotate → extract → record, then resolve over all.

read_paths(record, ["presse/"]) → every article in the folder is in the record, once, with all that it claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Unpack

from dragoman.annotate import annotate_articles
from dragoman.extract import Claims, extract_claims
from dragoman.gather import refresh_story
from dragoman.model.articles import Article, SetAside
from dragoman.model.documents import Document
from dragoman.model.errors import DragomanError
from dragoman.read import Reading, read_articles
from dragoman.record import Record, news_in, write_article, write_set_aside

Paths = Iterable[str | Path]
Note = Callable[[SetAside], None]


@dataclass(slots=True)
class Tally:
    """What became of the inputs so far."""

    read: int = 0
    known: int = 0
    aside: list[SetAside] = field(default_factory=list)


def read_paths(
    record: Record,
    paths: Paths,
    *,
    tally: Tally | None = None,
    on_progress: Callable[[Tally], None] = lambda _: None,
    **how: Unpack[Reading],
) -> Tally:
    """Read every article under `paths` into `record`; `how` is date, columns, about: see Reading.

    Each article is one transaction: after an interruption the next call goes on. `tally` is kept up to date.
    """
    tally = tally or Tally()

    def note(aside: SetAside) -> None:
        tally.aside.append(aside)
        write_set_aside(record, aside)
        on_progress(tally)

    def news(articles: Iterable[Article]) -> Iterator[Article]:
        seen: set[str] = set()
        for article in articles:
            if article.id in seen or (told := news_in(record, article)) is None:
                tally.known += 1
                on_progress(tally)
            else:
                yield told
            seen.add(article.id)

    for document, claims in analyse(news(_readable(paths, note, **how)), note):
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
    return analyse(_readable(paths, on_aside, **how), on_aside)


def analyse(articles: Iterable[Article], on_aside: Note) -> Iterator[tuple[Document, Claims]]:
    """The part of the walk that sees one article at a time; one that breaks a rule of ours stops no other."""
    for document in annotate_articles(articles):
        try:
            claims = extract_claims(document)
        except (OSError, ImportError, DragomanError):  # Dragoman itself is not whole: no article can be read
            raise
        except Exception as e:  # told to the user, who can report it, and read again by the next version
            name = document.article.path or document.article.name
            on_aside(SetAside(name, f"the analysis failed ({type(e).__name__}: {e}): please report it"))
            continue
        yield document, claims


def _readable(paths: Paths, on_aside: Note, **how: Unpack[Reading]) -> Iterator[Article]:
    for found in read_articles([Path(p) for p in paths], **how):
        if isinstance(found, Article):
            yield found
        else:
            on_aside(found)
