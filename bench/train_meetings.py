"""Learns lexicon/meeting_weights.csv: which objects are meetings, who takes part and how they stand.

`bench/train_meetings.py` learns from the annotated dev set alone, prints figures by cross-validation over articles, and writes
the weights. Needs scikit-learn.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bench.accuracy import ROOT, gold_sets, load_articles, remembering, score_module

from dragoman.annotate import annotate_articles
from dragoman.extract.meetings.objects import gather
from dragoman.extract.meetings.parties import party_features
from dragoman.extract.meetings.reports import report, status_of
from dragoman.extract.meetings.tellings import find_tellings
from dragoman.extract.meetings.weights import features_of, status_features
from dragoman.model.meetings import MEETING_STATUSES

OUT = ROOT / "src" / "dragoman" / "lexicon" / "meeting_weights.csv"
RARE = 4
# How freely the status may leave zero: there are few examples of most.
TIED = 0.3


def touch(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Whether two meetings share a stretch of text."""
    return any(x[0] < y[1] and y[0] < x[1] for x in a["mentions"] for y in b["mentions"])


def examples() -> list[dict[str, Any]]:
    """Each object of the dev set with its features, and the gold meeting that it is, if any."""
    scorer = score_module()
    if scorer is None:
        sys.exit("shared/score/score.py is absent: there is nothing to learn from")
    pairs = gold_sets()["dev"]
    gold = {n: json.loads((f / f"{n}.gold").read_text(encoding="utf-8")) for f, n in pairs}
    by_folder: dict[Any, set[str]] = {}
    for folder, name in pairs:
        by_folder.setdefault(folder, set()).add(name)
    articles = [a for folder, names in by_folder.items() for a in load_articles(folder, names)]
    rows = []
    for document in annotate_articles(articles, remembering):
        name = document.article.name
        meetings, names = gold[name]["meetings"], scorer.Names(gold[name].get("aliases", {}))
        here = []
        for told in gather(document, find_tellings(document)):
            r = report(document, told)
            ruled = status_of(document, told)
            here.append(
                {
                    "article": name,
                    "participants": list(told.participants),
                    "mentions": [list(m) for m in r.mentions],
                    "ruled": ruled,
                    "kept": features_of(told),
                    "status": status_features(told, ruled, document.published),
                    "parties": party_features(document, told),
                    "is": None,
                }
            )

        def near(a: Any, b: Any, names: Any = names) -> float:
            return float(touch(a, b) and 1 + names.share(a["participants"], b["participants"]))

        for a, b in scorer.pair(meetings, here, near):
            b["is"] = a["status"]
            b["of"] = {n for n in b["parties"] if any(names.same(p, n) for p in a["participants"])}
            b["many"] = len(a["participants"])
        rows.extend(here)
    return rows


def learn(rows: list[dict[str, Any]], kind: str, labels: Any, c: float) -> tuple[Any, Any, Any]:
    """The model on all rows, its vectorizer, and the matrix."""
    seen = Counter(k for r in rows for k in r[kind])
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([{k: v for k, v in r[kind].items() if seen[k] >= RARE} for r in rows])
    return LogisticRegression(C=c, max_iter=500, fit_intercept=False).fit(x, labels), vectorizer, x


def learn_parties(told: list[dict[str, Any]]) -> tuple[Any, Any]:
    """The model of who takes part, and its vectorizer; prints figures by cross-validation."""
    rows = [(r["article"], {"party": f}, n in r["of"]) for r in told for n, f in r["parties"].items()]
    z = np.array([right for *_, right in rows])
    groups = np.array([article for article, *_ in rows])
    model, names, x = learn([f for _, f, _ in rows], "party", z, 0.1)
    found = np.zeros(len(rows))
    for train, test in GroupKFold(8).split(x, z, groups):
        part = LogisticRegression(C=0.1, max_iter=500, fit_intercept=False).fit(x[train], z[train])
        found[test] = part.predict_proba(x[test])[:, 1]
    for least in (0.35, 0.4, 0.45):
        right, said = int((z & (found >= least)).sum()), int((found >= least).sum())
        p, r = right / said, right / sum(m["many"] for m in told)
        print(f"parties {least}: F1 {200 * p * r / (p + r):.1f} P {100 * p:.1f} R {100 * r:.1f}")
    return model, names


def main() -> None:
    rows = examples()
    y = np.array([r["is"] is not None for r in rows])
    groups = np.array([r["article"] for r in rows])
    kept, kept_names, x = learn(rows, "kept", y, 0.5)
    found = np.zeros(len(rows))
    for train, test in GroupKFold(8).split(x, y, groups):
        model = LogisticRegression(C=0.5, max_iter=500, fit_intercept=False).fit(x[train], y[train])
        found[test] = model.predict_proba(x[test])[:, 1]
    total = sum(len(json.loads((f / f"{n}.gold").read_text())["meetings"]) for f, n in gold_sets()["dev"])
    for least in (0.3, 0.33, 0.36, 0.4, 0.45, 0.5):
        right, said = int((y & (found >= least)).sum()), int((found >= least).sum())
        p, r = right / said, right / total
        print(f"least {least}: F1 {200 * p * r / (p + r):.1f} P {100 * p:.1f} R {100 * r:.1f}")
    told = [r for r in rows if r["is"] is not None]
    z = np.array([r["is"] for r in told])
    status, status_names, x = learn(told, "status", z, TIED)
    groups = np.array([r["article"] for r in told])
    right = 0
    for train, test in GroupKFold(8).split(x, z, groups):
        model = LogisticRegression(C=TIED, max_iter=500, fit_intercept=False).fit(x[train], z[train])
        guess = [
            told[i]["ruled"] if told[i]["ruled"] in ("cancelled", "postponed", "refused") else g
            for i, g in zip(test, model.predict(x[test]), strict=True)
        ]
        right += sum(g == z[i] for g, i in zip(guess, test, strict=True))
    plain = np.mean([r["ruled"] == r["is"] for r in told])
    print(f"status: {100 * right / len(told):.1f} (by the rules {100 * plain:.1f})")
    party, party_names = learn_parties(told)
    table: dict[str, dict[str, str]] = {}
    for name, k in party_names.vocabulary_.items():
        table.setdefault(name, {})["party"] = f"{party.coef_[0][k]:.2f}"
    for name, k in kept_names.vocabulary_.items():
        table.setdefault(name, {})["kept"] = f"{kept.coef_[0][k]:.2f}"
    for s, line in zip(status.classes_, status.coef_, strict=True):
        for name, k in status_names.vocabulary_.items():
            table.setdefault(name, {})[s] = f"{line[k]:.2f}"
    with OUT.open("w", encoding="utf-8", newline="") as f:
        writer = csv.DictWriter(
            f, ["feature", "kept", "party", *MEETING_STATUSES], lineterminator="\n", restval=""
        )
        writer.writeheader()
        for name in sorted(table):
            writer.writerow({"feature": name, **table[name]})


if __name__ == "__main__":
    main()
