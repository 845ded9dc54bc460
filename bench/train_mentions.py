"""Learns lexicon/antecedent_weights.csv: whom a pronoun takes up: `python -m bench.train_mentions`.

The examples are of the annotated articles: a pronoun that is a statement's speaker, or the subject of an event's
trigger. Prints the share of right choices by cross-validation over articles, then writes the weights (`--dry` does
not).
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.actors import at_cue
from bench.goldsets import ROOT, learned_from, load_gold, load_texts, remembering, score_module

from dragoman.annotate import annotate_articles
from dragoman.annotate.mentions import find_mentions
from dragoman.annotate.mentions.antecedents import Anaphor, Features, Fit, side_of
from dragoman.annotate.mentions.candidates import Candidate
from dragoman.model.documents import Document
from dragoman.model.spans import Span

OUT = ROOT / "src" / "dragoman" / "lexicon" / "antecedent_weights.csv"
RARE = 3
TIED = 4.0
ROUNDS = 400
# What grammar tells beforehand, which few examples need not teach: the weights are drawn to these.
PRIOR = {
    "speech: spoke last": 2.0,
    "all: subject of what governs": 1.5,
    "speech: subject of what governs": -1.5,
    "all: subject of a clause": -0.5,
    "all: quoted": -2.0,
    "all: thing": -1.0,
    "speech: thing": -2.0,
    "all: by pronoun": 0.5,
    "all: several": 1.5,
    "noun: same sentence": -1.5,
    "all: demonstrative subject": -2.0,
    "all: demonstrative rank 0": 1.0,
}
KINDS = ("pronoun", "clitic", "demonstrative", "role")


@dataclass(slots=True)
class Example:
    """A pronoun with the features of each candidate, and which of them are right."""

    article: str
    speech: bool
    rows: list[Features]
    right: list[bool]


def labels_of(document: Document, gold: dict[str, Any]) -> dict[int, list[str]]:
    """The actors of the pronouns that the gold tells of, by token."""
    out: dict[int, list[str]] = {}
    for event in gold["events"]:
        tokens = document.tokens_in(Span(*event["span"]))
        verb = next((t for t in reversed(tokens) if t.pos == "VERB"), None)
        if verb is None:
            continue
        for subject in document.children(verb.i, "nsubj", "nsubj:pass"):
            told = event["recipients"] if subject.dep == "nsubj:pass" else event["actors"]
            if subject.pos == "PRON" and told:
                out[subject.i] = told
    for statement in gold["statements"]:
        if statement["speaker"] and statement["cue"]:
            token = at_cue(document, *statement["cue"])
            if token is not None:
                out[token.i] = [statement["speaker"]]
    return out


def examples() -> list[Example]:
    """The pronouns of the annotated articles; each is resolved rightly where the gold tells, for the next."""
    scorer = score_module()
    if scorer is None:
        sys.exit("shared/score/score.py is absent: there is nothing to learn from")
    pairs = learned_from()
    gold = load_gold(pairs)
    out: list[Example] = []
    for document in annotate_articles(load_texts(pairs), remembering):
        name = document.article.name
        names, labels = scorer.Names(gold[name].get("aliases", {})), labels_of(document, gold[name])

        def choose(
            fit: Fit, anaphor: Anaphor, candidates: list[Candidate], ahead: Candidate | None,
            name: str = name, names: Any = names, labels: dict[int, list[str]] = labels,
        ) -> Candidate | None:  # fmt: skip
            wanted = labels.get(anaphor.token.i)
            usual = fit.choose(anaphor, candidates, ahead)
            if wanted is None or anaphor.kind not in KINDS or ahead is not None:
                return usual
            described = [
                (c, {f"{kind}: {k}": v for k, v in told.items() for kind in ("all", side_of(anaphor))})
                for c, told in fit.describe(anaphor, candidates)
            ]
            right = [
                len(c.actors) == len(wanted) and all(any(names.same(w, a) for w in wanted) for a in c.actors)
                for c, _ in described
            ]
            if not any(right) or all(right):
                return usual
            out.append(Example(name, anaphor.speech, [f for _, f in described], right))
            return next(c for (c, _), r in zip(described, right, strict=True) if r)

        find_mentions(document, choose)
    return out


def learn(found: list[Example]) -> Features:
    """Weights by which the right candidates of each example take the greatest share."""
    count = Counter(k for e in found for row in e.rows for k in row)
    keys = sorted(k for k, n in count.items() if n >= RARE)
    at = {k: n for n, k in enumerate(keys)}
    matrices = []
    for e in found:
        matrix = np.zeros((len(e.rows), len(keys)))
        for n, row in enumerate(e.rows):
            for k, v in row.items():
                if k in at:
                    matrix[n, at[k]] = v
        matrices.append((matrix, np.array(e.right)))
    prior = np.array([PRIOR.get(k, 0.0) for k in keys])
    weights = prior.copy()
    step = np.full(len(keys), 0.1)
    before = np.zeros(len(keys))
    for _ in range(ROUNDS):
        slope = TIED * (weights - prior)
        for matrix, right in matrices:
            share = np.exp(matrix @ weights - (matrix @ weights).max())
            share /= share.sum()
            among = np.where(right, share, 0.0)
            slope += matrix.T @ (share - among / among.sum())
        # each weight has a step of its own, longer while its slope keeps its sign
        step = np.clip(np.where(slope * before > 0, step * 1.2, step * 0.5), 1e-4, 0.5)
        weights -= np.sign(slope) * step
        before = slope
    return {k: float(w) for k, w in zip(keys, weights, strict=True)}


def is_right(weights: Features, e: Example) -> bool:
    scores = [sum(weights.get(k, 0.0) * v for k, v in row.items()) for row in e.rows]
    return e.right[int(np.argmax(scores))]


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--dry", action="store_true")
    args = options.parse_args()
    found = examples()
    articles = sorted({e.article for e in found})
    folds = {a: n % 5 for n, a in enumerate(articles)}
    right: Counter[bool] = Counter()
    for fold in range(5):
        weights = learn([e for e in found if folds[e.article] != fold])
        for e in found:
            if folds[e.article] == fold:
                right[e.speech] += is_right(weights, e)
    total = Counter(e.speech for e in found)
    for speech in (True, False):
        print(f"{'speakers' if speech else 'others':9} {right[speech]}/{total[speech]}")
    print(f"five-fold {100 * right.total() / max(1, len(found)):.1f} %")
    weights = learn(found)
    print(f"on itself {100 * sum(is_right(weights, e) for e in found) / max(1, len(found)):.1f} %")
    if not args.dry:
        with OUT.open("w", encoding="utf-8", newline="") as f:
            rows = csv.writer(f, lineterminator="\n")
            rows.writerow(("feature", "weight"))
            rows.writerows((k, f"{w:.3f}") for k, w in weights.items() if abs(w) >= 0.005)


if __name__ == "__main__":
    main()
