"""How many independent sources stand behind something: reprints and rewrites of one dispatch count once.

Two outlets that print one agency text → one source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.model.stories import Sourced

# Two texts that share this part of the shorter one's five-word runs are one dispatch.
SHARED_RUNS = 0.5
RUN = 5


class Sources:
    """The articles in clusters of one dispatch each."""

    def __init__(self, articles: Sequence[Sourced]) -> None:
        self._parent = {a.article_id: a.article_id for a in articles}
        runs = {a.article_id: _runs(a.text) for a in articles}
        holders: dict[int, list[str]] = defaultdict(list)
        for article in sorted(runs):
            for run in runs[article]:
                holders[run].append(article)
        shared: dict[tuple[str, str], int] = defaultdict(int)
        for group in holders.values():
            # a run that many articles share is a formula, not a sign of a reprint
            if 1 < len(group) <= 12:
                for i, a in enumerate(group):
                    for b in group[i + 1 :]:
                        shared[a, b] += 1
        for (a, b), n in sorted(shared.items()):
            if n >= SHARED_RUNS * max(1, min(len(runs[a]), len(runs[b]))):
                self._join(a, b)

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

    def count(self, articles: Iterable[str]) -> int:
        """How many independent dispatches the articles come from."""
        return len({self.cluster(a) for a in articles})


def _runs(text: str) -> set[int]:
    words = re.findall(r"\w+", text.casefold())
    return {hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1)}
