"""What the story costs: `python bench/resolve.py [--articles 10000] [--record] [--worlds 25]`.

The claims of examples/hanoi (and of ../shared/corpus where it is present) are taken over and over, each time with other
names of actors and places, other days and other long words, until there are so many articles: 24 dispatches →
10,000 that no two of which are one. `--worlds` casts take turns: so many negotiations stand in one record.

Tells seconds and memory for resolving all of them at once, and half of them: the cost should double with the articles,
not more. With `--record`, what a record costs that holds them: telling all of it, adding 100 articles, the first view
as known by a day. Seconds are of the processor: of the clock they are as many on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from dragoman.analysis import analyse
from dragoman.gather import refresh_story, tell_story
from dragoman.model.actors import Actor
from dragoman.model.articles import Article
from dragoman.model.claims import Claim
from dragoman.model.documents import Document
from dragoman.model.edtf import bounds, interval
from dragoman.model.stories import Sourced, StoryClaims
from dragoman.model.times import Time
from dragoman.read import read_articles
from dragoman.record import Record, find_articles, open_record, write_article
from dragoman.resolve import resolve_story

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goldsets import held_out

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "negotiations.jsonl"
LAYERS = ("statements", "events", "meetings", "positions")
# The edition of a conference in a claim's rule: cop21.
_YEAR = re.compile(r"\d+")
_LONG = re.compile(r"\b[a-zà-ÿ]{7,}\b")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Names of two casts differ in these: sounds that no transliteration takes for each other ("Trumpbada", "Trumpbafa").
SOUNDS = ("ba", "da", "fa", "la", "ma", "ra")
MOST = len(SOUNDS) ** 2


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
            if held_out(d["doc_id"]):
                continue
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


def multiply(
    told: Sequence[Told], first: int, last: int, worlds: int = 25
) -> tuple[list[Sourced], StoryClaims]:
    """Articles `first` to `last`: the n-th is the n-th of `told`, over and over, each time told of others."""
    articles: list[Sourced] = []
    layers: dict[str, list[Claim]] = {name: [] for name in LAYERS}
    actors: list[tuple[str, Actor]] = []
    times: list[tuple[str, Time]] = []
    for n in range(first, last):
        one, turn = told[n % len(told)], n // len(told)
        world = turn % worlds
        name = f"{one.article.article_id}-{turn}"
        days = 3 * turn
        articles.append(
            dataclasses.replace(
                one.article,
                article_id=name,
                name=name,
                published=later(one.article.published, days),
                text=_vary(one.article.text, turn),
            )
        )
        for layer in LAYERS:
            layers[layer].extend(_retell(c, name, world, days) for c in one.claims[layer])
        actors += [(name, _recast(a, world)) for a in one.actors]
        times += [(name, dataclasses.replace(t, edtf=later(t.edtf, days))) for t in one.times]
    return articles, StoryClaims(
        **{name: tuple(v) for name, v in layers.items()},  # type: ignore[arg-type]
        actors=tuple(actors),
        times=tuple(times),
    )


def _vary(text: str, turn: int) -> str:
    """Every long word with two letters changed, so that offsets hold and the copies are no reprints."""

    def change(m: re.Match[str]) -> str:
        word = m[0]
        k = len(word) // 2
        first, second = (LETTERS[(n + ord(word[0])) % 26] for n in (turn, turn // 26))
        return word[:k] + first + second + word[k + 2 :]

    return _LONG.sub(change, text) if turn else text


@cache
def named(name: str | None, world: int) -> str | None:
    """The name in one of the casts, of which there are at most MOST."""
    first, second = divmod(world, len(SOUNDS))
    return name and f"{name}{SOUNDS[first]}{SOUNDS[second]}"


@cache
def later(edtf: str | None, days: int) -> str | None:
    """The date some days later; as it is where it is none."""
    if not edtf or not days:
        return edtf
    try:
        a, b = bounds(edtf)
        return interval(a + timedelta(days=days), b + timedelta(days=days))
    except (ValueError, OverflowError):
        return edtf


def _recast(actor: Actor, world: int) -> Actor:
    return dataclasses.replace(
        actor, name=named(actor.name, world) or actor.name, side=named(actor.side, world)
    )


NAMES = ("speaker", "on_behalf_of", "according_to", "party", "by", "host", "cancelled_by", "place")
LISTS = ("relayed_by", "actors", "recipients", "participants", "toward")


def retell(claim: Claim, named: Callable[[str | None], str | None], days: int, **told: Any) -> Claim:
    """The claim of others, whom `named` names, some days later, and with the fields that are `told`."""
    for field in NAMES:
        if hasattr(claim, field):
            told[field] = named(getattr(claim, field))
    for field in LISTS:
        if hasattr(claim, field):
            told[field] = tuple(named(x) for x in getattr(claim, field))
    for field in ("date", "said_on"):
        if hasattr(claim, field):
            told[field] = later(getattr(claim, field), days)
    return dataclasses.replace(claim, **told)


def _retell(claim: Claim, article: str, world: int, days: int) -> Claim:
    rule = _YEAR.sub(str(10 + world), claim.rule)
    return retell(claim, lambda name: named(name, world), days, article=article, resolved=(), rule=rule)


def measure(told: Sequence[Told], n: int, worlds: int) -> tuple[float, str]:
    """Seconds, and what came out."""
    articles, claims = multiply(told, 0, n, worlds)
    size = sum(len(getattr(claims, name)) for name in LAYERS)
    start = time.process_time()
    story = resolve_story(articles, claims)
    seconds = time.process_time() - start
    return seconds, (
        f"{n} articles, {size} claims: {seconds:.1f} s ({1000 * seconds / n:.2f} ms an article); "
        f"{len(story.meetings)} meetings, {len(story.happenings)} acts, {len(story.disputes)} disputes, "
        f"{len(story.expectations)} expectations, {len(story.deadlocks)} deadlocks"
    )


def add_articles(record: Record, told: Sequence[Told], first: int, last: int, worlds: int) -> None:
    """Articles `first` to `last` into a record, as if they had been read."""
    articles, claims = multiply(told, first, last, worlds)
    read = {
        a.article_id: Article(name=a.name, text=a.text, published=a.published, outlet=a.outlet)
        for a in articles
    }
    layers: dict[str, list[Claim]] = {name: [] for name in read}
    for layer in LAYERS:
        for c in getattr(claims, layer):
            layers[c.article].append(dataclasses.replace(c, article=read[c.article].id))
    with record.transaction():
        for name, article in read.items():
            document = Document(
                article=article, blocks=[], sentences=[], mentions=[], agency=(), published=article.published,
                times=[t for a, t in claims.times if a == name],
                actors={actor.name: actor for a, actor in claims.actors if a == name},
            )  # fmt: skip
            write_article(record, document, layers[name])


def clocked(what: str, do: Callable[[], Any]) -> float:
    """The seconds that something takes, told."""
    start = time.process_time()
    do()
    seconds = time.process_time() - start
    print(f"{what}: {seconds:.1f} s, peak memory {_peak():.2f} GB", flush=True)
    return seconds


def measure_record(told: Sequence[Told], n: int, worlds: int, more: int = 100) -> None:
    """What a record of `n` articles costs."""
    with tempfile.TemporaryDirectory() as folder:
        with open_record(Path(folder) / "r.db", write=True) as record:
            for k in range(0, n, more):
                add_articles(record, told, k, min(n, k + more), worlds)
            all_of_it = clocked(
                f"a story of {n} articles told into the record", lambda: refresh_story(record)
            )
            add_articles(record, told, n, n + more, worlds)
            added = clocked(f"{more} articles more", lambda: refresh_story(record))
            days = sorted(a.published for a in find_articles(record) if a.published)
            day = days[len(days) // 2]
            clocked(f"first view as known by {day}", lambda: tell_story(record, known_by=day))
            clocked("the story as it stands", lambda: tell_story(record))
        print(f"{more} articles cost {n * added / more / all_of_it:.1f} times their share")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--base", type=int, default=120, help="how many articles are multiplied")
    options.add_argument("--worlds", type=int, default=25, help="how many casts of actors take turns")
    options.add_argument("--record", action="store_true", help="what a record of them costs")
    asked = options.parse_args()
    if not 0 < asked.worlds <= MOST:
        options.error(f"there are names for 1 to {MOST} casts: --worlds {asked.worlds}")
    # the parser in a process of its own: what is measured is the story's memory
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as reader:
        told = reader.submit(read_claims, take_articles(asked.base)).result()
    if asked.record:
        measure_record(told, asked.articles, asked.worlds)
        return 0
    half, line = measure(told, asked.articles // 2, asked.worlds)
    print(line)
    whole, line = measure(told, asked.articles, asked.worlds)
    print(line)
    print(f"twice the articles cost {whole / half:.2f} times as much")
    print(f"peak memory {_peak():.2f} GB (with the claims)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
