"""A saved web page → its article: what schema.org tells of it first, then what the page shows.

<h1>Klow attend</h1><article><p>La délégation…</p></article> → Article(title="Klow attend", text="Klow attend\n\nLa…").

The stored text is the title, a blank line, and the paragraphs with a blank line between them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from dragoman.model.articles import Article, SetAside
from dragoman.model.edtf import is_edtf
from dragoman.read.text import decode_text

# What is never the story, whatever the page.
MUTE = (
    "script", "style", "noscript", "template", "nav", "footer", "aside", "figcaption", "figure", "form", "button",
    "iframe", "svg", "select",
)  # fmt: skip
# What starts a line and ends one.
LINES = (
    "br",
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "blockquote",
    "section",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
)
# Less text than this is a login form or an empty frame; JSON-LD's body is taken where the page shows less of it.
SHORTEST, SHOWN = 80, 0.6

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""")
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_SITE = re.compile(r"\s+[|•·–—-]\s+[^|•·–—-]{2,50}$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-\d\d|\d{4}")
_ARTICLE = re.compile(r"(?:Article|Posting)$")


def read_html(content: bytes, *, name: str, path: str) -> Article | SetAside:
    """The article of one page, or why it holds none. Never raises for what the page holds."""
    try:
        tree = lxml.html.document_fromstring(_XML.sub("", _decode(content)))
    except (ValueError, etree.LxmlError):
        return SetAside(path, "holds no HTML: save the page again as a complete web page")
    told = next(_declared(tree), {})
    title = _line(told.get("headline")) or _heading(tree)
    paragraphs = _paragraphs(tree)
    body = [line for part in str(told.get("articleBody") or "").split("\n") if (line := _line(part))]
    if sum(map(len, paragraphs)) < SHOWN * sum(map(len, body)):
        paragraphs = body
    if paragraphs and paragraphs[0] == title:
        del paragraphs[0]
    if sum(map(len, paragraphs)) < SHORTEST:
        return SetAside(
            path, "no article was found in the page: save it from the reader, or its text as .txt"
        )
    return Article(
        name=name,
        text="\n\n".join([title, *paragraphs] if title else paragraphs),
        published=_day(told.get("datePublished")) or _shown_date(tree),
        title=title,
        outlet=next(_names(told.get("publisher")), None) or _meta(tree, "og:site_name"),
        author=", ".join(dict.fromkeys(_names(told.get("author")))) or _meta(tree, "author"),
        url=_line(told.get("url")) or _meta(tree, "og:url"),
        path=path,
    )


def _decode(content: bytes) -> str:
    """UTF-8 where it is, else the encoding that the page declares, else Windows-1252."""
    try:
        return decode_text(content) if b"\0" in content[:4] else content.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = _DECLARED.search(content[:2048])
        name = found[1].decode("ascii").lower() if found else ""
        if name and (name == "iso-8859-15" or not name.startswith(("utf", "iso-8859-1", "latin", "ascii"))):
            try:
                return content.decode(name, "replace")
            except (LookupError, UnicodeError):
                pass
        return decode_text(content.replace(b"\0", b""))


def _declared(tree: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles of the page's JSON-LD blocks; a block that is no JSON is passed over."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                todo = [json.loads(script.text or "", strict=False)]
            except (ValueError, RecursionError):
                continue
            while todo:
                node = todo.pop(0)
                if isinstance(node, list):
                    todo[:0] = node
                elif isinstance(node, dict):
                    kinds = node.get("@type")
                    if any(_ARTICLE.search(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])):
                        yield node
                    todo += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _paragraphs(tree: lxml.html.HtmlElement) -> list[str]:
    """The lines of the part that the page marks as the article's body, else of its <article>, <main> or <body>."""
    for where in ('.//*[@itemprop="articleBody"]', ".//article", ".//main", ".//body", "."):
        found = [e for e in tree.iterfind(where) if isinstance(e.tag, str) and e.tag != "meta"]
        read = _all_lines if "itemprop" in where else _prose
        best = max((read(element) for element in found), key=lambda p: sum(map(len, p)), default=[])
        if sum(map(len, best)) >= SHORTEST:
            return best
    return []


def _all_lines(element: lxml.html.HtmlElement) -> list[str]:
    return [line for part in _visible(element).split("\n") if (line := _line(part))]


def _prose(element: lxml.html.HtmlElement) -> list[str]:
    """Its paragraphs and inner headings in order; all its text where it has no paragraph."""
    leaves = [
        e
        for e in element.iter("p", "h2", "h3", "h4", "li", "blockquote")
        if not any(a.tag in MUTE for a in e.iterancestors()) and e.find(".//p") is None
    ]
    if not any(e.tag == "p" for e in leaves):
        return _all_lines(element)
    return [line for e in leaves for line in _all_lines(e)]


def _visible(element: lxml.html.HtmlElement) -> str:
    """Its text without what is mute; a <br> is a line end."""
    out: list[str] = []
    todo: list[tuple[lxml.html.HtmlElement, bool]] = [(element, False)]
    while todo:  # no recursion: pages nest without bound
        node, done = todo.pop()
        if done:
            out += ["\n" if node.tag in LINES else "", (node.tail or "").replace("\n", " ")]
            continue
        if node is not element:
            todo.append((node, True))
        if not isinstance(node.tag, str) or node.tag in MUTE:
            continue
        out += ["\n" if node.tag in LINES else "", (node.text or "").replace("\n", " ")]
        todo.extend((child, False) for child in reversed(node))
    return "".join(out)


def _heading(tree: lxml.html.HtmlElement) -> str | None:
    for h1 in tree.iterfind(".//h1"):
        if line := _line(_visible(h1)):
            return line
    title = tree.find(".//title")
    told = _meta(tree, "og:title") or (_line(title.text) if title is not None else None)
    return _SITE.sub("", told) if told else None


def _shown_date(tree: lxml.html.HtmlElement) -> str | None:
    for where in ("article:published_time", "datePublished", "date"):
        if day := _day(_meta(tree, where)):
            return day
    for element in tree.iter("time"):
        if day := _day(element.get("datetime")):
            return day
    return None


def _meta(tree: lxml.html.HtmlElement, name: str) -> str | None:
    for element in tree.iter("meta"):
        if name in (element.get("property"), element.get("name"), element.get("itemprop")):
            return _line(element.get("content"))
    return None


def _day(told: object) -> str | None:
    m = _DAY.match(str(told or "").strip())
    return m[0] if m and is_edtf(m[0]) else None


def _names(told: object) -> Iterator[str]:
    if isinstance(told, str):
        if line := _line(told):
            yield line
    elif isinstance(told, dict):
        yield from _names(told.get("name"))
    elif isinstance(told, list):
        for one in told[:20]:
            if not isinstance(one, list):
                yield from _names(one)


def _line(told: object) -> str | None:
    """One line of text, its white space single; no-break spaces stand."""
    if not isinstance(told, str):
        return None
    return re.sub(r"[ \t\r\n\f\v]+", " ", told).strip() or None
