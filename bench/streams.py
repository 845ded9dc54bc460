"""Long streams: how much faster `--about` is where few articles are relevant, and whether memory stays as it is.

    python bench/streams.py                 2 articles in 100 name both parties: read with and without --about
    python bench/streams.py --memory 2000   one process analyses so many articles: its memory after each tenth

The stream is made from our own dispatches, and from ../shared/corpus where it is present: no text comes twice. In what
is not relevant the names are others (letters of capitalised words changed one for one), the rest is as it was.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.speed import folder_of, load_texts

from dragoman.analysis import analyse
from dragoman.annotate.loading import load_model
from dragoman.model.articles import Article
from dragoman.pipeline import read_paths
from dragoman.read.topics import find_topic
from dragoman.record import open_record

ABOUT = "Corée du Nord, États-Unis"
SHARE = 0.02  # of the stream that is relevant
FASTER = 20.0  # times, at least
MEMORY = 1.2  # GB, at most
VOWELS, CONSONANTS = "aeiou", "bcdfglmnprstv"
NAME = re.compile(r"(?<=\w )[A-ZÉÎÀ][\w-]+|\b[a-zé]+-(?=coréen|américain)|coréen|américain")


def renamed(article: Article, k: int) -> Article:
    """The article with other names, the same ones wherever they stand."""
    draw = random.Random(k)
    table = str.maketrans(
        {
            old: new
            for letters in (VOWELS, CONSONANTS)
            for plain, other in zip(letters, draw.sample(letters, len(letters)), strict=True)
            for old, new in ((plain, other), (plain.upper(), other.upper()))
        }
    )
    names = {m for m in NAME.findall(article.text) if len(m) > 3}
    if not names:
        return replace(article, name=f"{article.name}-{k}", text=f"{article.text}\n\n{k}")
    sought = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + ")")
    return replace(
        article,
        name=f"{article.name}-{k}",
        text=sought.sub(lambda m: m[0].translate(table), article.text),
        title=None,
    )


def stream(articles: list[Article]) -> Iterator[Article]:
    """Articles without end, each with names of its own."""
    for k in count():
        yield renamed(articles[k % len(articles)], k)


def measure_about(articles: list[Article], size: int) -> float:
    """How many times sooner a stream is read with `--about`, by the time at work."""
    topic = find_topic(ABOUT)
    relevant = [a for a in articles if topic.is_in(a.text)][: round(SHARE * size)]
    others = (a for a in stream(articles) if not topic.is_in(a.text))
    mixed = [*relevant, *(next(others) for _ in range(size - len(relevant)))]
    random.Random(0).shuffle(mixed)
    load_model()
    list(analyse(articles[:4], lambda _: None))
    sample = mixed[:: max(1, size // 60)]
    spent = {}
    for name, chosen, about in (("all", sample, None), ("about", mixed, ABOUT)):
        with folder_of(chosen) as folder, open_record(folder.with_name("r.db"), write=True) as record:
            began = time.process_time()
            tally = read_paths(record, [folder], about=about)
            spent[name] = (time.process_time() - began) / len(chosen)
        print(f"{name:6} {len(chosen)} articles, {tally.read} read, {1 / spent[name]:.0f} a second of work")
    return spent["all"] / spent["about"]


def measure_memory(articles: list[Article], size: int) -> float:
    """The memory of this process in GB, after each tenth of the stream, and the most it had."""
    texts = stream(articles)
    began = time.process_time()

    def told() -> Iterator[Article]:
        for _ in range(size):
            yield next(texts)

    for done, _ in enumerate(analyse(told(), lambda _: None), start=1):
        if done % max(1, size // 10) == 0:
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            held = pages * resource.getpagesize() / 1e9
            print(
                f"{done:7} articles {held:6.2f} GB {done / (time.process_time() - began):6.1f} a second",
                flush=True,
            )
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stream", type=int, default=1000, metavar="N", help="articles of the mixed stream")
    parser.add_argument("--memory", type=int, metavar="N", help="analyse N articles and tell the memory held")
    told = parser.parse_args()
    articles = load_texts(10_000)
    if told.memory:
        most = measure_memory(articles, told.memory)
        print(f"at most {most:.2f} GB (at most {MEMORY})")
        return int(most > MEMORY)
    faster = measure_about(articles, told.stream)
    print(
        f"--about is {faster:.1f} times as fast on a stream of which 2 % is relevant (at least {FASTER:.0f})"
    )
    return int(faster < FASTER)


if __name__ == "__main__":
    sys.exit(main())
