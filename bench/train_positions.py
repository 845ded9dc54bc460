"""Learns lexicon/position_weights.csv and position_issues.csv: which passages are positions, stance and issue.

`bench/train_positions.py` learns from the dev set alone, prints figures by cross-validation over stories, and
writes the weights. Needs scikit-learn.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.multiclass import OneVsRestClassifier

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bench.accuracy import ROOT, gold_sets, load_articles, remembering, score_module

from dragoman.annotate import annotate_articles
from dragoman.extract.positions import find_candidates
from dragoman.extract.positions.candidates import overlap
from dragoman.extract.positions.choices import told_by_cue
from dragoman.extract.positions.features import features_of, issue_features
from dragoman.extract.positions.issues import Topics
from dragoman.extract.statements import find_statements
from dragoman.model.documents import Document
from dragoman.model.positions import ISSUES, STANCES

LEXICON = ROOT / "src" / "dragoman" / "lexicon"
RARE = 4
FREE = 0.1
# What tells that a passage is a position, and nothing of its stance.
EDGES = ("before", "after", "size", "end=", "first", "last", "speaker", "block", "early", "late", "parties", "head=",
         "issue=", "about")  # fmt: skip


def stories(documents: list[Document]) -> list[int]:
    """A number for each article, the same for articles on the same matter, so that none is learned from its twin."""
    texts = [" ".join(t.lemma.lower() for t in d.tokens if t.pos in ("NOUN", "PROPN")) for d in documents]
    x = TfidfVectorizer(min_df=2, sublinear_tf=True).fit_transform(texts).toarray()
    near = AgglomerativeClustering(None, distance_threshold=0.85, metric="cosine", linkage="average")
    return [int(k) for k in near.fit_predict(x)]


def examples(gold: dict[str, Any], pairs: list[Any], scorer: Any) -> list[dict[str, Any]]:
    """Each candidate and party of the dev set with its features and the gold position that it is, if any."""
    by_folder: dict[Path, set[str]] = {}
    for folder, name in pairs:
        by_folder.setdefault(folder, set()).add(name)
    articles = [a for folder, names in by_folder.items() for a in load_articles(folder, names)]
    rows = []
    documents = list(annotate_articles(articles, remembering))
    story = dict(zip((d.article.name for d in documents), stories(documents), strict=True))
    for document in documents:
        name = document.article.name
        positions, names = gold[name]["positions"], scorer.Names(gold[name].get("aliases", {}))
        topics = Topics(document)
        for c in find_candidates(document, find_statements(document)):
            for party in c.parties:
                best, found = 0.0, None
                for p in positions:
                    near = scorer.iou(p["span"], c.span)
                    if near >= 0.5 and near > best and names.same(p["party"], party):
                        best, found = near, p
                rows.append(
                    {
                        "article": name,
                        "story": story[name],
                        "candidate": c,
                        "party": party,
                        "kept": features_of(document, c, party, topics),
                        "issue": issue_features(document, c, topics),
                        "is": found,
                        "near": best,
                    }
                )
    return rows


def stance_of(c: Any, guess: str) -> str:
    """As choices.py takes it: the cue's own stance where it tells one."""
    return str(c.stance) if told_by_cue(c) else guess


def matrix(rows: list[dict[str, Any]], kind: str, blind: tuple[str, ...] = ()) -> tuple[Any, Any]:
    """The rows' features as a matrix, rare ones and those that begin as `blind` tells left out; its vectorizer."""
    seen = Counter(k for r in rows for k in r[kind] if not k.startswith(blind))
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([{k: v for k, v in r[kind].items() if seen[k] >= RARE} for r in rows])
    # the learner takes short indices alone
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    return x, vectorizer


def model(c: float) -> Any:
    """The learner; `c` is how freely it may leave zero. One class against the rest, where there are several."""
    return LogisticRegression(C=c, max_iter=300, fit_intercept=False, solver="liblinear")


def several(c: float) -> Any:
    """The same for several classes."""
    return OneVsRestClassifier(model(c))


def weights_of(fitted: Any) -> Any:
    """One line of weights for each class."""
    if hasattr(fitted, "estimators_"):
        return np.vstack([e.coef_ for e in fitted.estimators_])
    return fitted.coef_


def write(path: Path, columns: list[str], parts: list[tuple[Any, Any, list[str]]]) -> None:
    """One line a feature with a weight that matters."""
    table: dict[str, dict[str, str]] = {}
    for fitted, vectorizer, classes in parts:
        for line, column in zip(weights_of(fitted), classes, strict=True):
            for name, k in vectorizer.vocabulary_.items():
                if abs(line[k]) >= 0.03:
                    table.setdefault(name, {})[column] = f"{line[k]:.2f}"
    with path.open("w", encoding="utf-8", newline="") as f:
        writer = csv.DictWriter(f, ["feature", *columns], lineterminator="\n", restval="")
        writer.writeheader()
        for name in sorted(table):
            writer.writerow({"feature": name, **table[name]})


def main() -> None:
    scorer = score_module()
    if scorer is None:
        sys.exit("shared/score/score.py is absent: there is nothing to learn from")
    pairs = gold_sets()["dev"]
    gold = {n: json.loads((f / f"{n}.gold").read_text(encoding="utf-8")) for f, n in pairs}
    rows = examples(gold, pairs, scorer)
    y = np.array([r["is"] is not None for r in rows])
    groups = np.array([r["story"] for r in rows])
    x, names = matrix(rows, "kept")
    xs, stance_names = matrix(rows, "kept", EDGES)
    xi, issue_names = matrix(rows, "issue")
    stance = np.array([r["is"]["stance"] if r["is"] else "" for r in rows])
    issue = np.array([r["is"]["issue"] if r["is"] else "" for r in rows])
    # an end that is just right weighs more than one that will just do
    sure = np.array([2 * r["near"] if r["is"] else 1.0 for r in rows])
    chance = np.zeros(len(rows))
    stances, issues = np.empty(len(rows), dtype=object), np.empty(len(rows), dtype=object)
    for train, test in GroupKFold(6).split(x, y, groups):
        keep = model(FREE).fit(x[train], y[train], sample_weight=sure[train])
        chance[test] = keep.predict_proba(x[test])[:, 1]
        told = train[y[train]]
        guess = several(0.3).fit(xs[told], stance[told]).predict(xs[test])
        stances[test] = [stance_of(rows[k]["candidate"], g) for k, g in zip(test, guess, strict=True)]
        issues[test] = several(2.0).fit(xi[told], issue[told]).predict(xi[test])
    print(f"candidates {len(rows)}, positions among them {y.sum()}")
    print(
        f"stance {100 * np.mean(stances[y] == stance[y]):.1f} issue {100 * np.mean(issues[y] == issue[y]):.1f}"
    )
    for least in (0.23, 0.26, 0.29, 0.32, 0.36):
        predicted: dict[str, Any] = {n: {"positions": []} for n in gold}
        kept: list[Any] = []
        for k in sorted(np.flatnonzero(chance >= least), key=lambda k: -chance[k]):
            r = rows[k]
            if any(o["article"] == r["article"] and o["party"] == r["party"]
                   and overlap(o["candidate"], r["candidate"]) > 0.5 for o in kept):  # fmt: skip
                continue
            kept.append(r)
            predicted[r["article"]]["positions"].append(
                {
                    "span": list(r["candidate"].span),
                    "party": r["party"],
                    "stance": stances[k],
                    "issue": issues[k],
                }
            )
        table = scorer.total([scorer.counts(gold[n], p) for n, p in predicted.items()])
        cells = "  ".join(
            f"{k[10:]} {100 * (v['value'] or 0):.1f}" for k, v in table.items() if k[:9] == "positions"
        )
        part = table["positions.party.f1"]
        print(f"least {least}: {cells}  P {100 * part['precision']:.1f} R {100 * part['recall']:.1f}")
    keep = model(FREE).fit(x, y, sample_weight=sure)
    side, about = several(0.3).fit(xs[y], stance[y]), several(2.0).fit(xi[y], issue[y])
    write(LEXICON / "position_weights.csv", ["kept", *STANCES],
          [(keep, names, ["kept"]), (side, stance_names, list(side.classes_))])  # fmt: skip
    write(LEXICON / "position_issues.csv", [i for i in ISSUES if i in about.classes_],
          [(about, issue_names, list(about.classes_))])  # fmt: skip


if __name__ == "__main__":
    main()
