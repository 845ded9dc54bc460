"""The feeds that are watched: the marks of the last answer, and the entries that were read.

Feed(url="https://courrier.example/flux", etag='"7"') → one row; an entry that changed since → it is not known.
"""

from __future__ import annotations

import datetime as dt

from dragoman.model.feeds import Feed
from dragoman.record.cells import cells
from dragoman.record.records import Record


def find_feed(record: Record, url: str) -> Feed:
    """What is known of the feed; nothing but its address where it is new."""
    rows = record.ask("SELECT url, etag, modified, failures FROM feeds WHERE url = ?", (url,))
    return Feed(*rows[0]) if rows else Feed(url)


def write_feed(record: Record, feed: Feed) -> None:
    """Remember the feed as it is now."""
    with record.transaction() as db:
        db.execute(
            "INSERT INTO feeds VALUES (?,?,?,?,?) ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, "
            "modified = excluded.modified, failures = excluded.failures, seen_at = excluded.seen_at",
            cells((feed.url, feed.etag, feed.modified, feed.failures, _now())),
        )


def is_entry_known(record: Record, feed: str, key: str, changed: str) -> bool:
    """Whether the entry was read as it is now."""
    rows = record.ask("SELECT changed FROM feed_entries WHERE feed = ? AND key = ?", (feed, key))
    return bool(rows) and rows[0][0] == changed


def write_entry(record: Record, feed: str, key: str, changed: str) -> None:
    """Remember that the entry was read."""
    with record.transaction() as db:
        db.execute(
            "INSERT OR REPLACE INTO feed_entries VALUES (?,?,?,?)", cells((feed, key, changed, _now()))
        )


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
