"""A list of addresses, one on each line → the article of each page, fetched where the user asked for it.

"https://courrier.example/klow\\nhttps://…" with --fetch → Article(url="https://courrier.example/klow", …).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from dragoman.model.articles import Article, SetAside
from dragoman.read.encodings import decode
from dragoman.read.fetching import Fetcher, FetchError
from dragoman.read.pages import read_page
from dragoman.read.sources import Found, Source

_ADDRESS = re.compile(r"https?://\S+")


def find_addresses(text: str) -> list[str] | None:
    """The addresses of a text that holds nothing else (a `#` opens a comment); None for any other text."""
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return lines if lines and all(_ADDRESS.fullmatch(line) for line in lines) else None


def read_addresses(source: Source) -> Found:
    """Every page of the list; nothing is fetched unless the source says so."""
    addresses = find_addresses(decode(source.content()))
    if addresses is None:
        yield source.aside("no list of addresses (expected one http or https address on each line)")
        return
    if not source.fetch:
        yield source.aside(
            f"a list of {len(addresses)} addresses: add --fetch to read their pages from the web"
        )
        return
    yield from fetch_pages(list(dict.fromkeys(addresses)), Fetcher(_hosts(addresses)))


def _hosts(addresses: list[str]) -> frozenset[str]:
    out = set()
    for address in addresses:
        try:
            out.add(urlsplit(address).hostname or "")
        except ValueError:
            continue
    return frozenset(out)


def fetch_pages(addresses: list[str], fetcher: Fetcher) -> Iterator[Article | SetAside]:
    """The article of each page, or why there is none."""
    for address in addresses:
        yield fetch_page(address, fetcher)


def fetch_page(address: str, fetcher: Fetcher) -> Article | SetAside:
    """The article of one page, or why there is none."""
    name = "u" + hashlib.sha256(address.encode("utf-8", "replace")).hexdigest()[:12]
    try:
        answer = fetcher.get(address)
    except FetchError as e:
        return SetAside(address, f"could not be fetched: {e}")
    return read_page(answer.content, name=name, path=address, url=answer.url, charset=answer.charset)
