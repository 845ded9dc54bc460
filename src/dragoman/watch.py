"""The walk again and again: what is new in the feeds goes into the record.

watch_feeds(record, ["https://courrier.example/flux"], every=900) → each new entry's article, once, until interrupted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.articles import Article, SetAside
from dragoman.model.tallies import Tally
from dragoman.pipeline import read_found
from dragoman.read.fetching import Fetcher
from dragoman.read.topics import Topic, find_topic
from dragoman.read.watching import Look, fetcher_for, look_at
from dragoman.record import Record, find_feed, is_entry_known, write_entry, write_feed

# A feed that fails is asked less and less often, up to so many times the usual pause.
MOST_PATIENT = 16


@dataclass(frozen=True, slots=True)
class Round:
    """One round over all feeds: how many answered, and what came of their new entries."""

    feeds: int
    tally: Tally


def watch_feeds(
    record: Record,
    feeds: Sequence[str],
    *,
    every: float,
    rounds: int | None = None,
    about: str | None = None,
    fetcher: Fetcher | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[Round]:
    """Look at the feeds every `every` seconds, `rounds` times or for ever; each round is told when it is done.

    Raises UsageError at once where `about` names nobody. A feed that fails waits twice as long each time.
    """
    topic = find_topic(about) if about is not None else None
    fetcher = fetcher or fetcher_for(list(feeds))
    resting = dict.fromkeys(feeds, 0)  # rounds that a failing feed still sits out
    n = 0
    while rounds is None or n < rounds:
        if n:
            wait(every)
        n += 1
        tally, answered = Tally(), 0
        for feed in feeds:
            if resting[feed] > 0:
                resting[feed] -= 1
                continue
            answered += _look(record, feed, fetcher, topic, tally)
            failures = find_feed(record, feed).failures
            resting[feed] = min(2**failures, MOST_PATIENT) - 1 if failures else 0
        yield Round(answered, tally)


def _look(record: Record, feed: str, fetcher: Fetcher, topic: Topic | None, tally: Tally) -> bool:
    """One look at one feed. What it gave is remembered after the walk, so that an interruption loses nothing."""

    def is_known(key: str, changed: str) -> bool:
        return is_entry_known(record, feed, key, changed)

    read: list[tuple[str, str]] = []

    def noted(look: Look) -> Iterator[Article | SetAside]:
        for key, changed, found in look.found:
            yield found
            if isinstance(found, Article):
                read.append((key, changed))

    look = look_at(find_feed(record, feed), fetcher, is_known, topic)
    read_found(record, noted(look), tally)
    with record.transaction():
        write_feed(record, look.feed)
        for key, changed in read:
            write_entry(record, feed, key, changed)
    return look.feed.failures == 0
