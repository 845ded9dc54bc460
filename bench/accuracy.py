"""Scores `dragoman annotate` against gold and holds the floors: `make accuracy`.

Gold: bench/gold/hanoi and bench/gold/fresh (ours, always) and ../shared/gold where it is present, with its score.py. A
third of shared/gold/more (by the hash of the name) is the held-out set, never read, only scored.
`--only LAYER` narrows the table, `--set dev|held|articles|own|fresh` the sets, `--raise` lifts the floors to what
stands now, `--lower REASON` lets one go down (say so in the CHANGELOG), `--table` prints the README's table,
`--out FILE` keeps the predictions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goldsets import ROOT, Pair, gold_sets, load_gold, load_texts, remembering, score_module
from bench.scoring import score

from dragoman.annotate import annotate_articles
from dragoman.extract import extract_claims
from dragoman.extract.layers import to_layers

# What is only learned from tells nothing.
UNSCORED = ("written", "corpus")
FLOORS = ROOT / "bench" / "floors.json"
AGREEMENT = ROOT / "bench" / "agreement.json"
# A figure may wobble by this much (in points) before its floor breaks.
SLACK = 0.05


def predict(pairs: list[Pair]) -> dict[str, dict[str, Any]]:
    """Our layers for each article."""
    documents = annotate_articles(load_texts(pairs), remembering)
    return {d.article.name: to_layers(d, extract_claims(d)) for d in documents}


def tables(names: list[str], out: Path | None = None) -> Iterator[tuple[str, list[str], dict[str, Any]]]:
    """(set, its articles, its figures) for each gold set that is asked for and present.

    Our own set is scored by bench/scoring.py, the shared ones by their own score.py.
    """
    scorer = score_module()
    for name, pairs in gold_sets().items():
        asked = name in names if names else name not in UNSCORED
        if not asked or (name != "own" and scorer is None):
            continue
        gold = load_gold(pairs)
        predicted = predict(pairs)
        if out:
            out.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in predicted.values()))
        if name == "own" or scorer is None:
            yield name, sorted(gold), score(gold, predicted)
        else:
            yield name, sorted(gold), scorer.score(gold, predicted, rounds=0)


def percent(cell: dict[str, Any]) -> float:
    """A figure's value in percent, to one decimal."""
    return round(100 * (cell["value"] or 0), 1)


def print_table(names: list[str]) -> None:
    """The README's table: held out, our own, the reviewed articles learned from, beside annotators' agreement."""
    agreement = json.loads(AGREEMENT.read_text(encoding="utf-8"))
    columns = {name: figures for name, _, figures in tables(names)}
    heads = {"held": "held out", "own": "our own", "articles": "learned from"}
    shown = [name for name in heads if name in columns]
    print("| figure | " + " | ".join(heads[n] for n in shown) + " | two annotators |")
    print("|---|" + "---:|" * (len(shown) + 1))
    for figure, agreed in agreement.items():
        cells = " | ".join(f"{percent(columns[n][figure]):.1f}" for n in shown)
        print(f"| `{figure}` | {cells} | {agreed} |")


def hold(
    name: str, articles: list[str], figures: dict[str, Any], floors: dict[str, Any], args: Any
) -> list[str]:
    """Print one set's figures with their floors, lift the floors where asked; the figures that fell below."""
    corpus = hashlib.sha256("".join(articles).encode()).hexdigest()[:12]
    floor = floors.get(name)
    if floor is None or floor["corpus"] != corpus:
        if floor is not None:
            print(f"{name}: another corpus ({corpus}) than the floors were set on ({floor['corpus']})")
        floor = floors[name] = {"corpus": corpus, "figures": {}}
    fallen = []
    print(f"\n{name}: {len(articles)} articles\n{'figure':34} value     P     R      n  floor")
    for key, cell in figures.items():
        if args.only and not key.startswith(args.only):
            continue
        value, low = percent(cell), floor["figures"].get(key)
        broken = low is not None and value < low - SLACK
        if broken:
            fallen.append(f"{name} {key}: {value} < {low}")
        if args.lift and (low is None or value > low or args.lower):
            floor["figures"][key] = value
        parts = "".join(
            f" {100 * (cell.get(k) or 0):5.1f}" if k in cell else "      " for k in ("precision", "recall")
        )
        mark = "  FALLEN" if broken else ""
        print(f"{key:34} {value:5.1f} {parts} {cell['n']:6}  {'' if low is None else low}{mark}")
    return fallen


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--only", default="")
    options.add_argument("--set", default="")
    options.add_argument("--raise", dest="lift", action="store_true")
    options.add_argument("--lower", default="")
    options.add_argument("--table", action="store_true")
    options.add_argument("--out", type=Path)
    args = options.parse_args()
    names = args.set.split(",") if args.set else []
    if args.table:
        print_table(names)
        return 0
    if score_module() is None:
        print("../shared/score/score.py is absent: only our own gold is scored")
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen: list[str] = []
    for name, articles, figures in tables(names, args.out):
        fallen += hold(name, articles, figures, floors, args)
    if args.lift:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    if fallen and not args.lower:
        print("\nbelow the floor:\n  " + "\n  ".join(fallen))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
