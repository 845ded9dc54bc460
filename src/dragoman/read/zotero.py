"""A Zotero collection, as RIS or CSL JSON → its articles, where it holds their text.

TY  - NEWS / TI  - Klow attend / N2  - La délégation… → Article(title="Klow attend", …).

Zotero's exports tell of articles and seldom hold their text: an entry's abstract or note is read where it is long
enough to be one; else the entry is set aside with its address, to be fetched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dragoman.model.articles import Article, SetAside
from dragoman.read.agencies import find_agencies
from dragoman.read.dates import find_date
from dragoman.read.encodings import compose, decode, mend
from dragoman.read.sources import Found, Source

# An abstract shorter than this tells of a text and is none.
SHORTEST = 200
TYPES = (
    "article", "article-newspaper", "article-magazine", "article-journal", "webpage", "post-weblog", "broadcast",
    "report", "document",
)  # fmt: skip
_TAG = re.compile(r"^([A-Z][A-Z0-9])\s{2}-\s*(.*)$")


def is_zotero(rows: Sequence[Any]) -> bool:
    """Whether a JSON list is CSL's."""
    return bool(rows) and all(
        isinstance(r, dict) and r.get("type") in TYPES and ("title" in r or "issued" in r) for r in rows[:20]
    )


def read_ris(source: Source) -> Found:
    """Every reference of a RIS file."""
    lines = mend(decode(source.content())).text.splitlines()
    n = 0
    for n, entry in enumerate(_references(lines), start=1):
        yield _article(
            source,
            n,
            title=_first(entry, "TI", "T1"),
            outlet=_first(entry, "T2", "JO", "JF", "PB"),
            date=_first(entry, "DA", "PY", "Y1"),
            author=", ".join(entry.get("AU", entry.get("A1", []))) or None,
            section=_first(entry, "SE"),
            url=_first(entry, "UR", "L1"),
            key=_first(entry, "ID", "AN"),
            bodies=[*entry.get("N1", []), *entry.get("N2", []), *entry.get("AB", [])],
        )
    if n == 0:
        yield source.aside(
            "no RIS (expected lines 'TY  - NEWS' … 'ER  - '): export the collection again from Zotero"
        )


def _references(lines: Iterable[str]) -> Iterator[dict[str, list[str]]]:
    entry: dict[str, list[str]] = {}
    tag = ""
    for line in lines:
        m = _TAG.match(line)
        if m is None:
            if tag and entry.get(tag):
                entry[tag][-1] += "\n" + line.strip()
            continue
        tag = m[1]
        if tag == "TY":
            entry = {}
        elif tag == "ER":
            if entry:
                yield entry
            entry, tag = {}, ""
        else:
            entry.setdefault(tag, []).append(m[2].strip())


def _first(entry: dict[str, list[str]], *tags: str) -> str | None:
    return next((entry[tag][0] for tag in tags if entry.get(tag) and entry[tag][0]), None)


def read_csl(rows: Sequence[dict[str, Any]], source: Source) -> Found:
    """Every item of a CSL JSON file."""
    for n, row in enumerate(rows, start=1):
        yield _article(
            source,
            n,
            title=_told(row.get("title")),
            outlet=_told(row.get("container-title")) or _told(row.get("publisher")),
            date=_issued(row.get("issued")),
            author=_people(row.get("author")),
            section=_told(row.get("section")),
            url=_told(row.get("URL")),
            key=_told(row.get("id")),
            bodies=[b for b in (_told(row.get("note")), _told(row.get("abstract"))) if b],
        )


def _told(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _issued(value: Any) -> str | None:
    """{"date-parts": [[2021, 5, 3]]} → 2021-05-03."""
    if not isinstance(value, dict):
        return _told(value)
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        told = [str(p) for p in parts[0][:3] if isinstance(p, (int, str))]
        return "-".join([t.zfill(4 if k == 0 else 2) for k, t in enumerate(told)]) or None
    return _told(value.get("raw")) or _told(value.get("literal"))


def _people(value: Any) -> str | None:
    names = []
    for person in value if isinstance(value, list) else []:
        if isinstance(person, dict):
            whole = _told(person.get("literal"))
            parts = [p for key in ("given", "family") if (p := _told(person.get(key)))]
            names.append(whole or " ".join(parts))
    return ", ".join(n for n in names if n) or None


def _article(
    source: Source,
    n: int,
    *,
    title: str | None,
    outlet: str | None,
    date: str | None,
    author: str | None,
    section: str | None,
    url: str | None,
    key: str | None,
    bodies: Iterable[str],
) -> Article | SetAside:
    text = max((_plain(b) for b in bodies), key=len, default="")
    if len(text) < SHORTEST:
        where = f"; its page is {url}" if url else ""
        return source.aside(
            f"'{title or key or n}' tells of an article and does not hold its text{where}", key or n
        )
    title = compose(html.unescape(title)) if title else None
    return Article(
        name=(key or f"{source.stem}-{n}").rsplit("/", 1)[-1],
        text=f"{title}\n\n{text}" if title and not text.startswith(title) else text,
        title=title,
        published=find_date(date.replace("/", "-").rstrip("-") if date else None),
        outlet=outlet,
        author=author,
        agency=find_agencies(f"{author or ''} | {outlet or ''}"),
        section=section,
        url=url,
        path=source.label,
    )


def _plain(text: str) -> str:
    """A note's text without its markup."""
    text = re.sub(r"(?i)<(?:br|/p|/div|/h\d|/li)\b[^<>]*>", "\n\n", text)
    lines = (
        " ".join(line.split()) for line in html.unescape(re.sub(r"<[a-zA-Z/][^<>]*>", "", text)).split("\n")
    )
    return compose("\n\n".join(line for line in lines if line))
