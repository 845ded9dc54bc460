"""Whether the confidence of statements means what it says: `python -m bench.reliability`.

A bin of confidence, how many statements fall into it, how many of them are right in passage and speaker (what the
confidence promises) and in passage alone. On the development set each article is read by weights, and calibrated by
articles, that have not seen it; the held-out set is read by the weights as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from bench.goldsets import gold_sets, load_gold, load_texts, remembering, score_module
from bench.statement_drafts import Data, annotated, overlap
from bench.train_statements import Speakers, calibrate, cross_validate, judged
from threadpoolctl import threadpool_limits

from dragoman.annotate import annotate_articles
from dragoman.extract.statements import find_statements
from dragoman.extract.statements.choose import FLOOR

BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
Row = tuple[float, bool, bool]


def unseen() -> list[Row]:
    """(confidence, both right, passage right) of each statement of the articles learned from."""
    documents, gold = annotated()
    data = Data(documents, gold)
    scores, voices, fold = cross_validate(data, Speakers(data, documents, gold))
    rows = judged(data, documents, gold, scores, voices, fold)
    out: list[Row] = []
    for n in range(int(fold.max()) + 1):
        inside = np.isin(rows[:, 0], np.flatnonzero(fold == n))
        passage, speaker = calibrate(rows[~inside])
        kept = rows[inside & (rows[:, 1] >= FLOOR)]
        confidence = passage.predict(kept[:, 1]) * speaker.predict(kept[:, 2])
        out += [(float(c), bool(r[4]), bool(r[3])) for c, r in zip(confidence, kept, strict=True)]
    return out


def held() -> list[Row]:
    """The same of the held-out set, as the extractor tells it."""
    scorer = score_module()
    assert scorer is not None
    out: list[Row] = []
    pairs = gold_sets()["held"]
    gold_of = load_gold(pairs)
    for document in annotate_articles(load_texts(pairs), remembering):
        gold = gold_of[document.article.name]
        names = scorer.Names(gold["aliases"])
        told: list[dict[str, Any]] = [{"span": s.span, "told": s} for s in find_statements(document)]
        found = scorer.pair(
            gold["statements"],
            told,
            lambda a, b: v if (v := overlap(a["span"], b["span"])) >= 0.5 else 0,
        )
        right = {id(b): a for a, b in found}
        for t in told:
            a = right.get(id(t))
            both = a is not None and any(
                names.same(n, t["told"].speaker) for n in [a["speaker"], *a.get("speaker_also", [])]
            )
            out.append((t["told"].confidence, both, a is not None))
    return out


def table(title: str, rows: Sequence[Row]) -> None:
    """Print the bins, and how far confidence and share lie apart on average."""
    print(f"\n{title}: {len(rows)} statements\nconfidence      n   said  right  passage")
    gap = 0.0
    for low, high in pairwise(BINS):
        inside = [r for r in rows if low <= r[0] < high or (high == BINS[-1] and r[0] == high)]
        if not inside:
            continue
        said, right, passage = (100 * float(np.mean([r[k] for r in inside])) for k in range(3))
        gap += abs(said - right) * len(inside) / len(rows)
        print(f"{low:.1f} to {high:.1f}  {len(inside):5}  {said:5.1f}  {right:5.1f}  {passage:7.1f}")
    print(f"confidence and share right lie {gap:.1f} points apart on average")


def main() -> int:
    if "dev" not in gold_sets() or score_module() is None:
        print("../shared is absent: nothing to measure on, skipped")
        return 0
    threadpool_limits(1)
    table("learned from, cross-validated", unseen())
    table("held out", held())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
