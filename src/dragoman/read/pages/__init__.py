"""A web page → its article: title, standfirst, paragraphs in reading order, who published it and when.

<h1>Klow attend</h1><div itemprop="articleBody"><p>La délégation…</p></div> → Article(title="Klow attend", text=…).
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import lxml.html
from lxml import etree

from dragoman.model.articles import Article, SetAside
from dragoman.read.agencies import find_agencies
from dragoman.read.dates import find_date
from dragoman.read.encodings import compose, decode, mend
from dragoman.read.pages.bodies import find_body
from dragoman.read.pages.declared import Declared, read_declared
from dragoman.read.pages.paragraphs import Line

# Shorter than this, what a page holds is no article: a login form, an empty frame.
SHORTEST = 80


def read_page(
    content: bytes, *, name: str, path: str | None, url: str | None = None, charset: str | None = None
) -> Article | SetAside:
    """The article of one page; `url` is where it came from, where that is known."""
    decoded = mend(decode(content, charset))
    tree = None if is_binary(decoded.text) else parse_html(decoded.text)
    if tree is None:
        return SetAside(path or name, "holds no HTML: save the page again as a complete web page")
    declared = read_declared(tree)
    lines = find_body(tree, declared)
    if sum(len(line.text) for line in lines) < SHORTEST:
        return SetAside(
            path or name,
            "no article was found in the page (expected JSON-LD, an element marked articleBody, or paragraphs of "
            "prose): it may be a login page, a list of articles, or filled in by scripts; save it from the reader",
        )
    url = url or declared.url
    standfirst = _standfirst(declared, lines)
    return Article(
        name=name,
        text=_text(declared.title, standfirst, lines),
        title=declared.title,
        standfirst=standfirst,
        published=declared.published or (None if declared.puzzling else _guessed(tree)),
        updated=declared.updated if declared.updated != declared.published else None,
        outlet=declared.outlet or (urlsplit(url).hostname if url else None),
        author=declared.author,
        agency=find_agencies(f"{declared.mention} | {_signature(lines[-1].text)}"),
        section=declared.section,
        url=url,
        path=path,
        original=decoded.original,
    )


def is_binary(text: str) -> bool:
    """Whether the first characters are those of a picture or a program, not of a page."""
    head = text[:4000]
    return sum(c < " " and c not in "\t\n\r\f" for c in head) > 0.05 * len(head)


def parse_html(text: str) -> etree._Element | None:
    """The page as a tree; None where there is nothing in it. Nothing is fetched, no entity is expanded."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _standfirst(declared: Declared, lines: list[Line]) -> str | None:
    """What is declared where the text does not repeat it, or a first paragraph that is all bold."""
    told = declared.standfirst
    first = lines[0]
    if first.bold and len(lines) > 2 and 40 < len(first.text) < 900 and first.text != declared.title:
        return first.text
    if not told or len(told) < 40 or told.endswith(("…", "...")) or told == declared.title:
        return None
    start = " ".join(told.split())[:60]
    return None if any(line.text.startswith(start) for line in lines) else told


def _signature(line: str) -> str:
    """What signs the last line: all of a short one, or what it has in brackets at its end."""
    if len(line) <= 40:
        return line
    signed = re.search(r"\(([^()]{2,40})\)\.?$", line)
    return signed[1] if signed else ""


def _text(title: str | None, standfirst: str | None, lines: list[Line]) -> str:
    """The stored text: the title, the standfirst where it stands apart, the paragraphs."""
    head = [t for t in (title, standfirst) if t and t not in {line.text for line in lines[:2]}]
    out = "\n\n".join(head)
    for line in lines:
        out += ("\n" if line.breaks else "\n\n") + line.text if out else line.text
    return compose(out)


def _guessed(tree: etree._Element) -> str | None:
    """The day that htmldate finds where the page declares none."""
    from htmldate import find_date as guess

    try:
        return find_date(guess(tree, original_date=True, extensive_search=False))
    except Exception:  # as in bodies: no page may stop the batch
        return None
