"""What resolution costs: `python bench/resolve.py [--articles 10000]`.

The claims of examples/hanoi (and of ../shared/corpus where it is present) are taken over and over, each time with other
names, other days and other long words, until there are so many articles: 24 dispatches → 10,000 that no two of
which are one. Tells seconds and memory for all of them at once, and for half of them: the cost should double with
the articles, not more.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
import resource
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.analysis import analyse
from dragoman.model.actors import Actor
from dragoman.model.articles import Article
from dragoman.model.claims import Claim
from dragoman.model.edtf import bounds, interval
from dragoman.model.stories import Sourced, StoryClaims
from dragoman.model.times import Time
from dragoman.read import read_articles
from dragoman.resolve import resolve_story

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "negotiations.jsonl"
LAYERS = ("statements", "events", "meetings", "positions")
# So many casts of actors take turns: a record of several negotiations.
WORLDS = 25
_LONG = re.compile(r"\b[a-zà-ÿ]{7,}\b")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclasses.dataclass
class Told:
    """One article with all that it claims."""

    article: Sourced
    claims: dict[str, list[Any]]
    actors: list[Actor]
    times: list[Time]


def take_articles(limit: int) -> list[Article]:
    """The articles to multiply."""
    found = [a for a in read_articles([ROOT / "examples" / "hanoi"]) if isinstance(a, Article)]
    if CORPUS.exists():
        for line in CORPUS.read_text(encoding="utf-8").splitlines():
            d = json.loads(line)
            text = "\n".join([d["title"], d["chapo"] or "", *d["paragraphs"]])
            found.append(Article(name=d["doc_id"], text=text, published=d["date"][:10], title=d["title"]))
    return found[:limit]


def read_claims(articles: Iterable[Article]) -> list[Told]:
    """Each article read once."""
    out = []
    for document, claims in analyse(articles, lambda _: None):
        a = document.article
        source = Sourced(
            article_id=a.id, name=a.name, published=document.published, text=a.text, outlet=a.outlet
        )
        layers = {name: list(getattr(claims, name)) for name in LAYERS}
        out.append(Told(source, layers, list(document.actors.values()), list(document.times)))
    return out


def multiply(told: Sequence[Told], first: int, last: int) -> tuple[list[Sourced], StoryClaims]:
    """Articles `first` to `last`: the n-th is the n-th of `told`, over and over, each time told of others."""
    articles: list[Sourced] = []
    layers: dict[str, list[Claim]] = {name: [] for name in LAYERS}
    actors: list[tuple[str, Actor]] = []
    times: list[tuple[str, Time]] = []
    for n in range(first, last):
        one, turn = told[n % len(told)], n // len(told)
        name = f"{one.article.article_id}-{turn}"
        days = 3 * turn
        articles.append(
            dataclasses.replace(
                one.article,
                article_id=name,
                name=name,
                published=_later(one.article.published, days),
                text=_vary(one.article.text, turn),
            )
        )
        for layer in LAYERS:
            layers[layer].extend(_retell(c, name, turn, days) for c in one.claims[layer])
        actors += [(name, _recast(a, turn)) for a in one.actors]
        times += [(name, dataclasses.replace(t, edtf=_later(t.edtf, days))) for t in one.times]
    return articles, StoryClaims(
        **{name: tuple(v) for name, v in layers.items()},  # type: ignore[arg-type]
        actors=tuple(actors),
        times=tuple(times),
    )


def _vary(text: str, turn: int) -> str:
    """Every long word with one letter changed, so that offsets hold and the copies are no reprints."""

    def change(m: re.Match[str]) -> str:
        word = m[0]
        k = len(word) // 2
        return word[:k] + LETTERS[(turn + ord(word[0])) % 26] + word[k + 1 :]

    return _LONG.sub(change, text) if turn else text


@cache
def _named(name: str | None, turn: int) -> str | None:
    world = turn % WORLDS
    return name and (f"{name}{LETTERS[world % 26]}{LETTERS[world // 26]}" if world else name)


@cache
def _later(edtf: str | None, days: int) -> str | None:
    if not edtf or not days:
        return edtf
    try:
        a, b = bounds(edtf)
        return interval(a + timedelta(days=days), b + timedelta(days=days))
    except (ValueError, OverflowError):
        return edtf


def _recast(actor: Actor, turn: int) -> Actor:
    return dataclasses.replace(
        actor, name=_named(actor.name, turn) or actor.name, side=_named(actor.side, turn)
    )


NAMES = ("speaker", "on_behalf_of", "according_to", "party", "by", "host", "cancelled_by")
LISTS = ("relayed_by", "actors", "recipients", "participants", "toward")


def _retell(claim: Claim, article: str, turn: int, days: int) -> Claim:
    told: dict[str, Any] = {"article": article, "resolved": ()}
    for field in NAMES:
        if hasattr(claim, field):
            told[field] = _named(getattr(claim, field), turn)
    for field in LISTS:
        if hasattr(claim, field):
            told[field] = tuple(_named(x, turn) for x in getattr(claim, field))
    for field in ("date", "said_on"):
        if hasattr(claim, field):
            told[field] = _later(getattr(claim, field), days)
    return dataclasses.replace(claim, **told)


def measure(told: Sequence[Told], n: int) -> tuple[float, str]:
    """Seconds, and what came out."""
    articles, claims = multiply(told, 0, n)
    size = sum(len(getattr(claims, name)) for name in LAYERS)
    start = time.perf_counter()
    story = resolve_story(articles, claims)
    seconds = time.perf_counter() - start
    return seconds, (
        f"{n} articles, {size} claims: {seconds:.1f} s ({1000 * seconds / n:.2f} ms an article); "
        f"{len(story.meetings)} meetings, {len(story.happenings)} acts, {len(story.disputes)} disputes, "
        f"{len(story.expectations)} expectations, {len(story.deadlocks)} deadlocks"
    )


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--base", type=int, default=120, help="how many articles are multiplied")
    asked = options.parse_args()
    told = read_claims(take_articles(asked.base))
    half, line = measure(told, asked.articles // 2)
    print(line)
    whole, line = measure(told, asked.articles)
    print(line)
    print(f"twice the articles cost {whole / half:.2f} times as much")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    print(f"peak memory {peak:.2f} GB (with the claims and the analysis)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
