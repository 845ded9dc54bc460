"""Which articles of a record tell one dispatch, kept up as articles come.

A second newspaper prints an agency text of the record → one more pair, found by what the two texts share.
"""

from __future__ import annotations

from collections.abc import Collection

from dragoman.model.edtf import Day
from dragoman.record import Record, find_articles
from dragoman.record.copies import common_runs, find_pairs, holders_of, runs_of, write_pairs, write_runs
from dragoman.resolve.sources import (
    MANY,
    Holder,
    Holders,
    Pair,
    Sources,
    days_near,
    find_alike,
    is_copy,
    sample_of,
)

BATCH = 200  # articles whose runs are held at a time


def update_copies(record: Record, read: Collection[str]) -> set[str]:
    """Find the copies of the articles that were `read`; gives those that stand in another cluster than before."""
    before = find_pairs(record)
    articles = find_articles(record, text=True, articles=read)
    samples = {a.article_id: sample_of(a.text) for a in articles}
    old = runs_of(record, read)
    changed = {run for a in read for run in set(samples.get(a, ())) ^ set(old.get(a, ()))}
    house = common_runs(record, changed, MANY)
    with record.transaction() as db:
        write_runs(db, {a: samples.get(a, []) for a in read})
    # what has become a phrase of the house, or is none any more, counts otherwise between all that have it
    after = common_runs(record, changed, MANY)
    turned = house ^ after
    again = {name for told in holders_of(record, turned).values() for name, *_ in told} - set(read)
    if again:
        more = find_articles(record, text=True, articles=again)
        samples |= {a.article_id: sample_of(a.text) for a in more}
        articles += more
    texts = {a.article_id: a for a in articles}
    pairs: set[tuple[str, str]] = set()
    for n in range(0, len(articles), BATCH):
        batch = articles[n : n + BATCH]
        runs = {run for a in batch for run in samples[a.article_id]}
        common = (after & runs) | common_runs(record, runs - changed, MANY)
        days = {Day.fromordinal(day).isoformat() for a in batch for day in days_near(a.published)}
        held = holders_of(record, runs - common) | holders_of(record, common, days)
        holders = Holders({run: [Holder(*row) for row in told] for run, told in held.items()}, common)
        alike = {a: find_alike(a, samples[a.article_id], holders) for a in batch}
        unread = {name for names in alike.values() for name in names} - texts.keys()
        texts |= {a.article_id: a for a in find_articles(record, text=True, articles=unread)}
        pairs.update(
            _pair(a.article_id, b) for a, names in alike.items() for b in names if is_copy(a, texts[b])
        )
    with record.transaction() as db:
        write_pairs(db, {*read, *again}, pairs)
    now = find_pairs(record)
    return moved(before, now) if now != before else set()


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def moved(before: Collection[Pair], now: Collection[Pair], within: Collection[str] | None = None) -> set[str]:
    """The articles whose cluster has gained or lost one; those `within` alone count, where told."""
    old, new = (
        {frozenset(c if within is None else (a for a in c if a in within)) for c in Sources(pairs).clusters()}
        for pairs in (before, now)
    )
    return {article for cluster in old ^ new if len(cluster) > 1 for article in cluster}
