"""What a page declares of its article: JSON-LD first, then <meta>, then microdata, then its headings.

{"@type": "NewsArticle", "headline": "Klow attend", "datePublished": "2021-05-03T10:15+02:00"} → Declared(title=…).

Sources: schema.org NewsArticle, the Open Graph protocol, Dublin Core. Where several tell the day, the one that
also tells the minute is kept.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from dragoman.read.dates import day_of, find_date
from dragoman.read.encodings import compose

_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report)$")
_STAMP = re.compile(r"\b(?:publiée?|mise? en ligne|parue?|posted|published)\b", re.IGNORECASE)
_UPDATE = re.compile(r"\b(?:mise? à jour|modifiée?|actualisée?|updated)\b", re.IGNORECASE)
_SITE = re.compile(r"\s+[|•·–—-]\s+[^|•·–—-]{2,50}$")
DEEPEST = 12  # levels of JSON that are looked into

META = {
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.created",
        "dc.date", "dcterms.date", "date", "pubdate", "publish-date", "publication_date", "parsely-pub-date",
        "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
    ),
    "updated": (
        "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
        "last-modified",
    ),
    "title": ("og:title", "twitter:title", "dc.title", "title"),
    "standfirst": ("og:description", "description", "twitter:description", "dc.description"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "section": ("article:section", "og:section", "section", "parsely-section"),
    "url": ("og:url", "twitter:url"),
}  # fmt: skip


@dataclass(slots=True)
class Declared:
    """`body` is the text that JSON-LD carries; `mention` all that was said of who wrote it.

    `puzzling` is true where the page tells a date that we cannot read: nobody should then guess another.
    """

    title: str | None = None
    standfirst: str | None = None
    published: str | None = None
    updated: str | None = None
    author: str | None = None
    outlet: str | None = None
    section: str | None = None
    url: str | None = None
    body: str | None = None
    mention: str = ""
    puzzling: bool = False


def read_declared(tree: etree._Element) -> Declared:
    """All that `tree`, a whole page, declares."""
    metas = _metas(tree)
    links = [e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"]
    url = next((u for u in (*links, *_told(metas, "url")) if u and u.startswith("http")), None)
    h1 = _heading(tree)
    thing = _choose(list(_things(tree)), url, h1)
    told = Declared(url=url or _text(thing.get("url")))
    told.title = _title(_text(thing.get("headline")) or _text(thing.get("name")), h1, metas, tree)
    told.standfirst = _text(thing.get("description")) or next(_told(metas, "standfirst"), None)
    told.author = ", ".join(dict.fromkeys(_names(thing.get("author")))) or _author(metas, tree)
    outlet = next(iter(_names(thing.get("publisher"))), None)
    told.outlet = outlet or next(_told(metas, "outlet"), None)
    told.section = _text(thing.get("articleSection")) or next(_told(metas, "section"), None)
    told.body = _text(thing.get("articleBody"), lines=True)
    said = (told.author, *_names(thing.get("sourceOrganization")), _text(thing.get("creditText")))
    told.mention = " | ".join(s for s in said if s)
    told.published = _finest(_dates(thing.get("datePublished"), metas, tree, "published"))
    told.puzzling = told.published is None and any(_told(metas, "published"))
    told.updated = _finest(_dates(thing.get("dateModified"), metas, tree, "updated"))
    return told


# --- JSON-LD ------------------------------------------------------------------------------------------


def _things(tree: etree._Element) -> Iterator[dict[str, Any]]:
    """The articles among the things that the page's JSON-LD describes."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        told = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$", "", script.text or "")
        try:
            yield from _articles(json.loads(told, strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _articles(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(node, list):
        for item in node[:200]:
            yield from _articles(item, depth + 1)
    elif isinstance(node, dict):
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(k, str) and _ARTICLE.search(k) for k in kinds):
            yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if isinstance(node.get(key), (dict, list)):
                yield from _articles(node[key], depth + 1)


def _choose(things: list[dict[str, Any]], url: str | None, h1: str | None) -> dict[str, Any]:
    """The article that the page is about: the one with its address or its heading, else the first dated one."""

    def fit(thing: dict[str, Any]) -> tuple[bool, bool, bool]:
        page = thing.get("mainEntityOfPage")
        page = page.get("@id") if isinstance(page, dict) else page
        here = url is not None and url in (page, thing.get("url"), thing.get("@id"))
        headed = h1 is not None and _text(thing.get("headline")) == h1
        return here, headed, "datePublished" in thing

    return max(things, key=fit, default={})


def _text(value: Any, *, lines: bool = False) -> str | None:
    """A string of JSON-LD without the markup and entities that some sites leave in it."""
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str)), None)
    if not isinstance(value, str):
        return None
    if lines:
        value = re.sub(r"(?i)<(?:br|/p|/div|/h\d|/li)\b[^<>]*>", "\n", value)
    value = html.unescape(re.sub(r"<[a-zA-Z/][^<>]*>", "", value))
    told = (
        "\n".join(" ".join(part.split()) for part in value.splitlines()) if lines else " ".join(value.split())
    )
    return compose(told).strip() or None


def _names(value: Any) -> Iterator[str]:
    """The names of persons or bodies, which JSON-LD writes as strings, objects or lists of them."""
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name") if isinstance(item, dict) else item)
        if name and not name.startswith(("http", "@")):
            yield name


# --- meta and microdata -------------------------------------------------------------------------------


def _metas(tree: etree._Element) -> dict[str, str]:
    """The first content of each name, in small letters."""
    out: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = compose(" ".join((meta.get("content") or "").split()))
        if name and content:
            out.setdefault(name.lower().strip(), content)
    return out


def _told(metas: dict[str, str], field: str) -> Iterator[str]:
    return (metas[name] for name in META[field] if name in metas)


def _author(metas: dict[str, str], tree: etree._Element) -> str | None:
    for told in _told(metas, "author"):
        if not told.startswith(("http", "@")):
            return told
    for element in tree.iterfind(".//*[@itemprop='author']"):
        if name := _visible(element):
            return name[:200]
    return None


def _visible(element: etree._Element) -> str:
    return compose(" ".join("".join(map(str, element.itertext())).split()))


def _heading(tree: etree._Element) -> str | None:
    """The page's one heading; of several, the one in its article."""
    found = [h for h in tree.iter("h1") if _visible(h)]
    inside = [h for h in found if any(a.tag == "article" for a in h.iterancestors())]
    chosen = found if len(found) == 1 else inside
    return _visible(chosen[0]) if chosen else None


def _title(declared: str | None, h1: str | None, metas: dict[str, str], tree: etree._Element) -> str | None:
    """The heading where there is one; what is declared is often cut short, or made for search engines."""
    told = " ".join(t for t in (declared, *_told(metas, "title")) if t)
    if h1 and len(h1) > 8 and (not told or _alike(h1, told)):
        return h1
    if declared:
        return declared
    for one in _told(metas, "title"):
        return _SITE.sub("", one)
    title = next(iter(tree.iter("title")), None)
    return _SITE.sub("", _visible(title)) or None if title is not None else None


def _alike(h1: str, told: str) -> bool:
    """Whether the heading speaks of what the page declares; some sites' only heading is their name."""
    words, others = (set(re.findall(r"\w{3,}", t.casefold())) for t in (h1, told))
    return not words or len(words & others) >= 0.3 * len(words)


# --- dates --------------------------------------------------------------------------------------------


def _dates(declared: Any, metas: dict[str, str], tree: etree._Element, field: str) -> Iterator[str]:
    """Every date that the page gives for `field`, the most trusted first."""
    told = [_text(declared), *_told(metas, field)]
    prop = "datePublished" if field == "published" else "dateModified"
    told += [
        e.get("content") or e.get("datetime") or _visible(e)
        for e in tree.iterfind(f".//*[@itemprop='{prop}']")
    ]
    sign, other = (_STAMP, _UPDATE) if field == "published" else (_UPDATE, _STAMP)
    for element in tree.iter("time"):
        words = f"{element.get('class') or ''} {element.get('itemprop') or ''} {_before(element)}"
        if (
            sign.search(words)
            or "pubdate" in element.attrib
            or (field == "published" and not other.search(words))
        ):
            told += [element.get("datetime"), _visible(element)]
    timed = False
    for text in told[:40]:
        if found := find_date(text):
            timed = timed or "T" in found
            yield found
    if not timed:
        yield from _stamps(tree, sign, other)


def _before(element: etree._Element) -> str:
    """The words that lead to an element."""
    before = element.getprevious()
    parent = element.getparent()
    lead = (
        (before.tail or _visible(before)[-40:])
        if before is not None
        else (parent.text if parent is not None else "")
    )
    return lead or ""


def _stamps(tree: etree._Element, sign: re.Pattern[str], other: re.Pattern[str]) -> Iterator[str]:
    """Dates in short visible lines such as "Publié le 3 mai 2021 à 10h15"."""
    for element in tree.iter("p", "span", "div", "time", "li"):
        if len(element) > 6:
            continue
        bare = "".join(map(str, element.itertext()))
        if not 8 < len(bare) < 600 or not sign.search(bare):
            continue
        line = _visible(element)
        if len(line) < 200 and (m := sign.search(line)):
            after = line[m.end() :]
            cut = other.search(after)
            if found := find_date(after[: cut.start()] if cut else after):
                yield found


def _finest(dates: Iterator[str]) -> str | None:
    """The first date, or the first that tells the same day to the minute, with its zone where one does."""
    told = list(dates)
    if not told:
        return None
    same = [d for d in told if day_of(d) == day_of(told[0])]
    return max(same, key=lambda d: ("T" in d and d[10:19] != "T00:00:00", len(d) > 19))
