"""A feed that is looked at now and then → the articles of its new entries.

"https://courrier.example/flux" → what was published since the last look, each from its page; from the feed's own
summary where its page cannot be fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dragoman.model.articles import Article, SetAside
from dragoman.model.feeds import Feed
from dragoman.read.addresses import fetch_page
from dragoman.read.feeds import SHORTEST, FeedEntry, find_entries, to_article
from dragoman.read.fetching import Fetcher, FetchError
from dragoman.read.languages import only_french
from dragoman.read.topics import Topic


@dataclass(frozen=True, slots=True)
class Look:
    """The feed as it is now, and what came of each new entry, by the entry's key and time of change."""

    feed: Feed
    found: Iterator[tuple[str, str, Article | SetAside]]


def fetcher_for(feeds: list[str]) -> Fetcher:
    """One that may ask the feeds' own hosts, wherever they are."""
    return Fetcher(frozenset(host for feed in feeds if (host := urlsplit(feed).hostname)))


def look_at(
    feed: Feed, fetcher: Fetcher, is_known: Callable[[str, str], bool], topic: Topic | None = None
) -> Look:
    """The entries that are new, or changed, since the last look. What cannot be had is set aside, never raised."""
    try:
        answer = fetcher.get(feed.url, etag=feed.etag, modified=feed.modified, robots=False)
    except FetchError as e:
        failed = Feed(feed.url, feed.etag, feed.modified, feed.failures + 1)
        aside = SetAside(feed.url, f"the feed could not be fetched: {e}")
        return Look(failed, iter([("", "", aside)] if feed.failures == 0 else []))
    now = Feed(feed.url, answer.etag, answer.modified)
    if answer.status == 304:
        return Look(Feed(feed.url, feed.etag, feed.modified), iter(()))
    entries = list(find_entries(answer.content, answer.url))
    if not entries:
        aside = SetAside(feed.url, "no entries (expected RSS or Atom): is this the feed's address?")
        return Look(now, iter([("", "", aside)]))
    new = [e for e in entries if not is_known(e.key, _changed(e))]
    return Look(now, _read(new, fetcher, topic))


def _changed(entry: FeedEntry) -> str:
    return entry.updated or entry.published or ""


def _read(
    entries: list[FeedEntry], fetcher: Fetcher, topic: Topic | None
) -> Iterator[tuple[str, str, Article | SetAside]]:
    """The oldest first, as a feed has the newest on top."""
    for entry in reversed(entries):
        found = _one(entry, fetcher)
        if isinstance(found, Article):
            if topic is not None and not topic.is_in(found.text):
                continue
            found = only_french(found, found.url or found.name)
        yield entry.key, _changed(entry), found


def _one(entry: FeedEntry, fetcher: Fetcher) -> Article | SetAside:
    """The entry's page with what the feed tells of it, or its summary."""
    found = (
        fetch_page(entry.url, fetcher)
        if entry.url
        else SetAside(entry.key, "the feed tells no address of it")
    )
    summary = to_article(entry, path=entry.url)
    if isinstance(found, Article):
        host = urlsplit(found.url or "").hostname
        return replace(
            found,
            published=found.published or summary.published,
            outlet=summary.outlet or found.outlet if found.outlet in (None, host) else found.outlet,
            author=found.author or summary.author,
            agency=found.agency or summary.agency,
            section=found.section or summary.section,
        )
    return summary if sum(map(len, entry.lines)) >= SHORTEST else found
