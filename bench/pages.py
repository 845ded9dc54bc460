"""How well web pages are read: dates to the minute, titles, and the text paragraph by paragraph.

    python bench/pages.py ../shared/pages [--errors] [--unmarked]

Each page `x.html` has its `x.json` beside it: `title`, `date` (ISO), `paragraphs`. A paragraph counts as found where
it is the same after white space is made one space. `shown` is the same score where the paragraphs that the page shows
and the `.json` lacks are not held against the reading; a paragraph counts as shown where a third reading of the page,
its bare text, has it inside the element marked `articleBody`.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path

from lxml import html

from dragoman.model.articles import Article
from dragoman.read.pages import read_page

BODY = ".//*[@itemprop='articleBody']"


def same(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def score(found: int, extra: int, missing: int) -> str:
    both = 2 * found + extra + missing
    return f"{200 * found / both if both else 0:.1f}"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--errors", action="store_true")
    asked.add_argument(
        "--unmarked", action="store_true", help="hide the marks, so that the body must be found"
    )
    told = asked.parse_args()
    tally: Counter[str] = Counter()
    began = time.perf_counter()
    for path in sorted(told.folder.glob("*.html")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        content = path.read_bytes()
        if told.unmarked:
            content = content.replace(b"articleBody", b"x")
        article = read_page(content, name=path.stem, path=str(path))
        tally["pages"] += 1
        if not isinstance(article, Article):
            print(f"{path.name}: {article.reason}")
            tally["missing"] += len(gold["paragraphs"])
            continue
        tally["date"] += (article.published or "")[:16] == gold["date"][:16]
        tally["title"] += same(article.title or "") == same(gold["title"])
        lines = [same(line) for line in article.text.split("\n\n") if line.strip()]
        if lines and lines[0] == same(gold["title"]):
            lines = lines[1:]
        got, want = Counter(lines), Counter(map(same, gold["paragraphs"]))
        page = html.fromstring(path.read_text(encoding="utf-8"))
        shown = same(" ".join("".join(map(str, b.itertext())) for b in page.iterfind(BODY)))
        extra = got - want
        tally["found"] += (got & want).total()
        tally["extra"] += extra.total()
        tally["missing"] += (want - got).total()
        tally["shown"] += sum(n for line, n in extra.items() if line in shown)
        if told.errors and (extra or want - got):
            for sign, lines_of in (("+", extra), ("-", want - got)):
                for line in lines_of:
                    mark = "(shown)" if sign == "+" and line in shown else ""
                    print(f"{path.stem} {sign} {mark} {line[:110]}")
    pages, seconds = tally["pages"], time.perf_counter() - began
    print(f"pages {pages}  date {100 * tally['date'] / pages:.1f}  title {100 * tally['title'] / pages:.1f}")
    print(f"paragraphs F1 {score(tally['found'], tally['extra'], tally['missing'])}", end="  ")
    print(f"shown F1 {score(tally['found'], tally['extra'] - tally['shown'], tally['missing'])}", end="  ")
    print(
        f"found {tally['found']} extra {tally['extra']} (shown {tally['shown']}) missing {tally['missing']}"
    )
    print(f"{1000 * seconds / pages:.0f} ms a page")


if __name__ == "__main__":
    main()
