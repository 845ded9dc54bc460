"""One entry of a press database's export → an Article, or why it is none.

Entry(title="Klow attend", outlet="Le Courrier", date="3 mai 2021", lines=["La délégation…"]) → Article.

An entry without a text, or without a date, is set aside and not half-read: its layout is not the one we know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.model.articles import Article, SetAside
from dragoman.read.agencies import find_agencies
from dragoman.read.dates import find_date
from dragoman.read.encodings import compose
from dragoman.read.sources import Source

_BY = re.compile(r"^(?:par|by|de notre \w+ (?:à|en) .{2,30},)\s+", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(slots=True)
class Entry:
    """What was found of one article, in the export's own words.

    `key` is its number in the database, `refused` why the export itself does not give it.
    """

    key: str | None = None
    title: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    date: str | None = None
    author: str | None = None
    section: str | None = None
    url: str | None = None
    language: str | None = None
    lines: list[str] = field(default_factory=list)
    refused: str | None = None


def one_line(text: str | None) -> str | None:
    """The text on one line, None where there is none."""
    told = compose(_SPACE.sub(" ", text or "")).strip(" \u00a0")
    return told or None


def make_articles(
    entries: Iterable[Entry], source: Source, kind: str, expected: str
) -> Iterator[Article | SetAside]:
    """An Article for each entry; an entry that is not whole is set aside with what its layout should have."""
    n = 0
    for n, entry in enumerate(entries, start=1):
        if entry.refused:
            yield source.aside(entry.refused, entry.key or n)
            continue
        title, published = one_line(entry.title), find_date(entry.date)
        lines = [line for told in entry.lines if (line := one_line(told))]
        missing = [name for name, there in (("text", lines), ("date", published)) if not there]
        if missing:
            yield source.aside(
                f"an entry of a {kind} export without {' and '.join(missing)} (expected {expected}): "
                "export it again as in docs/formats.md, or report the file",
                entry.key or n,
            )
            continue
        standfirst = one_line(entry.standfirst)
        head = [t for t in (title, standfirst) if t and t not in lines[:1]]
        author = one_line(entry.author)
        signature = (
            lines[-1] if len(lines[-1]) <= 40 else "".join(re.findall(r"\(([^()]{2,40})\)\.?$", lines[-1]))
        )
        yield Article(
            name=f"{source.stem}-{entry.key or n}",
            text="\n\n".join([*head, *lines]),
            title=title,
            standfirst=standfirst,
            published=published,
            outlet=one_line(entry.outlet),
            author=_BY.sub("", author) if author else None,
            agency=find_agencies(f"{author or ''} | {entry.outlet or ''} | {signature}"),
            section=one_line(entry.section),
            url=one_line(entry.url),
            path=source.label,
        )
    if n == 0:
        yield source.aside(
            f"looks like a {kind} export, but its layout is not one that we know (expected {expected}): "
            "export it again as in docs/formats.md, or report the file"
        )
