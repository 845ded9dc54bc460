"""A table of articles, CSV or JSON Lines → its articles; the columns are known by the usual names, or told.

"titre;date;texte\\nKlow attend;03/05/2021;La délégation…" → Article(title="Klow attend", published="2021-05-03").

Rows are read one by one, so that a table may be of any length. `columns` of the source (`--map title=titre`) says
which of their columns is which of ours; the usual names in French and English are in lexicon/columns.yaml.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, BinaryIO

from dragoman.lexicon import load_yaml
from dragoman.model.articles import Article, SetAside
from dragoman.model.errors import ReadError
from dragoman.read.agencies import find_agencies
from dragoman.read.dates import find_date
from dragoman.read.encodings import compose, decode, mend
from dragoman.read.sources import Found, Source
from dragoman.read.zotero import is_zotero, read_csl

FIELDS = (
    "text", "title", "standfirst", "date", "updated", "outlet", "agency", "author", "section", "url", "name",
    "language",
)  # fmt: skip
# Characters of one row; more is not one article.
LONGEST_ROW = 20 * 2**20


@cache
def _usual() -> dict[str, str]:
    """Their usual names, plain, → ours."""
    return {plain(name): entry["field"] for entry in load_yaml("columns") for name in entry["names"]}


def plain(name: str) -> str:
    """A column's name without accents, case and signs: "Date de publication" → datedepublication."""
    told = unicodedata.normalize("NFD", name.strip().lower())
    return "".join(c for c in told if c.isalnum())


def read_csv(source: Source) -> Found:
    """A table with its columns' names in the first line; comma, semicolon, tab or bar between them."""
    with source.open() as stream:
        lines = _text_lines(stream, source)
        first = next(lines, "")
        if not first.strip():
            yield source.aside("empty: there is no table in it")
            return
        csv.field_size_limit(min(LONGEST_ROW, sys.maxsize))
        rows = csv.reader(_chain(first, lines), delimiter=max(",;\t|", key=first.count))
        try:
            header = next(rows)
            wanted = find_columns(header, source)
            for n, row in enumerate(rows, start=2):
                if any(cell.strip() for cell in row):
                    told = dict(zip(header, row, strict=False))
                    yield row_article({f: told.get(name, "") for f, name in wanted.items()}, source, n)
        except csv.Error as e:
            yield source.aside(f"line {rows.line_num}: not a table ({e}): save it as CSV with UTF-8")


def read_jsonl(source: Source) -> Found:
    """An object on each line."""
    with source.open() as stream:
        wanted: dict[str, str] = {}
        empty = True
        for n, line in enumerate(_text_lines(stream, source), start=1):
            if not line.strip():
                continue
            empty = False
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as e:
                yield source.aside(f"line {n} is no JSON ({e}): write one object on each line", n)
                continue
            if not isinstance(row, dict):
                yield source.aside("no object with named fields: write one object on each line", n)
                continue
            if not wanted or wanted["text"] not in row:
                wanted = find_columns(row, source)
            yield row_article({f: row.get(name) for f, name in wanted.items()}, source, n)
        if empty:
            yield source.aside("empty: there is no article in it")


def read_json(source: Source) -> Found:
    """A list of objects; that of Zotero (CSL-JSON) is known by its `type`s."""
    try:
        rows = json.loads(decode(source.content()))
    except (ValueError, RecursionError) as e:
        yield source.aside(f"no JSON ({e}): save it again, or one object on each line as .jsonl")
        return
    rows = [rows] if isinstance(rows, dict) else rows
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        yield source.aside("no list of objects with named fields (expected a table, or Zotero's CSL JSON)")
    elif is_zotero(rows):
        yield from read_csl(rows, source)
    else:
        for n, row in enumerate(rows, start=1):
            yield row_article({f: row.get(name) for f, name in find_columns(row, source).items()}, source, n)


def find_columns(names: Iterable[str], source: Source) -> dict[str, str]:
    """Our field → their column. Raises ReadError where no column holds the text."""
    there = [name for name in names if isinstance(name, str)]
    by_plain = {plain(name): name for name in reversed(there)}
    out: dict[str, str] = {}
    for ours, theirs in source.columns.items():
        if ours not in FIELDS:
            raise ReadError(source.label, f"--map {ours}={theirs}: '{ours}' is none of {', '.join(FIELDS)}")
        if plain(theirs) not in by_plain:
            raise ReadError(
                source.label,
                f"--map {ours}={theirs}: there is no column '{theirs}' among {', '.join(there)[:300]}",
            )
        out[ours] = by_plain[plain(theirs)]
    for theirs, name in by_plain.items():
        field = _usual().get(theirs)
        if field and field not in out and name not in out.values():
            out[field] = name
    if "text" not in out:
        raise ReadError(
            source.label,
            f"no column holds the text (found {', '.join(there)[:300] or 'none'}): name it with --map text=COLUMN",
        )
    return out


def row_article(row: Mapping[str, Any], source: Source, n: int) -> Article | SetAside:
    """The article of row `n`, which maps our fields to its cells."""
    told = {field: said for field, value in row.items() if (said := _said(value))}
    if not told.get("text"):
        return source.aside("a row without text", told.get("name", n))
    decoded = mend(compose(told["text"]))
    title = told.get("title")
    title = compose(mend(title).text) if title else None
    text = decoded.text
    standfirst = compose(mend(told["standfirst"]).text) if told.get("standfirst") else None
    if standfirst and " ".join(standfirst.split())[:60] not in " ".join(text.split()):
        text = f"{standfirst}\n\n{text}"
    if title and " ".join(text.split("\n")[0].split()) != " ".join(title.split()):
        text = f"{title}\n\n{text}"
    signed = " | ".join(told.get(field, "") for field in ("agency", "author", "outlet"))
    return Article(
        name=told.get("name") or f"{source.stem}-{n}",
        text=text,
        title=title,
        standfirst=standfirst,
        published=find_date(told.get("date")),
        updated=find_date(told.get("updated")),
        outlet=told.get("outlet"),
        agency=find_agencies(signed) or _listed(told.get("agency")),
        author=told.get("author"),
        section=told.get("section"),
        url=told.get("url"),
        path=source.label,
        original=decoded.original,
    )


def _said(value: Any) -> str:
    """A cell as text; a list is its items, paragraphs where they are long."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        items = [_said(v) for v in value]
        return ("\n\n" if any(len(i) > 80 for i in items) else ", ").join(i for i in items if i)
    if isinstance(value, dict):
        return _said(value.get("name"))
    if isinstance(value, bytes):
        return decode(value).strip()
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None or isinstance(value, bool) else str(value)


def _listed(told: str | None) -> tuple[str, ...]:
    return tuple(a.strip() for a in (told or "").replace(";", ",").split(",") if a.strip())


# --- lines --------------------------------------------------------------------------------------------


def _chain(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _text_lines(stream: BinaryIO, source: Source) -> Iterator[str]:
    """The lines of the table, each decoded by itself. Raises ReadError for a line beyond all bounds."""
    start = stream.read(4)
    wide = next(
        (
            c
            for m, c in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
            if start.startswith(m)
        ),
        None,
    )
    if wide:
        rest = stream.read(LONGEST_ROW)
        yield from io.StringIO((start[2:] + rest).decode(wide, "replace"), newline="")
        return
    held = start.removeprefix(codecs.BOM_UTF8)
    while True:
        line = held + stream.readline(LONGEST_ROW)
        held = b""
        if not line:
            return
        if len(line) >= LONGEST_ROW:
            raise ReadError(
                source.label, f"a line over {LONGEST_ROW // 2**20} MB: this is no table of articles"
            )
        yield decode(line).replace("\0", "")
