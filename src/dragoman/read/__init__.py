"""Files and folders → Articles, in a stable order; what cannot be read comes as a SetAside that says why.

["presse/"] → Article(name="hanoi", text="Le sommet…", published="2019-02-28"), … , SetAside("presse/x.pdf", …).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.model.articles import Article, SetAside
from dragoman.model.edtf import bounds
from dragoman.read.files import Found, find_files
from dragoman.read.html import read_html
from dragoman.read.metadata import Metadata, Row, read_metadata
from dragoman.read.text import LARGEST, decode_text

__all__ = ["read_articles"]


def read_articles(paths: Sequence[Path], *, date: str | None = None) -> Iterator[Article | SetAside]:
    """Every article under `paths`: .txt, .html and .htm files, folders with all that they hold.

    A folder's metadata.csv tells of its files; its date wins over all others, then `date` (EDTF), then what the
    page declares. Raises DateError at once where `date` is no EDTF; for a bad input, never.
    """
    if date is not None:
        bounds(date)
    return _articles(paths, date)


def _articles(paths: Sequence[Path], date: str | None) -> Iterator[Article | SetAside]:
    tables: dict[Path, Metadata] = {}
    told: set[Path] = set()
    for found in find_files(paths):
        if isinstance(found, SetAside):
            yield found
        elif isinstance(found, Path):
            if found not in told:
                told.add(found)
                yield from _table(tables, found).faults
        else:
            yield _read(found, _row(tables, found), date)


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


def _read(found: Found, row: Row | None, date: str | None) -> Article | SetAside:
    path = found.path
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return SetAside(
                str(path),
                f"{size / 2**20:.0f} MB, over {LARGEST // 2**20} MB: split it into one file for each article",
            )
        content = path.read_bytes()
    except OSError as e:
        return SetAside(str(path), f"cannot be read ({e.strerror or e}): check its permissions")
    if not content:
        return SetAside(str(path), "empty: there is no article in it")
    article: Article | SetAside
    if path.suffix.lower() == ".txt":
        try:
            article = Article(name=path.stem, text=decode_text(content), path=str(path))
        except ValueError as e:
            return SetAside(str(path), str(e))
    else:
        article = read_html(content, name=path.stem, path=str(path))
    if isinstance(article, SetAside):
        return article
    row = row or Row()
    return replace(
        article,
        published=row.date or date or article.published,
        outlet=row.outlet or article.outlet,
        agency=row.agency or article.agency,
        title=article.title if path.suffix.lower() != ".txt" else row.title,
        url=row.url or article.url,
        author=row.author or article.author,
    )
