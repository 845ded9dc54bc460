"""What is fetched, and what is not: politeness, limits, and no address that nobody asked for."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from tests.read.exporting import LAST, LEAD, MORE, written
from tests.read.serving import Page, serve

from dragoman.model.articles import Article, SetAside
from dragoman.model.feeds import Feed
from dragoman.read import read_articles
from dragoman.read.fetching import LARGEST, Fetcher, FetchError
from dragoman.read.watching import look_at

PAGE = f"<html><body><h1>Klow attend</h1><article><p>{LEAD}</p><p>{MORE}</p></article></body></html>".encode()


def fetcher(waited: list[float] | None = None) -> Fetcher:
    return Fetcher(frozenset({"127.0.0.1"}), wait=(waited if waited is not None else []).append, pause=0.0)


def test_conditional_requests() -> None:
    with serve({"/f": Page(b"x", etag='"1"')}) as site:
        first = fetcher().get(f"{site.base}/f")
        assert (first.status, first.content, first.etag) == (200, b"x", '"1"')
        again = fetcher().get(f"{site.base}/f", etag=first.etag)
        assert (again.status, again.content, again.etag) == (304, b"", '"1"')


def test_a_busy_site_is_waited_for_as_it_asks() -> None:
    waited: list[float] = []
    with serve({"/f": Page(b"x", answers=[429, 503], headers={"Retry-After": "7"})}) as site:
        assert fetcher(waited).get(f"{site.base}/f").content == b"x"
    assert waited == [7.0, 7.0]


def test_a_site_that_stays_busy_or_asks_too_much_is_left() -> None:
    with serve(
        {
            "/f": Page(b"x", answers=[503] * 9),
            "/g": Page(b"x", answers=[429], headers={"Retry-After": "9999"}),
        }
    ) as site:
        for path in "fg":
            with pytest.raises(FetchError, match=r"503|429"):
                fetcher().get(f"{site.base}/{path}")
        with pytest.raises(FetchError, match="404"):
            fetcher().get(f"{site.base}/absent")


def test_two_requests_to_one_host_are_apart() -> None:
    waited: list[float] = []
    now = iter(range(100))
    polite = Fetcher(frozenset({"127.0.0.1"}), wait=waited.append, clock=lambda: float(next(now)), pause=10.0)
    with serve({"/f": Page(b"x")}) as site:
        polite.get(f"{site.base}/f", robots=False)
        polite.get(f"{site.base}/f", robots=False)
    assert len(waited) == 1 and waited[0] > 5


def test_robots() -> None:
    rules = Page(b"User-agent: *\nDisallow: /prive\n", "text/plain")
    with serve({"/robots.txt": rules, "/prive/a": Page(PAGE), "/b": Page(PAGE)}) as site:
        asker = fetcher()
        assert asker.get(f"{site.base}/b").content == PAGE
        with pytest.raises(FetchError, match="robots"):
            asker.get(f"{site.base}/prive/a")
        assert site.asked.count("/robots.txt") == 1 and "/prive/a" not in site.asked


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "gopher://x",
        "//x",
        "",
        "http://",
        "http://[",
        "javascript:1",
    ],
)
def test_only_the_web(url: str) -> None:
    with pytest.raises(FetchError):
        fetcher().get(url)


def test_nothing_inside_ones_own_network_unless_named() -> None:
    with serve(
        {"/f": Page(b"x"), "/to": Page(b"", answers=[302], headers={"Location": "http://localhost:1/x"})}
    ) as site:
        with pytest.raises(FetchError, match="inside your own network"):
            Fetcher().get(f"{site.base}/f")
        with pytest.raises(FetchError, match="inside your own network"):
            fetcher().get(f"{site.base}/to")
        site.pages["/to"] = Page(b"", answers=[302], headers={"Location": "file:///etc/passwd"})
        with pytest.raises(FetchError):
            fetcher().get(f"{site.base}/to")


def test_too_much_and_a_bomb() -> None:
    bomb = Page(gzip.compress(b"a" * (LARGEST + 10)), headers={"Content-Encoding": "gzip"})
    with serve(
        {
            "/a": Page(b"a" * (LARGEST + 10)),
            "/b": bomb,
            "/c": Page(b"\x1f\x8b", headers={"Content-Encoding": "gzip"}),
        }
    ) as site:
        for path in "abc":
            with pytest.raises(FetchError):
                fetcher().get(f"{site.base}/{path}")


def test_a_list_of_addresses_is_fetched_only_when_asked(tmp_path: Path) -> None:
    with serve({"/1": Page(PAGE), "/2": Page(b"<html></html>")}) as site:
        path = written(
            tmp_path,
            "liste.urls",
            f"# presse\n{site.base}/1\n{site.base}/2\n{site.base}/1\n{site.base}/absent\n",
        )
        (aside,) = list(read_articles([path]))
        assert isinstance(aside, SetAside) and "add --fetch" in aside.reason and site.asked == []
        found = list(read_articles([path], fetch=True))
    articles = [a for a in found if isinstance(a, Article)]
    assert [a.url for a in articles] == [f"{site.base}/1"] and len(found) == 3
    assert ["404" in a.reason for a in found if isinstance(a, SetAside)] == [False, True]


def test_a_text_that_is_a_list_of_addresses_says_what_to_do(tmp_path: Path) -> None:
    (aside,) = list(read_articles([written(tmp_path, "a.txt", "https://c.example/1\nhttps://c.example/2\n")]))
    assert isinstance(aside, SetAside) and ".urls" in aside.reason


def unknown(key: str, changed: str) -> bool:  # noqa: ARG001
    return False


def feed(base: str, *numbers: int, changed: str = "2021-05-03T10:15:00Z") -> bytes:
    entries = "".join(
        f"<entry><id>k{n}</id><title>Klow {n}</title><link href='{base}/{n}'/><updated>{changed}</updated>"
        f"<summary>{LEAD} {LAST}</summary></entry>"
        for n in reversed(numbers)
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Le Courrier</title>{entries}</feed>".encode()


def test_new_entries_of_a_feed_from_their_pages_or_the_summary() -> None:
    with serve({"/1": Page(PAGE)}) as site:
        site.pages["/flux"] = Page(feed(site.base, 1, 2), "application/atom+xml", etag='"a"')
        look = look_at(Feed(f"{site.base}/flux"), fetcher(), unknown)
        found = list(look.found)
        assert [key for key, _, _ in found] == ["k1", "k2"]
        whole, summary = (article for _, _, article in found)
        assert isinstance(whole, Article) and MORE in whole.text and whole.outlet == "Le Courrier"
        assert isinstance(summary, Article) and summary.text == f"Klow 2\n\n{LEAD} {LAST}"
        assert whole.published == summary.published == "2021-05-03T10:15:00Z"
        assert look.feed.etag == '"a"'
        asked = len(site.asked)
        again = look_at(look.feed, fetcher(), unknown)
        assert list(again.found) == [] and len(site.asked) == asked + 1


def test_a_feed_that_fails_is_told_once() -> None:
    with serve({}) as site:
        look = look_at(Feed(f"{site.base}/flux"), fetcher(), unknown)
        assert look.feed.failures == 1 and len(list(look.found)) == 1
        again = look_at(look.feed, fetcher(), unknown)
        assert again.feed.failures == 2 and list(again.found) == []
