"""An export of LexisNexis (Nexis) as HTML, or of Nexis Uni as a Word document → its articles.

"1 of 3 DOCUMENTS" | Le Courrier | 3 mai 2021 | Klow attend | LONGUEUR: 143 mots | La délégation… → Article.

What a line is, is told by its label ("RUBRIQUE:", "Section:") or by where it stands; labels in French and English
are in lexicon/exports.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from lxml import etree

from dragoman.lexicon import load_yaml
from dragoman.read.dates import find_date
from dragoman.read.docx import docx_paragraphs
from dragoman.read.encodings import decode, mend
from dragoman.read.exports.entries import Entry, make_articles
from dragoman.read.pages import parse_html
from dragoman.read.pages.paragraphs import find_lines
from dragoman.read.sources import Found, Source

EXPECTED = (
    "for each document: '1 of 3 DOCUMENTS', the outlet, the date, the title, LENGTH or LONGUEUR, the text"
)
EXPECTED_DOCX = "title, outlet, date, Copyright, Length or Longueur, Body or Corps, text, End of Document"

COUNT = re.compile(r"^\s*\d+\s+(?:of|de|sur)\s+\d+\s+DOCUMENTS?\s*$", re.IGNORECASE)
_LABEL = re.compile(r"^\s*([A-ZÉÈÊÀÂÎÔÛÇ][\w' -]{2,28}?)\s?:\s*(.*)$", re.DOTALL)
_RIGHTS = re.compile(
    r"^\s*(?:©|\(c\)|copyright\b|copy\s\d{4}|tous droits|all rights reserved)", re.IGNORECASE
)


@cache
def _labels() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Label in small letters → our field; the line that opens the text, ends a document, tells it is damaged."""
    fields: dict[str, str] = {}
    lines: dict[str, list[str]] = {"body": [], "end": [], "error": []}
    for entry in load_yaml("exports"):
        for label in entry["labels"]:
            if entry["field"] in lines:
                lines[entry["field"]].append(re.escape(label))
            else:
                fields[label.lower()] = entry["field"]
    body, end, error = (
        re.compile("(?:" + "|".join(lines[k]) + r")\s*[:.]?\s*", re.IGNORECASE)
        for k in ("body", "end", "error")
    )
    return fields, body, end, error


def _labelled(line: str) -> tuple[str, str] | None:
    """The field that a line's label names, and what it says of it."""
    m = _LABEL.match(line)
    field = _labels()[0].get(m[1].lower().strip()) if m else None
    return (field, m[2].strip()) if m and field else None


# --- HTML ---------------------------------------------------------------------------------------------


def read_lexisnexis_html(source: Source) -> Found:
    """Every document of an export saved as HTML."""
    tree = parse_html(mend(decode(source.content())).text)
    entries = () if tree is None else map(_of_groups, _documents(tree))
    return make_articles(entries, source, "LexisNexis", EXPECTED)


def _documents(tree: etree._Element) -> Iterator[list[list[str]]]:
    """The lines of each document, grouped as the page's boxes group them."""
    groups: list[list[str]] = []
    held: etree._Element | None = None
    started = False
    for p in tree.iter("p"):
        lines = [line.text for line in find_lines(p, boxes=False)]
        if lines and COUNT.match(lines[0]):
            if started and groups:
                yield groups
            groups, held, started = [], None, True
            continue
        if not started or not lines:
            continue
        if held is None or p.getparent() is not held or _labelled(lines[0]):
            groups.append([])
        held = p.getparent()
        groups[-1].extend(lines)
    if started and groups:
        yield groups


def _of_groups(groups: Sequence[list[str]]) -> Entry:
    """Outlet, date and title stand in this order before the first label; what has no label after it is the text."""
    entry = Entry()
    labelled = False
    for group in groups:
        told = _labelled(group[0])
        if told is None and _RIGHTS.match(group[0]):
            continue
        if told is not None:
            labelled = True
            field, said = told[0], " ".join([told[1], *group[1:]]).strip()
            if field in ("author", "section", "language", "standfirst"):
                setattr(entry, field, getattr(entry, field) or said)
            elif field == "body":
                entry.lines.extend(line for line in (told[1], *group[1:]) if line)
        elif not labelled and entry.outlet is None:
            entry.outlet = group[0]
        elif not labelled and entry.date is None:
            entry.date = next((line for line in group if find_date(line)), None)
        elif not labelled and entry.title is None:
            entry.title = " ".join(group)
        elif labelled:
            entry.lines.extend(group)
    if entry.section:
        entry.section = re.split(r";\s*(?=Pg\b|Page\b|p\.)|^Pg\b", entry.section)[0] or None
    return _whole(entry)


def _whole(entry: Entry) -> Entry:
    """The entry, refused where the database says itself that it could not give the text."""
    error = _labels()[3]
    if any(error.fullmatch(line) for line in entry.lines):
        entry.refused = "the database could not show this document: export it again"
    return entry


# --- Word ---------------------------------------------------------------------------------------------


def read_nexis_docx(source: Source) -> Found:
    """Every document of an export saved as a Word document."""
    lines = [text for _, text in docx_paragraphs(source)]
    return make_articles(map(_of_lines, _split(lines)), source, "Nexis", EXPECTED_DOCX)


def is_nexis(lines: Iterable[str]) -> bool:
    """Whether the lines of a Word document are those of an export of Nexis."""
    _, body, end, _ = _labels()
    told = list(lines)
    return any(end.fullmatch(line) for line in told) or (
        any(body.fullmatch(line) for line in told) and any(_RIGHTS.match(line) for line in told[:12])
    )


def _split(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each document; the list of contents that comes first is none."""
    _, body, end, _ = _labels()
    held: list[str] = []
    for line in lines:
        if end.fullmatch(line):
            if any(body.fullmatch(x) for x in held):
                yield _without_contents(held)
            held = []
        else:
            held.append(line)
    if any(body.fullmatch(x) for x in held):
        yield _without_contents(held)


def _without_contents(lines: list[str]) -> list[str]:
    """A document's own lines: its head is the few lines before its copyright."""
    rights = next((k for k, line in enumerate(lines) if _RIGHTS.match(line)), None)
    return lines[max(0, rights - 3) :] if rights is not None and rights > 6 else lines


def _of_lines(lines: list[str]) -> Entry:
    entry = Entry()
    body = _labels()[1]
    start = next(k for k, line in enumerate(lines) if body.fullmatch(line))
    head, rest = lines[:start], lines[start + 1 :]
    dated = next(
        (k for k, line in enumerate(head) if k > 0 and find_date(line) and _labelled(line) is None), None
    )
    if dated is not None:
        entry.date = head[dated]
        entry.outlet = head[dated - 1]
        entry.title = " ".join(head[max(0, dated - 2) : dated - 1]) or None
    for line in head:
        told = _labelled(line)
        if told and told[0] in ("author", "section", "language", "standfirst"):
            setattr(entry, told[0], getattr(entry, told[0]) or told[1])
    if entry.section:
        entry.section = re.split(r";\s*(?=Pg\b|Page\b|p\.)|^Pg\b", entry.section)[0] or None
    for line in rest:
        if _labelled(line) and _labelled(line) != ("body", ""):
            break
        entry.lines.append(line)
    return _whole(entry)
