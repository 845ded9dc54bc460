"""A feed, RSS or Atom → its entries, and each entry as an article with what the feed says of it.

<item><title>Klow attend</title><link>https://…</link><description>La délégation…</description></item> → FeedEntry.

Sources: RSS 2.0, RSS 1.0 (RDF), Atom (RFC 4287), Dublin Core and content modules.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

from dragoman.model.articles import Article
from dragoman.read.agencies import find_agencies
from dragoman.read.dates import find_date
from dragoman.read.encodings import compose
from dragoman.read.pages import parse_html
from dragoman.read.pages.paragraphs import find_lines
from dragoman.read.sources import Found, Source
from dragoman.read.trees import parse_xml

# A summary shorter than this is a teaser; the entry then needs its page.
SHORTEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """`key` is the feed's own name for it, `lines` the paragraphs of its summary or content."""

    key: str
    title: str | None
    url: str | None
    published: str | None
    updated: str | None
    author: str | None
    section: str | None
    outlet: str | None
    lines: tuple[str, ...]


def is_feed(head: bytes) -> bool:
    """Whether the first bytes are those of a feed."""
    return re.search(rb"<(?:\w+:)?(?:rss|feed|RDF)\b", head[:4096]) is not None


def read_feed(source: Source) -> Found:
    """The entries of a feed that was saved; nothing is fetched."""
    empty = True
    for entry in find_entries(source.content()):
        empty = False
        if sum(map(len, entry.lines)) < SHORTEST:
            yield source.aside(
                f"the feed holds no text of it; its page is {entry.url or 'not told'}", entry.key
            )
        else:
            yield to_article(entry, path=source.label)
    if empty:
        yield source.aside("no entries (expected RSS <item> or Atom <entry>): save the feed again")


def to_article(entry: FeedEntry, *, path: str | None) -> Article:
    """What the feed tells of an entry, as an article."""
    head = [entry.title] if entry.title and entry.title not in entry.lines[:1] else []
    return Article(
        name=re.sub(r"\W+", "-", entry.key).strip("-")[-80:] or "entry",
        text="\n\n".join([*head, *entry.lines]),
        title=entry.title,
        published=entry.published,
        updated=entry.updated if entry.updated != entry.published else None,
        outlet=entry.outlet,
        author=entry.author,
        agency=find_agencies(entry.author),
        section=entry.section,
        url=entry.url,
        path=path,
    )


def find_entries(content: bytes, base: str = "") -> Iterator[FeedEntry]:
    """Every entry of the feed, in its order; `base` is the feed's address."""
    tree = parse_xml(content, mend=True)
    if tree is None:
        return
    outlet = _line(tree.find("{*}channel/{*}title")) or _line(tree.find("{*}title"))
    for item in tree.iter("{*}item", "{*}entry"):
        url = _link(item)
        url = urljoin(base, url) if url else None
        title = _line(item.find("{*}title"))
        dates = [_line(item.find(f"{{*}}{name}")) for name in ("pubDate", "published", "date", "issued")]
        updates = [_line(item.find(f"{{*}}{name}")) for name in ("updated", "modified")]
        updated = next((d for u in updates if (d := find_date(u))), None)
        lines = max((_lines(e) for e in item if _name(e) in ("description", "summary", "content", "encoded")),
                    key=lambda told: sum(map(len, told)), default=())  # fmt: skip
        key = _line(item.find("{*}guid")) or _line(item.find("{*}id")) or url or title
        if key:
            yield FeedEntry(
                key=key,
                title=title,
                url=url,
                published=next((d for t in dates if (d := find_date(t))), updated),
                updated=updated,
                author=_line(item.find("{*}creator")) or _line(item.find("{*}author/{*}name"))
                or _line(item.find("{*}author")),
                section=_category(item),
                outlet=_line(item.find("{*}source")) or outlet,
                lines=lines,
            )  # fmt: skip


def _name(element: etree._Element) -> str:
    # a prefix that the feed does not declare stays in the name
    return re.split(r"[}:]", element.tag)[-1] if isinstance(element.tag, str) else ""


def _line(element: etree._Element | None) -> str | None:
    if element is None:
        return None
    told = html.unescape("".join(map(str, element.itertext())))
    return compose(" ".join(re.sub(r"<[a-zA-Z/][^<>]*>", "", told).split())) or None


def _link(item: etree._Element) -> str | None:
    links = item.findall("{*}link")
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href")
    return next((t for link in links if (t := _line(link))), None)


def _category(item: etree._Element) -> str | None:
    found = item.find("{*}category")
    return None if found is None else (found.get("label") or found.get("term") or _line(found))


def _lines(element: etree._Element) -> tuple[str, ...]:
    """The paragraphs of a summary, which is text, escaped HTML, or XHTML inside the feed."""
    if len(element):
        markup = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    else:
        markup = element.text or ""
    if "<" not in markup and "&" not in markup:
        return tuple(line for part in markup.split("\n\n") if (line := " ".join(compose(part).split())))
    tree = parse_html(f"<div>{markup}</div>")
    return () if tree is None else tuple(line.text for line in find_lines(tree))
