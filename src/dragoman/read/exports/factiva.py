"""An export of Factiva, as HTML, RTF or XML → its articles.

HD Klow attend | SN Le Courrier | PD 3 mai 2021 | LP La délégation… | TD Elle repart… → Article.

HTML and RTF come in two forms: with codes (HD, PD, LP …), and without, where the lines before the text tell their
own nature ("295 mots", "3 mai 2021", "15:32"). XML is the answer of Factiva's own service (PPSResponse).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from dragoman.model.errors import ReadError
from dragoman.read.dates import find_date
from dragoman.read.encodings import decode, mend
from dragoman.read.exports.entries import Entry, make_articles
from dragoman.read.pages import parse_html
from dragoman.read.pages.paragraphs import find_lines
from dragoman.read.rtf import rtf_text
from dragoman.read.sources import Found, Source
from dragoman.read.trees import parse_xml

EXPECTED_HTML = '<div class="article"> with the codes HD, PD, SN, LP, TD or with class articleParagraph'
EXPECTED_RTF = (
    "the codes HD, PD, SN, LP, TD at the start of lines, or a last line 'Document …' for each article"
)
EXPECTED_XML = "<article> with headline, leadParagraph, tailParagraphs, publicationDate and sourceName"

_WORDS = re.compile(r"^[\d\s.,\u00a0\u202f]+\s?(?:mots|words)$", re.IGNORECASE)
_CLOCK = re.compile(r"^\d{1,2}:\d\d(?::\d\d)?$")
_CODE = re.compile(r"^[A-Z0-9]{2,12}$")
_RIGHTS = re.compile(r"^(?:©|\(c\)|copyright\b|tous droits)", re.IGNORECASE)
_NUMBER = re.compile(r"^Document\s+([A-Za-z0-9]{12,40})$")
_CODED = re.compile(r"^([A-Z]{2,3})(?:\t|\s{2,}|\s(?=\S))\s*(.*)$")
CODES = frozenset((
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "ART", "CT",
    "CO", "IN", "NS", "RE", "RF", "IPC", "IPD", "PUB", "AN", "CLM", "NGC", "GC", "IN",
))  # fmt: skip


# --- HTML ---------------------------------------------------------------------------------------------


def read_factiva_html(source: Source) -> Found:
    """Every article of an export saved as HTML."""
    tree = parse_html(mend(decode(source.content())).text)
    return make_articles(() if tree is None else _html_entries(tree), source, "Factiva", EXPECTED_HTML)


def _html_entries(tree: etree._Element) -> Iterator[Entry]:
    for element in tree.iter("div"):
        if "article" not in (element.get("class") or "").split():
            continue
        fields = _fields(element)
        yield _coded(fields) if fields else _uncoded(_lines(element))


def _fields(element: etree._Element) -> dict[str, list[str]]:
    """The code of each row and the lines of its cell."""
    fields: dict[str, list[str]] = {}
    for row in element.iter("tr"):
        cells = [c for c in row if c.tag == "td"]
        if len(cells) >= 2:
            code = "".join(map(str, cells[0].itertext())).strip(" \u00a0\r\n\t")
            if code in CODES:
                fields.setdefault(code, []).extend(line.text for line in find_lines(cells[1], boxes=False))
    return fields


def _lines(element: etree._Element) -> list[str]:
    return [line.text for line in find_lines(element, boxes=False)]


# --- RTF ----------------------------------------------------------------------------------------------


def read_factiva_rtf(source: Source) -> Found:
    """Every article of an export saved as RTF."""
    lines = [line.strip(" \u00a0") for line in rtf_text(source.content()).split("\n")]
    return make_articles(_rtf_entries(lines), source, "Factiva", EXPECTED_RTF)


def _rtf_entries(lines: Iterable[str]) -> Iterator[Entry]:
    """An article ends with its number: "AN  Document LECOU…", or "Document LECOU…" alone."""
    held: list[str] = []
    for line in lines:
        if not line:
            continue
        held.append(line)
        m = _CODED.match(line)
        last = m[2] if m and m[1] == "AN" else line
        if _NUMBER.match(last.strip()):
            fields = _coded_lines(held)
            yield _coded(fields) if "HD" in fields or "PD" in fields else _uncoded(held)
            held = []


def _coded_lines(lines: Iterable[str]) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        m = _CODED.match(line)
        if m and m[1] in CODES:
            code, line = m[1], m[2]
        if code and line.strip():
            fields.setdefault(code, []).append(line.strip())
    return fields


# --- both ---------------------------------------------------------------------------------------------


def _coded(fields: dict[str, list[str]]) -> Entry:
    def told(code: str) -> str | None:
        return " ".join(fields[code]) if code in fields else None

    number = _NUMBER.match((told("AN") or "").strip())
    clock = told("ET")
    return Entry(
        key=number[1] if number else None,
        title=told("HD"),
        outlet=told("SN"),
        date=f"{told('PD') or ''} {clock if clock and _CLOCK.match(clock) else ''}",
        author=told("BY"),
        section=told("SE") or told("CLM"),
        language=told("LA"),
        lines=[*fields.get("LP", ()), *fields.get("TD", ())],
    )


def _uncoded(lines: list[str]) -> Entry:
    """The lines before the text by what they look like: title, author, "295 mots", date, hour, outlet, code."""
    entry = Entry()
    if lines and (m := _NUMBER.match(lines[-1])):
        entry.key, lines = m[1], lines[:-1]
    count = next((k for k, line in enumerate(lines[:12]) if _WORDS.match(line)), None)
    if count is None or count == 0:
        return entry
    entry.title = lines[0] if count == 1 or len(lines[0]) > 25 else (lines[1] if count > 2 else lines[0])
    entry.author = lines[count - 1] if count > 1 and lines[count - 1] != entry.title else None
    rest = lines[count + 1 :]
    clock = ""
    for k, line in enumerate(rest[:9]):
        if entry.date is None and find_date(line):
            entry.date = line
        elif entry.date is not None and _CLOCK.match(line):
            clock = line
        elif entry.date is not None and entry.outlet is None:
            entry.outlet = line
        elif _RIGHTS.match(line):
            entry.lines = rest[k + 1 :]
            break
    entry.date = f"{entry.date} {clock}" if entry.date else None
    return entry


# --- XML ----------------------------------------------------------------------------------------------


def read_factiva_xml(source: Source) -> Found:
    """Every article of an answer of Factiva's service."""
    tree = parse_xml(source.content())
    if tree is None:
        raise ReadError(source.label, "damaged or cut short: it is no well-formed XML; export it again")
    return make_articles(_xml_entries(tree), source, "Factiva", EXPECTED_XML)


def _xml_entries(tree: etree._Element) -> Iterator[Entry]:
    for article in tree.iter("{*}article"):
        yield Entry(
            key=_one(article, "accessionNo"),
            title=_one(article, "headline"),
            outlet=_one(article, "sourceName"),
            date=_one(article, "publicationDate"),
            author=_one(article, "byline"),
            section=_one(article, "sectionName") or _one(article, "columnName"),
            language=_one(article, "baseLanguage"),
            lines=[*_paragraphs(article, "leadParagraph"), *_paragraphs(article, "tailParagraphs")],
        )


def _one(article: etree._Element, name: str) -> str | None:
    found = article.find(f"{{*}}{name}")
    return None if found is None else "".join(map(str, found.itertext()))


def _paragraphs(article: etree._Element, name: str) -> Iterator[str]:
    """Its <paragraph>s; text without them starts a paragraph where a line is set in."""
    for part in article.iterfind(f"{{*}}{name}"):
        inner = part.findall("{*}paragraph")
        if inner:
            yield from ("".join(map(str, p.itertext())) for p in inner)
        else:
            yield from re.split(r"\n\s*\n|\n[ \t]{2,}(?=\S)", "".join(map(str, part.itertext())))
