"""Files and folders → Articles, in a stable order; what cannot be read comes as a SetAside that says why.

["presse/"] → Article(name="hanoi", text="Le sommet…", published="2019-02-28"), … , SetAside("presse/x.pdf", …).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias, TypedDict, Unpack

from dragoman.model.articles import Article, SetAside
from dragoman.model.edtf import bounds
from dragoman.model.errors import ReadError
from dragoman.read.files import Found, Listed, find_files
from dragoman.read.formats import find_format
from dragoman.read.languages import only_french
from dragoman.read.metadata import Metadata, Row, read_metadata
from dragoman.read.sources import Source
from dragoman.read.topics import Topic, find_topic

__all__ = ["Reading", "read_articles", "read_listed"]

Columns: TypeAlias = Mapping[str, str]
NO_COLUMNS: Columns = {}


class Reading(TypedDict, total=False):
    """How to read: `date` (EDTF) is for articles whose source tells none; `columns` is our field → the name of a
    table's column, where it is unusual; `about` names parties, and an article that does not name two of them is
    passed over in silence; `fetch` lets lists of addresses be fetched from the web."""

    date: str | None
    columns: Columns | None
    about: str | None
    fetch: bool


def read_articles(paths: Sequence[Path], **how: Unpack[Reading]) -> Iterator[Article | SetAside]:
    """Every article under `paths`: texts, pages, press exports, tables, archives, folders with all that they hold.

    A folder's metadata.csv tells of its files that hold one article; its date wins over all others, then what the
    source tells, then that of the call. An article that is not in French is set aside by the name of its language.
    Raises DateError or UsageError at once where the call is wrong; for a bad input, never.
    """
    return read_listed(find_files(paths), **how)


def read_listed(listed: Iterable[Listed], **how: Unpack[Reading]) -> Iterator[Article | SetAside]:
    """The same for what `find_files` listed, or a part of it, in order."""
    date, about = how.get("date"), how.get("about")
    if date is not None:
        bounds(date)
    topic = find_topic(about) if about is not None else None
    return _articles(listed, date, how.get("columns") or NO_COLUMNS, topic, how.get("fetch", False))


def _articles(
    listed: Iterable[Listed], date: str | None, columns: Columns, topic: Topic | None, fetch: bool
) -> Iterator[Article | SetAside]:
    tables: dict[Path, Metadata] = {}
    told: set[Path] = set()
    for found in listed:
        if isinstance(found, SetAside):
            yield found
        elif isinstance(found, Path):
            if found not in told:
                told.add(found)
                yield from _table(tables, found).faults
        else:
            yield from _read(Source(found.path, columns, topic, fetch), _row(tables, found), date)


def _table(tables: dict[Path, Metadata], folder: Path) -> Metadata:
    if folder not in tables:
        tables[folder] = read_metadata(folder)
    return tables[folder]


def _row(tables: dict[Path, Metadata], found: Found) -> Row | None:
    """What the nearest metadata.csv tells of the file, from its own folder up to the one that the user named."""
    folder = found.path.parent
    while True:
        row = _table(tables, folder).row(found.path.relative_to(folder).as_posix())
        if row is not None or folder in (found.root, folder.parent):
            return row
        folder = folder.parent


def _read(source: Source, row: Row | None, date: str | None) -> Iterator[Article | SetAside]:
    """What one file holds; whatever is wrong with it ends it and not the batch."""
    try:
        known = find_format(source)
        if not source.head(1):
            yield source.aside("empty: there is no article in it")
            return
        for article in known.read(source):
            if isinstance(article, SetAside):
                yield article
            elif source.topic is None or source.topic.is_in(article.text):
                where = source.label if known.single else f"{source.label}#{article.name}"
                yield only_french(_told(article, row if known.single else None, date), where)
    except ReadError as e:
        yield SetAside(e.path, e.reason)
    except (RecursionError, MemoryError) as e:
        yield source.aside(f"nested or swollen beyond all reason ({type(e).__name__}): it is no article")


def _told(article: Article, row: Row | None, date: str | None) -> Article:
    """The article with what the folder's metadata.csv and the user tell of it."""
    row = row or Row()
    return replace(
        article,
        published=row.date or article.published or date,
        outlet=row.outlet or article.outlet,
        agency=row.agency or article.agency,
        title=article.title or row.title,
        url=row.url or article.url,
        author=row.author or article.author,
    )
