"""Watching: each entry once, changed ones again, failing feeds less often, an interruption loses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.read.serving import Page, serve
from tests.read.test_fetching import PAGE, feed

from dragoman.model.articles import Article, SetAside
from dragoman.model.errors import UsageError
from dragoman.model.tallies import Tally
from dragoman.read.fetching import Fetcher
from dragoman.record import Record, open_record
from dragoman.show.cli.watch import to_seconds
from dragoman.watch import watch_feeds


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", write=True) as opened:
        yield opened


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[Article | SetAside]:
    """What the walk was given, without the walk."""
    out: list[Article | SetAside] = []

    def take(record: Record, found: Iterable[Article | SetAside], tally: Tally) -> Tally:  # noqa: ARG001
        out.extend(found)
        tally.read = len(out)
        return tally

    monkeypatch.setattr("dragoman.watch.read_found", take)
    return out


def quick() -> Fetcher:
    return Fetcher(frozenset({"127.0.0.1"}), wait=lambda _: None, pause=0.0)


def test_each_entry_once_and_changed_ones_again(record: Record, taken: list[Article | SetAside]) -> None:
    waits: list[float] = []
    with serve({"/1": Page(PAGE), "/2": Page(PAGE)}) as site:
        site.pages["/flux"] = Page(feed(site.base, 1), "application/atom+xml")
        rounds = watch_feeds(
            record, [f"{site.base}/flux"], every=900, rounds=4, fetcher=quick(), wait=waits.append
        )
        next(rounds)
        assert len(taken) == 1
        next(rounds)
        assert len(taken) == 1
        site.pages["/flux"] = Page(feed(site.base, 1, 2), "application/atom+xml")
        next(rounds)
        assert len(taken) == 2
        site.pages["/flux"] = Page(
            feed(site.base, 1, 2, changed="2021-05-04T08:00:00Z"), "application/atom+xml"
        )
        assert next(rounds).feeds == 1
        assert len(taken) == 4 and waits == [900, 900, 900]


def test_a_failing_feed_rests_longer_each_time(record: Record, taken: list[Article | SetAside]) -> None:
    with serve({}) as site:
        for _ in watch_feeds(
            record, [f"{site.base}/flux"], every=60, rounds=8, fetcher=quick(), wait=lambda _: None
        ):
            pass
        assert site.asked.count("/flux") == 3  # rounds 1, 3 and 7
    assert len(taken) == 1


def test_only_what_is_about_the_parties(record: Record, taken: list[Article | SetAside]) -> None:
    with serve({"/1": Page(PAGE)}) as site:
        site.pages["/flux"] = Page(feed(site.base, 1), "application/atom+xml")
        feeds = [f"{site.base}/flux"]
        list(watch_feeds(record, feeds, every=60, rounds=1, about="Syldavie, Japon", fetcher=quick()))
        assert taken == []
        with pytest.raises(UsageError):
            list(watch_feeds(record, feeds, every=60, rounds=1, about=",", fetcher=quick()))


def test_times() -> None:
    assert [to_seconds(t) for t in ("15m", "1h", "90", "2 d")] == [900, 3600, 90, 172800]
    for wrong in ("", "souvent", "5s", "1w", "-1m"):
        with pytest.raises(UsageError):
            to_seconds(wrong)
