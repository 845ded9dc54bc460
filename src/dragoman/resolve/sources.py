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
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from dragoman.model.edtf import bounds
from dragoman.model.errors import DateError
from dragoman.model.stories import Sourced

RUN = 5
# Two texts that share this part of the shorter one's runs are one dispatch, whenever they appeared …
ALWAYS = 0.5
# … and this part, where they appeared on one day or the next.
CLOSE_BY, DAYS = 0.24, 1
# One run in so many is in the sample; a run that more texts share is compared along a chain of them only.
SAMPLE, MANY = 4, 12
# A pair that shares less than this part of its sample is not compared further.
WORTH = 0.12

_WORD = re.compile(r"\w+")


class Sources:
    """The articles in clusters of one dispatch each."""

    def __init__(self, articles: Sequence[Sourced]) -> None:
        self._articles = {a.article_id: a for a in articles}
        self._parent = {a.article_id: a.article_id for a in articles}
        self.shared: dict[tuple[str, str], float] = {}
        for a, b in self._candidates():
            part = shared_part(self._articles[a].text, self._articles[b].text)
            if part >= ALWAYS or (part >= CLOSE_BY and _close(self._articles[a], self._articles[b])):
                self.shared[a, b] = part
                self._join(a, b)

    def _candidates(self) -> Iterator[tuple[str, str]]:
        """Pairs that share enough of their samples, in order of ids."""
        samples = {key: _sample(self._articles[key].text) for key in sorted(self._articles)}
        holders: dict[int, list[str]] = defaultdict(list)
        for key, sample in samples.items():
            for run in sample:
                holders[run].append(key)
        common: dict[tuple[str, str], int] = defaultdict(int)
        for group in holders.values():
            for pair in _pairs(group):
                common[pair] += 1
        for (a, b), n in sorted(common.items()):
            if n >= WORTH * max(1, min(len(samples[a]), len(samples[b]))):
                yield a, b

    def _root(self, article: str) -> str:
        while self._parent[article] != article:
            self._parent[article] = self._parent[self._parent[article]]
            article = self._parent[article]
        return article

    def _join(self, a: str, b: str) -> None:
        a, b = sorted((self._root(a), self._root(b)))
        self._parent[b] = a

    def cluster(self, article: str) -> str:
        """The id of the article that stands for the dispatch."""
        return self._root(article) if article in self._parent else article

    def clusters(self) -> list[list[str]]:
        """The dispatches that several articles tell, each as its articles' ids."""
        out: dict[str, list[str]] = defaultdict(list)
        for article in sorted(self._parent):
            out[self._root(article)].append(article)
        return [members for members in out.values() if len(members) > 1]

    def count(self, articles: Iterable[str]) -> int:
        """How many independent dispatches the articles come from."""
        return len({self.cluster(a) for a in articles})


def shared_part(a: str, b: str) -> float:
    """The part of the shorter text's five-word runs that the other has too, 0 where one has none."""
    first, second = _runs(a), _runs(b)
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0


def _pairs(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All pairs of a small group; of a large one each with its neighbour, which still chains reprints together."""
    if len(group) > MANY:
        yield from pairwise(group)
        return
    for i, a in enumerate(group):
        for b in group[i + 1 :]:
            yield a, b


def _close(a: Sourced, b: Sourced) -> bool:
    """Whether the two surely appeared within a day of each other."""
    if a.published is None or b.published is None:
        return False
    try:
        (a1, a2), (b1, b2) = bounds(a.published), bounds(b.published)
    except DateError:
        return False
    return max((b2 - a1).days, (a2 - b1).days) <= DAYS


@lru_cache(maxsize=65536)
def _code(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "replace"))


@lru_cache(maxsize=512)
def _runs(text: str) -> frozenset[int]:
    """The runs by a hash that is the same in every process: of the hashes of their words, in order."""
    codes = [_code(w) for w in _WORD.findall(text.casefold())]
    if len(codes) < RUN:
        return frozenset([hash(tuple(codes))]) if codes else frozenset()
    return frozenset(map(hash, zip(*(codes[k:] for k in range(RUN)), strict=False)))


def _sample(text: str) -> list[int]:
    """One run in SAMPLE, the same ones in every text; all of them where the text is short."""
    runs = _runs(text)
    return [run for run in runs if run % SAMPLE == 0] if len(runs) > 60 else list(runs)
