"""Recall against the attribution edges of the ANNODIS news: `python bench/annodis.py FOLDER [--missed]`.

FOLDER is `data/fra.sdrt.annodis` of a clone of github.com/disrpt/sharedtask2023 (ANNODIS is CC BY-NC-SA: it is only
measured, never copied). An edge links a unit that says to one that is said; it is found where a statement holds half of
the unit said, or, since some edges stand the other way round, half of the unit that says with its cue in the other.
The texts are put together from their tokens. Edges from a title to the byline count as missed.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goldsets import remembering

from dragoman.annotate import annotate_articles
from dragoman.extract.statements import find_statements
from dragoman.model.articles import Article
from dragoman.model.statements import Statement

# Tokens that stand without a space before or after them.
TIGHT_BEFORE = re.compile(r"[.,)\]…'’]|-\w+")
TIGHT_AFTER = re.compile(r".*['’(\[]")
Text = tuple[str, list[tuple[int, int]]]
Edge = tuple[list[int], list[int]]


def read_texts(folder: Path) -> Iterator[tuple[str, Text]]:
    """Each news document of the folder: its text, and where each token stands in it."""
    for path in sorted(folder.glob("*.tok")):
        for part in path.read_text(encoding="utf-8").split("# newdoc_id = ")[1:]:
            name, *lines = part.splitlines()
            if name.startswith("news"):
                rows = [line.split("\t") for line in lines if line[:1].isdigit()]
                yield name, join([row[1] for row in rows])


def join(tokens: list[str]) -> Text:
    """The tokens as one text, with where each stands."""
    text, places = "", []
    for token in tokens:
        if text and not TIGHT_BEFORE.fullmatch(token) and not TIGHT_AFTER.fullmatch(text[-1]):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def read_edges(folder: Path) -> Iterator[tuple[str, Edge]]:
    """Each attribution edge: its document, and the tokens (from 0) of what is said and of what says it."""
    for path in sorted(folder.glob("*.rels")):
        with path.open(encoding="utf-8", newline="") as f:
            for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["label"].strip() == "attribution" and row["doc"].startswith("news"):
                    units = _unit(row["unit2_toks"]), _unit(row["unit1_toks"])
                    yield row["doc"], units if row["dir"] == "1>2" else units[::-1]


def _unit(told: str) -> list[int]:
    ranges = [piece.split("-") for piece in told.split(",")]
    return [k - 1 for r in ranges for k in range(int(r[0]), int(r[-1]) + 1)]


def is_found(edge: Edge, places: list[tuple[int, int]], statements: list[Statement]) -> bool:
    """Whether one of the statements holds half of a unit of the edge, as the module tells."""
    said, saying = ([places[k] for k in unit] for unit in edge)

    def holds(s: Statement, unit: list[tuple[int, int]]) -> bool:
        return 2 * sum(s.start <= a and b <= s.end for a, b in unit) >= len(unit)

    return any(
        holds(s, said)
        or (holds(s, saying) and s.cue is not None and any(a <= s.cue.start < b for a, b in said))
        for s in statements
    )


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path)
    options.add_argument("--missed", action="store_true", help="print what was not found")
    args = options.parse_args()
    if not any(args.folder.glob("*.rels")):
        print(f"{args.folder} has no .rels: see --help for what it should be; skipped")
        return 0
    edges: dict[str, list[Edge]] = defaultdict(list)
    for name, edge in read_edges(args.folder):
        edges[name].append(edge)
    texts = {name: text for name, text in read_texts(args.folder) if name in edges}
    articles = [Article(name=name, text=text) for name, (text, _) in texts.items()]
    found = 0
    for document in annotate_articles(articles, remembering):
        name = document.article.name
        places = texts[name][1]
        statements = find_statements(document)
        for edge in edges[name]:
            if is_found(edge, places, statements):
                found += 1
            elif args.missed:
                print(f"{name}: {document.text[places[edge[0][0]][0] : places[edge[0][-1]][1]]}")
    total = sum(map(len, edges.values()))
    print(f"attribution edges of the news found: {found} of {total} ({100 * found / max(total, 1):.0f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
