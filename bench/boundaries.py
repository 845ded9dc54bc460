"""Counts sentence boundaries where none may be: `python bench/boundaries.py [--show]`.

Over ../shared/corpus/negotiations.jsonl where it is present, else over examples/hanoi: boundaries inside a person's
name, and inside a quotation of one sentence (no `.`, `!`, `?` or `…` before its last character). `--show` prints them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman.annotate.blocks import find_blocks
from dragoman.annotate.names import find_names
from dragoman.annotate.quotes import find_quotes
from dragoman.annotate.sentences import find_sentences

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "negotiations.jsonl"
END = re.compile(r"[.!?…]+[)\]]?(?=\s|[A-ZÀ-Ý])")


def texts() -> Iterator[tuple[str, str]]:
    """(name, text) of every article: title, blank line, body."""
    if CORPUS.exists():
        for line in CORPUS.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["doc_id"], "\n\n".join((row["title"], *row["paragraphs"]))
    else:
        for path in sorted((ROOT / "examples" / "hanoi").glob("*.txt")):
            yield path.stem, path.read_text(encoding="utf-8")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true")
    show = options.parse_args().show
    articles = sentences = quotations = in_names = in_quotations = 0
    for name, text in texts():
        articles += 1
        blocks = find_blocks(text, None)
        quotes = find_quotes(text, blocks)
        starts = [span.start for span, _ in find_sentences(text, blocks, quotes)]
        sentences += len(starts)
        for span in find_names(text, blocks):
            for start in starts:
                if span.start < start < span.end:
                    in_names += 1
                    if show:
                        print(f"{name}: name {span.of(text)!r} is broken at {start}")
        for quote in quotes:
            inner = quote.inner.of(text)
            if END.search(inner) or "\n" in inner:
                continue
            quotations += 1
            for start in starts:
                if quote.inner.start < start < quote.inner.end:
                    in_quotations += 1
                    if show:
                        print(f"{name}: quotation {inner[:80]!r} is broken at {start}")
    print(f"{articles} articles, {sentences} sentences, {quotations} quotations of one sentence")
    print(f"boundaries inside a name: {in_names}; inside a quotation of one sentence: {in_quotations}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
