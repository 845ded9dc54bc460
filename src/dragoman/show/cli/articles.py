"""`dragoman articles`: what reading made of the input, before any analysis."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from dragoman.model.articles import Article, SetAside
from dragoman.model.edtf import bounds
from dragoman.model.stories import Sourced
from dragoman.show.cli.options import About, AsJson, Columns, Date, Fetch, Paths, to_columns
from dragoman.show.messages import in_our_words, say

if TYPE_CHECKING:
    from dragoman.model.documents import Document
    from dragoman.model.reprints import Reprint

FIELDS = (
    "outlet", "agency", "author", "section", "published", "updated", "dateline", "language", "url", "standfirst",
)  # fmt: skip
SHOWN = 3  # paragraphs of an article on the screen


def articles(
    paths: Paths,
    date: Date = None,
    columns: Columns = None,
    about: About = None,
    fetch: Fetch = False,
    as_json: AsJson = False,
) -> None:
    if date is not None:
        bounds(date)  # a wrong date is told before the work
    from dragoman.read import read_articles
    from dragoman.resolve.reprints import find_reprints

    found: dict[str, Article] = {}
    aside: list[SetAside] = []
    copies: dict[str, int] = {}
    for told in read_articles(
        [Path(p) for p in paths], date=date, columns=to_columns(columns), about=about, fetch=fetch
    ):
        if isinstance(told, SetAside):
            aside.append(told)
        else:
            copies[told.id] = copies.get(told.id, 0) + (told.id in found)
            found.setdefault(told.id, told)
    told_by_text = {a.id: _told_by_text(a) for a in found.values()}
    reprints = {
        r.article: r for r in find_reprints([_sourced(a, told_by_text[a.id]) for a in found.values()])
    }
    rows = [_row(a, told_by_text[a.id], reprints.get(a.id), found, copies[a.id]) for a in found.values()]
    if as_json:
        told_aside = [{"path": a.path, "reason": a.reason} for a in aside]
        _write(json.dumps({"articles": rows, "set_aside": told_aside}, ensure_ascii=False, indent=1))
    else:
        _show(rows, aside)
    if not rows:
        sys.stderr.write(say("read.nothing") + "\n")
        raise typer.Exit(1)


def _told_by_text(article: Article) -> Document:
    """What the text itself tells of its day, place and agency, where the source does not; nothing is parsed."""
    from dragoman.annotate.blocks import find_blocks
    from dragoman.annotate.publication import infer_published
    from dragoman.annotate.quotes import find_quotes
    from dragoman.model.documents import Document

    blocks = find_blocks(article.text, article.title)
    document = Document(article=article, blocks=blocks, quotes=find_quotes(article.text, blocks))
    infer_published(document)
    return document


def _sourced(article: Article, told: Document) -> Sourced:
    return Sourced(
        article_id=article.id,
        name=article.name,
        outlet=article.outlet,
        agency=told.agency,
        published=article.published or told.published,
        title=article.title,
        digest=hashlib.sha256(article.text.encode("utf-8", "replace")).hexdigest(),
        text=article.text,
    )


def _row(
    article: Article, inferred: Document, reprint: Reprint | None, known: dict[str, Article], copies: int
) -> dict[str, Any]:
    """All that is known of an article, and whom it follows."""
    told: dict[str, Any] = {
        "id": article.id,
        "name": article.name,
        "path": article.path,
        "title": article.title,
    }
    told |= {field: getattr(article, field) for field in FIELDS}
    told["published"], told["told_published"] = article.published or inferred.published, article.published
    told["agency"], told["dateline"] = list(inferred.agency), inferred.dateline
    told["paragraphs"] = [p for part in article.text.split("\n\n") if (p := part.strip())]
    told["text"] = article.text
    told["original"] = article.original
    told["copies"] = copies
    told["reprint"] = None
    if reprint is not None:
        told["reprint"] = {
            "of": reprint.of,
            "of_name": known[reprint.of].name,
            "of_outlet": known[reprint.of].outlet,
            "kind": reprint.kind,
            "shared": reprint.shared,
            "added": list(reprint.added),
            "dropped": list(reprint.dropped),
        }
    return told


def _show(rows: Sequence[dict[str, Any]], aside: Sequence[SetAside]) -> None:
    for row in rows:
        _write(f"{row['title'] or row['name']}")
        for field in ("name", "path", *FIELDS):
            value = ", ".join(row[field]) if isinstance(row[field], list) else row[field]
            if value:
                _write(f"  {say(f'articles.{field}')}{say('show.colon')}{value}")
        paragraphs = [p for p in row["paragraphs"] if p not in (row["title"], row["standfirst"])]
        length = sum(map(len, paragraphs))
        _write("  " + say("articles.text", paragraphs=len(paragraphs), characters=length))
        for paragraph in paragraphs[:SHOWN]:
            line = " ".join(paragraph.split())
            _write("    " + (line if len(line) <= 100 else line[:99] + "…"))
        if row["copies"]:
            _write("  " + say("articles.copies", n=row["copies"]))
        if (reprint := row["reprint"]) is not None:
            of, part = reprint["of_outlet"] or "?", round(100 * reprint["shared"])
            _write("  " + say(f"articles.{reprint['kind']}", of=of, name=reprint["of_name"], part=part))
            for sign, lines in (("+", reprint["added"]), ("−", reprint["dropped"])):
                for line in lines[:SHOWN]:
                    _write(f"    {sign} {line if len(line) <= 98 else line[:97] + '…'}")
        _write("")
    for one in aside:
        _write(say("read.aside", path=one.path, reason=in_our_words(one.reason)))
    reprinted = sum(row["reprint"] is not None for row in rows)
    _write(say("articles.done", articles=len(rows), reprints=reprinted, aside=len(aside)))


def _write(line: str) -> None:
    """A name that is no UTF-8, or half a character of a broken file, is written as its escape."""
    sys.stdout.write(line.encode("utf-8", "backslashreplace").decode() + "\n")
