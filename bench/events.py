"""Events by type: `python bench/events.py [--set dev|held|articles|own] [--cv]`, a table and who is taken for whom.

The weights are made from dev: there, only `--cv` (weights made without the article) tells anything.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bench.event_rows import load_rows, make_row
from bench.goldsets import score_module
from bench.train_events import as_layer, cross_validate, fit_gate

from dragoman.extract.events.model import load_weights
from dragoman.model.events import PLOVER_TYPES

NONE = "–"


def confusion(
    gold: dict[str, dict[str, Any]], predicted: dict[str, dict[str, Any]]
) -> Counter[tuple[str, str]]:
    """(gold type, predicted type) over the pairs of triggers that overlap; – where one side has none."""
    scorer = score_module()
    assert scorer is not None
    out: Counter[tuple[str, str]] = Counter()
    for name, told in gold.items():
        wanted, found = told["events"], predicted[name]["events"]

        def closeness(a: dict[str, Any], b: dict[str, Any]) -> float:
            return float(scorer.iou(a["span"], b["span"])) * (2.0 if a["type"] == b["type"] else 1.0)

        pairs = scorer.pair(wanted, found, closeness)
        out.update((a["type"], b["type"]) for a, b in pairs)
        left = Counter(e["type"] for e in wanted) - Counter(a["type"] for a, _ in pairs)
        extra = Counter(e["type"] for e in found) - Counter(b["type"] for _, b in pairs)
        for type_, n in left.items():
            out[type_, NONE] += n
        for type_, n in extra.items():
            out[NONE, type_] += n
    return out


def print_table(pairs: Counter[tuple[str, str]]) -> None:
    """F1 by type, then the confusions from the most frequent."""
    print(f"{'type':12} {'gold':>5} {'found':>5} {'right':>5}     F1     P     R")
    for type_ in PLOVER_TYPES:
        gold = sum(n for (a, _), n in pairs.items() if a == type_)
        found = sum(n for (_, b), n in pairs.items() if b == type_)
        right = pairs[type_, type_]
        rates = (
            200 * right / max(1, gold + found),
            100 * right / max(1, found),
            100 * right / max(1, gold),
        )
        print(f"{type_:12} {gold:5} {found:5} {right:5}  " + " ".join(f"{r:5.1f}" for r in rates))
    print("\ngold         found")
    for (a, b), n in pairs.most_common():
        if a != b and n >= 5:
            print(f"{a:12} {b:12} {n:4}")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--set", default="dev")
    options.add_argument("--cv", action="store_true")
    args = options.parse_args()
    loaded = load_rows(args.set)
    gate = fit_gate(loaded) if args.cv else load_weights().gate
    rows = [make_row(x, gate) for x in loaded]
    gold = {r.document.article.name: r.gold for r in rows}
    found = cross_validate(rows, gate) if args.cv else {r.document.article.name: as_layer(r) for r in rows}
    print_table(confusion(gold, found))


if __name__ == "__main__":
    main()
