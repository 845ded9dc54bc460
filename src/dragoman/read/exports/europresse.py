"""An export of Europresse (Eureka.cc) saved as HTML → its articles.

<article><span class="DocPublicationName">Le Courrier</span> … <p class="titreArticleVisu">Klow attend</p> … → Article.

Two layouts: an <article> each (since 2014), and a table each, its fields in spans and its text bare (before).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from dragoman.read.dates import find_date
from dragoman.read.encodings import decode, mend
from dragoman.read.exports.entries import Entry, make_articles
from dragoman.read.pages import parse_html
from dragoman.read.pages.paragraphs import find_lines
from dragoman.read.sources import Found, Source

EXPECTED = "<article> or <table id=tbHeaderImages> for each, with DocPublicationName, DocHeader, titreArticle"

_NUMBER = re.compile(
    r"(?:news|web|tv|radio|rep|soc)\s?[·•]\s?(\d{8})\s?[·•]\s?\w+\s?[·•]\s?[\w-]+", re.IGNORECASE
)
_RIGHTS = re.compile(
    r"^\s*(?:©|\(c\)|copyright|num[ée]ro de document|document number|ce certificat)", re.IGNORECASE
)
_PAGE = re.compile(r",?\s*\bpp?\.\s*[\w -]+$")


def read_europresse(source: Source) -> Found:
    """Every document of the export."""
    tree = parse_html(mend(decode(source.content())).text)
    entries: Iterator[Entry] = iter(())
    if tree is not None:
        cells = [t.getparent() for t in tree.iterfind(".//*[@id='tbHeaderImages']")]
        entries = (
            (_of_cell(cell) for cell in cells if cell is not None)
            if cells
            else (_of_article(a) for a in tree.iter("article"))
        )
    return make_articles(entries, source, "Europresse", EXPECTED)


def _classed(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The descendants with one of the classes, whatever their case."""
    for inner in element.iter():
        told = (inner.get("class") or "").lower().split() if isinstance(inner.tag, str) else ()
        if any(name in told for name in names):
            yield inner


def _shown(element: etree._Element | None) -> str | None:
    return None if element is None else "".join(map(str, element.itertext()))


def _outlet(element: etree._Element | None) -> str | None:
    """The publication's name without its number: "Le Courrier, no. 5968" → Le Courrier."""
    told = " ".join((_shown(element) or "").split())
    return re.sub(r",?\s*\b(?:no|n°|vol)\b\.?.*$|\s*\(site web\).*$", "", told, flags=re.IGNORECASE) or None


def _header(told: str, entry: Entry) -> None:
    """ "Communication, mardi 14 mars 2006, p. 16" → the section and the date."""
    told = " ".join(told.split())
    number = _NUMBER.search(entry.key or "")
    entry.date = told if find_date(told) else (number[1] if number else None)
    before = re.split(r",\s*(?=\w+\s+\d|\d|\w+day\b)", _PAGE.sub("", told))[0]
    entry.section = before if not find_date(before) and "," in told else None


def _key(element: etree._Element) -> str | None:
    found = _NUMBER.search(" ".join(map(str, element.itertext())))
    return found[0].replace(" ", "") if found else None


def _of_article(article: etree._Element) -> Entry:
    """The layout with an <article> for each document."""
    entry = Entry(key=_key(article))
    entry.outlet = _outlet(next(_classed(article, "docpublicationname", "rdp__docpublicationname"), None))
    _header(_shown(next(_classed(article, "docheader"), None)) or "", entry)
    titles = list(_classed(article, "titrearticlevisu", "rdp__articletitle"))
    title = titles[0] if titles else next(_classed(article, "titrearticle"), None)
    entry.title = _shown(title)
    entry.standfirst = _shown(next(_classed(article, "rdp__subtitle"), None))
    entry.author = _shown(next(_classed(article, "docauthors", "sm-margin-bottomnews"), None)) or _author(
        article
    )
    bodies = list(_classed(article, "dococurrcontainer")) or list(article.iter("section"))
    entry.lines = [line.text for body in bodies for line in find_lines(body)]
    return entry


def _author(article: etree._Element) -> str | None:
    """The plain <div> that follows the title's box in the header."""
    for box in _classed(article, "titrearticle"):
        after = box.getnext()
        told = _shown(after) if after is not None and after.tag == "div" else None
        return told if told and len(told.split()) <= 12 else None
    return None


def _of_cell(cell: etree._Element) -> Entry:
    """The layout with a table cell for each document: the text stands bare after the title."""
    entry = Entry(key=_key(cell))
    entry.outlet = _outlet(next(_classed(cell, "docpublicationname"), None))
    _header("".join(_shown(e) or "" for e in _classed(cell, "docheader")), entry)
    title = next(_classed(cell, "titrearticlevisu"), None)
    if title is None:
        return entry
    entry.title = _shown(title)
    story = etree.Element("div")
    story.text = title.tail
    for node in list(title.itersiblings()):
        if (
            node.tag in ("table", "form")
            or _RIGHTS.match(_shown(node) or "")
            or _RIGHTS.match(node.tail or "  ")
        ):
            break
        story.append(node)
    entry.author = _byline(story)
    entry.lines = [line.text for line in find_lines(story)]
    return entry


def _byline(story: etree._Element) -> str | None:
    """The line before the first paragraph, where a single break and nothing else sets it apart; taken out."""
    nodes = list(story)
    for k, node in enumerate(nodes[:4]):
        if node.tag != "br":
            return None
        told = (node.tail or "").strip()
        if not told:
            continue
        after = nodes[k + 1] if k + 1 < len(nodes) else None
        alone = after is not None and after.tag == "br" and not (after.tail or "").strip()
        if alone and len(told.split()) <= 12 and told[-1] not in ".!?…»":
            node.tail = None
            return told
        return None
    return None
