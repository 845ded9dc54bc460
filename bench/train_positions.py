"""Learns what positions are weighed by: lexicon/position_*.csv, and keep.npz and issue_vectors.npz of the package.

`python -m bench.train_positions` learns from the annotated articles, prints figures by cross-validation over stories,
and writes; `--check` only prints, with a table of the stances. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from dataclasses import fields
from typing import Any, NamedTuple

import numpy as np
from bench.goldsets import ROOT, measured, score_module
from bench.train_statements import plain
from bench.unseen import unseen_statements
from sklearn.cluster import AgglomerativeClustering
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.multiclass import OneVsRestClassifier
from threadpoolctl import threadpool_limits

from dragoman.extract.positions import find_readings
from dragoman.extract.positions.choices import LEAST, Reading, excludes, told_by_cue
from dragoman.extract.positions.features import issue_features, stance_features
from dragoman.extract.positions.issues import Topics, centres_of
from dragoman.extract.statements.trees import Trees
from dragoman.model.documents import Document
from dragoman.model.positions import ISSUES, STANCES

LEXICON = ROOT / "src" / "dragoman" / "lexicon"
PACKAGE = ROOT / "src" / "dragoman" / "extract" / "positions"
# A feature seen less often is left out; how freely a weight may leave zero.
RARE = 4
FREE = {"kept": 0.1, "stance": 0.3, "issue": 1.0}
Gold = dict[str, Any]


class Row(NamedTuple):
    """A reading of a candidate with the gold position that it fits, if any, and how well."""

    article: int
    story: int
    reading: Reading
    issue: dict[str, float]
    gold: Gold | None
    near: float


def stories(documents: list[Document]) -> list[int]:
    """A number for each article, the same for articles on the same matter, so that none is learned from its twin."""
    texts = [" ".join(t.lemma.lower() for t in d.tokens if t.pos in ("NOUN", "PROPN")) for d in documents]
    x = TfidfVectorizer(min_df=2, sublinear_tf=True).fit_transform(texts).toarray()
    near = AgglomerativeClustering(None, distance_threshold=0.85, metric="cosine", linkage="average")
    return [int(k) for k in near.fit_predict(x)]


def make_rows(documents: list[Document], gold: list[Gold], statements: Any, scorer: Any) -> list[Row]:
    """Each reading of each candidate."""
    out = []
    for k, (document, story) in enumerate(zip(documents, stories(documents), strict=True)):
        names = scorer.Names(gold[k].get("aliases", {}))
        topics = Topics(document)
        for reading in find_readings(document, statements[k]):
            span = reading.candidate.span
            fits = [
                (scorer.iou(p["span"], span), n)
                for n, p in enumerate(gold[k]["positions"])
                if names.same(p["party"], reading.party)
            ]
            near, n = max(fits, default=(0.0, -1), key=lambda fit: (fit[0], -fit[1]))
            found = gold[k]["positions"][n] if near >= 0.5 else None
            out.append(Row(k, story, reading, issue_features(reading.candidate, topics), found, near))
    return out


def matrix(told: list[dict[str, float]]) -> tuple[Any, Any]:
    """The features as a matrix, rare ones left out; its vectorizer."""
    seen = Counter(name for features in told for name in features)
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([{k: v for k, v in f.items() if seen[k] >= RARE} for f in told])
    # the learner takes short indices alone
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    return x, vectorizer


def linear(kind: str) -> Any:
    """The linear learner; one class against the rest, where there are several."""
    learner = LogisticRegression(C=FREE[kind], max_iter=300, fit_intercept=False, solver="liblinear")
    return learner if kind == "kept" else OneVsRestClassifier(learner)


def boosted() -> Any:
    """The trees over the linear points and the numbers."""
    return HistGradientBoostingRegressor(
        max_iter=240,
        learning_rate=0.035,
        max_leaf_nodes=16,
        min_samples_leaf=20,
        l2_regularization=10.0,
        max_features=0.15,
        random_state=0,
    )


class Data:
    """The rows as matrices and their targets."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.x, self.names = matrix([r.reading.features for r in rows])
        told = [stance_features(r.reading.candidate, r.reading.features) for r in rows]
        self.stances, self.stance_names = matrix(told)
        self.issues, self.issue_names = matrix([r.issue for r in rows])
        self.numbers = np.array([r.reading.row for r in rows])
        self.y = np.array([r.gold is not None for r in rows])
        near = np.array([r.near for r in rows])
        # an end that is just right weighs more than one that will just do
        self.weight = np.where(self.y, 2 * near, 1.0)
        self.target = np.where(self.y, near**2, 0.0)
        self.stance = np.array([r.gold["stance"] if r.gold else "" for r in rows])
        self.issue = np.array([r.gold["issue"] if r.gold else "" for r in rows])
        self.story = np.array([r.story for r in rows])

    def keep(self, train: Any) -> Any:
        """The linear learner of what is kept."""
        return linear("kept").fit(self.x[train], self.y[train], sample_weight=self.weight[train])

    def points(self, train: Any) -> Any:
        """Linear points of the rows that are learned from, each by the others' weights."""
        out = np.zeros(len(train))
        for a, b in GroupKFold(5).split(train, self.y[train], self.story[train]):
            out[b] = self.keep(train[a]).decision_function(self.x[train[b]])
        return out

    def with_points(self, rows: Any, points: Any) -> Any:
        """The numbers of the rows with these points."""
        return np.c_[points, self.numbers[rows, 1:]]


def cross_validate(data: Data) -> tuple[Any, Any, Any]:
    """Score, stance and issue of each row by weights that have not seen its story."""
    size = len(data.rows)
    scores = np.zeros(size)
    stances, issues = np.empty(size, dtype=object), np.empty(size, dtype=object)
    for train, test in GroupKFold(6).split(data.x, data.y, data.story):
        trees = boosted().fit(data.with_points(train, data.points(train)), data.target[train])
        points = data.keep(train).decision_function(data.x[test])
        scores[test] = trees.predict(data.with_points(test, points))
        told = train[data.y[train]]
        stances[test] = (
            linear("stance").fit(data.stances[told], data.stance[told]).predict(data.stances[test])
        )
        issues[test] = linear("issue").fit(data.issues[told], data.issue[told]).predict(data.issues[test])
    for k, row in enumerate(data.rows):
        if told_by_cue(row.reading.candidate):
            stances[k] = row.reading.candidate.stance
    return scores, stances, issues


def decide(data: Data, scores: Any, stances: Any, issues: Any, least: float) -> dict[int, list[Gold]]:
    """The positions of each article, as choices.py takes them."""
    kept: dict[int, list[Reading]] = {}
    out: dict[int, list[Gold]] = {}
    for k in sorted(np.flatnonzero(scores >= least), key=lambda k: -scores[k]):
        article, reading = data.rows[k].article, data.rows[k].reading
        if any(excludes(other, reading) for other in kept.get(article, [])):
            continue
        kept.setdefault(article, []).append(reading)
        told = {"span": list(reading.candidate.span), "party": reading.party, "stance": stances[k]}
        out.setdefault(article, []).append({**told, "issue": issues[k]})
    return out


def report(gold: list[Gold], scorer: Any, least: float, found: dict[int, list[Gold]]) -> None:
    """One line of figures."""
    table = scorer.total([scorer.counts(g, {"positions": found.get(k, [])}) for k, g in enumerate(gold)])
    cells = [f"{k[10:]} {100 * (v['value'] or 0):.1f}" for k, v in table.items() if k.startswith("positions")]
    part = table["positions.party.f1"]
    print(f"least {least}: {'  '.join(cells)}  P {100 * part['precision']:.1f} R {100 * part['recall']:.1f}")


def confusions(gold: list[Gold], found: dict[int, list[Gold]], scorer: Any) -> None:
    """Gold stance by found stance, for the positions found with their party."""
    seen: Counter[tuple[str, str]] = Counter()
    for k, g in enumerate(gold):
        names = scorer.Names(g.get("aliases", {}))

        def fit(a: Gold, b: Gold, names: Any = names) -> float:
            near = scorer.iou(a["span"], b["span"])
            return float(near) if near >= 0.5 and names.same(a["party"], b["party"]) else 0.0

        pairs = scorer.pair(g["positions"], found.get(k, []), fit)
        seen.update((a["stance"], b["stance"]) for a, b in pairs)
    print("\ngold \\ found".ljust(15) + "".join(s[:10].rjust(11) for s in STANCES) + "     right")
    for a in STANCES:
        line = [seen[(a, b)] for b in STANCES]
        print(
            a.ljust(14)
            + "".join(str(n).rjust(11) for n in line)
            + f"{100 * seen[(a, a)] / max(1, sum(line)):9.0f} %"
        )


def write(name: str, fitted: Any, vectorizer: Any, classes: list[str], columns: list[str]) -> None:
    """One line a feature with a weight that matters, of one class against the rest for each column."""
    lines = np.vstack([e.coef_ for e in fitted.estimators_]) if len(columns) > 1 else fitted.coef_
    with (LEXICON / f"{name}.csv").open("w", encoding="utf-8", newline="") as f:
        writer = csv.DictWriter(f, ["feature", *columns], lineterminator="\n", restval="")
        writer.writeheader()
        for feature, k in sorted(vectorizer.vocabulary_.items()):
            told = {c: f"{w[k]:.2f}" for c, w in zip(classes, lines, strict=True) if abs(w[k]) >= 0.03}
            if told:
                writer.writerow({"feature": feature, **told})


def save(data: Data, unseen: Any) -> None:
    """Learn from all and write; `unseen` are the scores by cross-validation, for the calibration."""
    every = np.arange(len(data.rows))
    told = every[data.y]
    write("position_weights", data.keep(every), data.names, ["kept"], ["kept"])
    side = linear("stance").fit(data.stances[told], data.stance[told])
    write("position_stances", side, data.stance_names, list(side.classes_), list(STANCES))
    about = linear("issue").fit(data.issues[told], data.issue[told])
    known = [i for i in ISSUES if i in about.classes_]
    write("position_issues", about, data.issue_names, list(about.classes_), known)
    trees = boosted().fit(data.with_points(every, data.points(every)), data.target)
    share = IsotonicRegression(out_of_bounds="clip").fit(unseen, data.y.astype(float))
    steps = np.linspace(0.0, 1.0, 41)
    grown: Trees = plain(trees, steps, share.predict(steps))
    np.savez_compressed(PACKAGE / "keep.npz", **{f.name: getattr(grown, f.name) for f in fields(grown)})


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    args = options.parse_args()
    scorer = score_module()
    if scorer is None:
        raise SystemExit("shared/score/score.py is absent: there is nothing to learn from")
    # Threads of one small fit only wait for one another.
    threadpool_limits(1)
    documents, gold, statements = unseen_statements()
    if not args.check:
        issues, centres = centres_of(documents)
        np.savez_compressed(
            PACKAGE / "issue_vectors.npz", issues=np.array(issues), centres=centres.astype(np.float16)
        )
    data = Data(make_rows(documents, gold, statements, scorer))
    print(f"readings {len(data.rows)}, of a position {data.y.sum()}")
    unseen = cross_validate(data)
    for least in (0.15, 0.18, LEAST, 0.22, 0.24):
        report(gold[: measured()], scorer, least, decide(data, *unseen, least))
    confusions(gold[: measured()], decide(data, *unseen, LEAST), scorer)
    if not args.check:
        save(data, unseen[0])


if __name__ == "__main__":
    main()
