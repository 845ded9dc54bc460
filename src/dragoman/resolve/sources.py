"""How many independent sources stand behind something: reprints and rewrites of one dispatch count once.

Two outlets that print one agency text → one source; its update of the same evening → the same source.

Two texts are compared by their runs of five words (shingles; Broder 1997). Candidates are found on a sample of the
runs, the same for every text, and then compared on all of them. Dispatches of later days that only repeat the
background of earlier ones share a fifth of their runs at most; versions of one dispatch share more, on one day or
the next. Measured by bench/reprints.py.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.model.edtf import bounds
from dragoman.model.errors import DateError
from dragoman.model.stories import Sourced

RUN = 5
# Two texts that share this part of the shorter one's runs are one dispatch, whenever they appeared …
ALWAYS = 0.5
# … and this part, where they appeared on one day or the next.
CLOSE_BY, DAYS = 0.24, 1
# One run in so many is in the sample; what more texts share is no sign of one dispatch by itself.
SAMPLE, MANY = 8, 12
# A pair that shares less than this part of its sample is not compared further.
WORTH = 0.12

_WORD = re.compile(r"\w+")
# Odd numbers without pattern, so that two orders of the same words are two runs.
_WEIGHTS = tuple(
    np.int64(w)
    for w in (
        6364136223846793005,
        3202034522624059733,
        2862933555777941757,
        7046029254386353131,
        1442695040888963407,
    )
)

Runs = npt.NDArray[np.int64]
# Two articles (their ids, in order) that tell one dispatch.
Pair = tuple[str, str]


class Sources:
    """The articles in clusters of one dispatch each."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self._parent: dict[str, str] = {}
        for a, b in pairs:
            a, b = sorted((self.cluster(a), self.cluster(b)))
            self._parent[b] = a

    @classmethod
    def of(cls, articles: Sequence[Sourced]) -> Sources:
        """Those of a set of articles."""
        return cls(find_copies(articles))

    def cluster(self, article: str) -> str:
        """The id of the article that stands for the dispatch."""
        while (above := self._parent.setdefault(article, article)) != article:
            self._parent[article] = self._parent[above]
            article = above
        return article

    def clusters(self) -> list[list[str]]:
        """The dispatches that several articles tell, each as its articles' ids."""
        out: dict[str, list[str]] = defaultdict(list)
        for article in sorted(self._parent):
            out[self.cluster(article)].append(article)
        return [members for members in out.values() if len(members) > 1]

    def count(self, articles: Iterable[str]) -> int:
        """How many independent dispatches the articles come from."""
        return len({self.cluster(a) for a in articles})


class Holder(NamedTuple):
    """An article whose sample has a run; `size` is how many runs its sample has."""

    article: str
    published: str | None
    size: int


class Holders:
    """Which articles have which run.

    A run that more than MANY texts have is a phrase of the house: it counts between articles of one day or the next,
    so that its holders are looked up by their day.
    """

    def __init__(self, told: Mapping[int, Sequence[Holder]], common: Collection[int] | None = None) -> None:
        """Without `common`, the phrases of the house, `told` has all holders; of these phrases it need not."""
        if common is None:
            common = {run for run, holders in told.items() if len(holders) > MANY}
        self._rare = {run: holders for run, holders in told.items() if run not in common}
        self._common: dict[int, dict[int, list[Holder]]] = {}
        for run in common:
            by_day: dict[int, list[Holder]] = defaultdict(list)
            for holder in told.get(run, ()):
                if days := _days(holder.published):
                    by_day[days[0]].append(holder)
            self._common[run] = by_day

    def of(self, run: int, published: str | None) -> Iterator[Holder]:
        """Those that count for an article of that day."""
        if run not in self._common:
            yield from self._rare.get(run, ())
        else:
            for day in days_near(published):
                told = self._common[run].get(day, ())
                yield from (h for h in told if _close(published, h.published))


def find_copies(articles: Sequence[Sourced]) -> set[Pair]:
    """The pairs of articles that tell one dispatch."""
    days = {a.article_id: a.published for a in articles}
    runs = {a.article_id: _runs(a.text) for a in articles}
    samples = {name: _sample(of_it) for name, of_it in runs.items()}
    told: dict[int, list[Holder]] = defaultdict(list)
    for a in articles:
        sample = samples[a.article_id]
        holder = Holder(a.article_id, a.published, len(sample))
        for run in sample:
            told[run].append(holder)
    holders = Holders(told)
    out: set[Pair] = set()
    for a in articles:
        for other in find_alike(a, samples[a.article_id], holders):
            if a.article_id < other and _is_one(
                _shared(runs[a.article_id], runs[other]), a.published, days[other]
            ):
                out.add((a.article_id, other))
    return out


def find_alike(article: Sourced, sample: Sequence[int], holders: Holders) -> list[str]:
    """The articles that share enough of the article's sample to be compared with it."""
    common = Counter(h for run in sample for h in holders.of(run, article.published))
    return [
        h.article
        for h, n in common.items()
        if h.article != article.article_id and n >= WORTH * min(len(sample), h.size)
    ]


def is_copy(a: Sourced, b: Sourced) -> bool:
    """Whether two articles tell one dispatch."""
    return _is_one(shared_part(a.text, b.text), a.published, b.published)


def _is_one(part: float, a: str | None, b: str | None) -> bool:
    """Whether two articles of these days that share such a part are one dispatch."""
    return part >= ALWAYS or (part >= CLOSE_BY and _close(a, b))


def shared_part(a: str, b: str) -> float:
    """The part of the shorter text's five-word runs that the other has too, 0 where one has none."""
    return _shared(_runs(a), _runs(b))


def _shared(first: Runs, second: Runs) -> float:
    least = min(len(first), len(second))
    return len(np.intersect1d(first, second, assume_unique=True)) / least if least else 0.0


def days_near(published: str | None) -> range:
    """The days (as numbers) on which an article begins to be of that day or the next."""
    days = _days(published)
    return range(days[1] - DAYS, days[0] + DAYS + 1) if days else range(0)


def _close(a: str | None, b: str | None) -> bool:
    """Whether two articles surely appeared within a day of each other."""
    one, other = _days(a), _days(b)
    return bool(one and other) and max(other[1] - one[0], one[1] - other[0]) <= DAYS  # type: ignore[index]


@lru_cache(maxsize=65536)
def _days(edtf: str | None) -> tuple[int, int] | None:
    """First and last day, as numbers; None where there is none."""
    try:
        return (bounds(edtf)[0].toordinal(), bounds(edtf)[1].toordinal()) if edtf else None
    except DateError:
        return None


@lru_cache(maxsize=65536)
def _code(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "replace"))


@lru_cache(maxsize=512)
def _runs(text: str) -> Runs:
    """The runs, each once, in order, by a hash that is the same on every machine: the sum of the hashes of their
    words, each weighed."""
    words = _WORD.findall(text.casefold())
    run = min(RUN, len(words))
    if not run:
        return np.empty(0, dtype=np.int64)
    codes = np.fromiter(map(_code, words), dtype=np.int64, count=len(words))
    ends = len(words) - run + 1
    with np.errstate(over="ignore"):
        runs = sum(codes[k : k + ends] * weight for k, weight in enumerate(_WEIGHTS[:run]))
    return np.unique(np.asarray(runs, dtype=np.int64))


def sample_of(text: str) -> list[int]:
    """One run in SAMPLE, the same ones in every text; all of them where the text is short."""
    return _sample(_runs(text))


def _sample(runs: Runs) -> list[int]:
    told: list[int] = (runs[runs % SAMPLE == 0] if len(runs) > 60 else runs).tolist()
    return told
