"""A web archive (WARC, gzipped or not) → the article of each page in it, one record in memory at a time.

WARC-Target-URI: https://courrier.example/klow, HTTP/1.1 200 OK, text/html → Article(url="https://…", …).

Source: ISO 28500:2017, by way of FastWARC. Pages that hold no article are counted and told once, at the end.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from html import unescape
from typing import BinaryIO

from dragoman.model.articles import Article
from dragoman.model.errors import ReadError
from dragoman.read.encodings import decode
from dragoman.read.pages import read_page
from dragoman.read.sources import Found, Source

LARGEST_PAGE = 10 * 2**20


def read_warc(source: Source) -> Found:
    """Every page that was answered with HTML."""
    if source.head(5) != b"WARC/":
        yield source.aside("no web archive (expected WARC/1.0 or WARC/1.1 in its first line)")
        return
    told: Counter[str] = Counter()
    try:
        with source.path.open("rb") as stream:
            yield from _pages(stream, source, told)
    except (OSError, EOFError, ValueError, RuntimeError) as e:
        raise ReadError(source.label, f"the archive is cut short or damaged ({e}): get it again") from e
    if told["none"]:
        yield source.aside(f"{told['none']} of its {told['pages']} pages hold no article")
    elif not told["pages"]:
        yield source.aside("the archive holds no answered page: there is no article in it")


def _pages(stream: BinaryIO, source: Source, told: Counter[str]) -> Found:
    # the library is given the open file and never a name, by which it might open an address
    from fastwarc import ArchiveIterator, WarcRecordType

    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
        http = record.http_headers
        if http is None or http.status_code != 200 or "html" not in (record.http_content_type or "html"):
            continue
        told["pages"] += 1
        url = record.headers.get("WARC-Target-URI")
        name = "w" + hashlib.sha256((url or str(told["pages"])).encode("utf-8", "replace")).hexdigest()[:12]
        content = record.reader.read(LARGEST_PAGE)
        promised = http.get("Content-Length") or ""
        whole = "Content-Encoding" in http or not promised.isdigit() or len(content) >= int(promised)
        if not whole and len(content) < LARGEST_PAGE:
            yield source.aside("the archive is cut short in this page: get it again", url or name)
            continue
        if source.topic is not None and not source.topic.is_in(
            unescape(decode(content, record.http_charset))
        ):
            told["passed"] += 1
            continue
        found = read_page(content, name=name, path=source.label, url=url, charset=record.http_charset)
        if isinstance(found, Article):
            yield found
        else:
            told["none"] += 1
