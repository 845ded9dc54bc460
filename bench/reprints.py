"""How well versions of one dispatch are told from other news on the same matter: precision and recall of pairs.

    python bench/reprints.py [../shared/corpus/negotiations.jsonl]

Two golds. Made: the dispatches of examples/, each reprinted with its end cut, updated with a new beginning, rewritten
with half of its sentences kept, and, as what is none of it, another day's dispatch that ends with its background.
Read: the pairs of bench/gold/reprints.csv, over the corpus named on the command line; any other pair that is joined
there counts as wrong.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from itertools import combinations
from pathlib import Path

from dragoman.model.stories import Sourced
from dragoman.resolve.sources import Sources, shared_part

HERE = Path(__file__).parent
NEWS = (
    "Les deux délégations ont quitté la salle sans un mot peu après vingt heures, selon un diplomate sur place.",
    "Un communiqué commun devait être publié dans la nuit, a indiqué le porte-parole, sans plus de détail.",
)
Pair = tuple[str, str]


def made() -> tuple[list[Sourced], set[Pair]]:
    """The articles and the pairs that are versions of one dispatch."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((HERE.parent / "examples").rglob("*.txt"))]
    parts = [[line for line in t.split("\n") if line.strip()] for t in texts]
    parts = [p for p in parts if len(p) >= 4]
    # two dispatches of the example are one, printed by two houses
    parts = [p for k, p in enumerate(parts) if all(_shares(p, q) < 0.2 for q in parts[:k])]
    articles: list[Sourced] = []
    same: set[Pair] = set()
    for n, lines in enumerate(parts):
        sentences = re.split(r"(?<=[.!?»])\s+", " ".join(lines[1:]))
        kept = [s for k, s in enumerate(sentences) if k % 4 < 2]
        versions = {
            "first": lines,
            "reprint": ["Notre dossier", *lines[:-1], "(Avec agence)"],
            "update": [NEWS[0], NEWS[1], *lines[2:]],
            "rewrite": [NEWS[1], *kept],
        }
        for name, told in versions.items():
            day = "2021-05-03" if name in ("first", "reprint") else "2021-05-04"
            articles.append(
                Sourced(
                    article_id=f"{n:02}-{name}", name=name, published=day, outlet=name, text="\n".join(told)
                )
            )
        same |= set(combinations(sorted(f"{n:02}-{name}" for name in versions), 2))
    return articles + _later_news(parts), same


def _shares(a: list[str], b: list[str]) -> float:
    return shared_part("\n".join(a), "\n".join(b))


def _later_news(parts: list[list[str]]) -> list[Sourced]:
    """News of the next day on each matter, of other words, that ends with the background of the first."""
    out = []
    for n, lines in enumerate(parts):
        length = len(" ".join(lines).split())
        fresh = " ".join(f"mot{n}x{k}" for k in range(int(length * 0.85)))
        background = " ".join(" ".join(lines).split()[-int(length * 0.15) :])
        out.append(
            Sourced(
                article_id=f"{n:02}-news", name="news", published="2021-05-04", text=f"{fresh}\n{background}"
            )
        )
    return out


def read(path: Path) -> tuple[list[Sourced], set[Pair]]:
    """The corpus, and the pairs that were judged to be one dispatch."""
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        text = "\n".join([told["title"], *told["paragraphs"]])
        number = told["doc_id"].rpartition("-")[2]
        articles.append(Sourced(article_id=number, name=number, published=told["date"][:10], text=text))
    rows = (HERE / "gold" / "reprints.csv").read_text(encoding="utf-8").splitlines()
    judged = csv.DictReader(row for row in rows if not row.startswith("#"))
    return articles, {_pair(r["earlier"], r["later"]) for r in judged if r["same"] == "1"}


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def score(name: str, articles: list[Sourced], same: set[Pair]) -> None:
    found = {_pair(a, b) for group in Sources.of(articles).clusters() for a, b in combinations(group, 2)}
    right = len(found & same)
    precision, recall = right / max(1, len(found)), right / max(1, len(same))
    print(
        f"{name}: {len(articles)} articles, {len(same)} pairs, P {100 * precision:.1f}  R {100 * recall:.1f}"
    )
    for pair in sorted(found - same)[:20]:
        print(f"  wrong {' '.join(pair)}")
    for pair in sorted(same - found)[:20]:
        print(f"  missed {' '.join(pair)}")


if __name__ == "__main__":
    score("made", *made())
    if len(sys.argv) > 1:
        score("read", *read(Path(sys.argv[1])))
