"""Learns lexicon/meeting_weights.csv: which phrases tell one meeting, which objects are meetings, who takes part, how
they stand, and how sure a whole report is.

`bench/train_meetings.py` learns from the annotated articles, prints figures by cross-validation over articles,
and writes the weights. What one model gives the next is predicted for articles that it has not seen, in training as in
the figures. Needs scikit-learn.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bench.goldsets import ROOT, learned_from, load_gold, load_texts, measured, remembering, score_module

from dragoman.annotate import annotate_articles
from dragoman.extract.meetings import weights
from dragoman.extract.meetings.joins import apart, join_features
from dragoman.extract.meetings.keeping import LEAST, confidence, features_of, status_features
from dragoman.extract.meetings.objects import gather, sides_of
from dragoman.extract.meetings.parties import choose_parties, party_features
from dragoman.extract.meetings.reports import report, status_of
from dragoman.extract.meetings.tellings import Telling, find_tellings
from dragoman.extract.meetings.told import Told
from dragoman.model.documents import Document
from dragoman.model.edtf import is_edtf, meets
from dragoman.model.meetings import MEETING_STATUSES, MeetingReport
from dragoman.resolve.places import same_place

OUT = ROOT / "src" / "dragoman" / "lexicon" / "meeting_weights.csv"
RARE, FOLDS = 4, 8
# How freely the weights of each column may leave zero: there are few examples of most statuses.
FREE = {"same": 0.2, "kept": 0.5, "party": 0.1, "status": 0.07}
OURS = "ours"
FINAL = ("cancelled", "postponed", "refused")


@dataclass
class Example:
    """One annotated article: its tellings, and for each the number of the gold meeting that it tells."""

    document: Document
    meetings: list[dict[str, Any]]
    names: Any
    tellings: list[Telling]
    of: list[int | None]


@dataclass
class Case:
    """One gathered object, the gold meeting that it is (if any), and its features."""

    example: Example
    told: Told
    gold: dict[str, Any] | None = None
    report: MeetingReport | None = None
    kept: float = 0.0


class Model:
    """A logistic regression over named features."""

    def __init__(self, column: str, rows: Sequence[dict[str, float]], labels: Sequence[Any]) -> None:
        seen = Counter(k for r in rows for k in r)
        self._names = DictVectorizer()
        x = self._names.fit_transform([{k: v for k, v in r.items() if seen[k] >= RARE} for r in rows])
        self._model = LogisticRegression(C=FREE[column], max_iter=500, fit_intercept=False).fit(x, labels)

    def table(self, column: str) -> dict[str, dict[str, float]]:
        """Column → feature → weight; one column for each class where there are more than two."""
        classes = [column] if len(self._model.coef_) == 1 else list(self._model.classes_)
        return {
            str(c): {n: round(float(line[k]), 2) for n, k in self._names.vocabulary_.items()}
            for c, line in zip(classes, self._model.coef_, strict=True)
        }


def examples() -> list[Example]:
    """The articles that are learned from, annotated, those of dev first."""
    scorer = score_module()
    if scorer is None:
        sys.exit("shared/score/score.py is absent: there is nothing to learn from")
    pairs = learned_from()
    gold = load_gold(pairs)
    out = []
    for document in annotate_articles(load_texts(pairs), remembering):
        told = gold[document.article.name]
        tellings = find_tellings(document)
        of = [next((k for k, m in enumerate(told["meetings"]) if touch(t, m)), None) for t in tellings]
        names = scorer.Names(told.get("aliases", {}))
        out.append(Example(document, told["meetings"], names, tellings, of))
    return out


def touch(telling: Telling, meeting: dict[str, Any]) -> bool:
    """Whether the phrase shares a stretch of text with a mention of the meeting."""
    return any(x[0] < telling.span.end and telling.span.start < x[1] for x in meeting["mentions"])


def joins(example: Example) -> Iterator[tuple[dict[str, float], bool]]:
    """Each telling against each object before it, the objects gathered as the gold has them."""
    objects: list[tuple[int | None, Told]] = []
    for telling, of in zip(example.tellings, example.of, strict=True):
        sides = sides_of(example.document, telling.participants)
        mine = None
        for meeting, told in objects:
            if meeting is None and of is None:
                continue  # nobody told whether two things that are no meeting are one
            if not apart(told, telling):
                yield join_features(example.document, told, telling, sides), meeting == of
            mine = told if meeting == of else mine
        if mine is None:
            mine = Told(published=example.document.published)
            objects.append((of, mine))
        mine.join(telling, sides)


def cases(example: Example) -> list[Case]:
    """The objects that the weights gather, each with the gold meeting that most of its phrases tell."""
    out = [Case(example, told) for told in gather(example.document, example.tellings)]
    of = {id(t): k for t, k in zip(example.tellings, example.of, strict=True)}
    shared = [(-len([t for t in c.told.tellings if of[id(t)] == k]), n, k)
              for n, c in enumerate(out) for k in range(len(example.meetings))]  # fmt: skip
    free = set(range(len(example.meetings)))
    for votes, n, k in sorted(shared):
        if votes and k in free and out[n].gold is None:
            out[n].gold = example.meetings[k]
            free.discard(k)
    return out


def is_right(case: Case) -> bool:
    """Whether nothing that the report tells is wrong: it is a meeting, and who, when, where and how it stands agree."""
    gold, r, names = case.gold, case.report, case.example.names
    if gold is None or r is None or r.status != gold["status"]:
        return False
    for p in r.participants:
        if gold["participants"] and not any(names.same(g, p) for g in gold["participants"]):
            return False
    date, place = gold.get("date"), gold.get("place")
    wrong_date = bool(r.date and date and is_edtf(date)) and not meets(r.date or "", date or "")
    wrong_place = bool(r.place and place) and not same_place(r.place or "", place)
    return not wrong_date and not wrong_place


def f1(right: int, said: int, wanted: int) -> str:
    p, r = right / max(1, said), right / max(1, wanted)
    return f"F1 {200 * p * r / max(1e-9, p + r):.1f} P {100 * p:.1f} R {100 * r:.1f}"


def main() -> None:
    told = examples()
    names = np.array([e.document.article.name for e in told])
    table: dict[str, dict[str, float]] = {}
    weights._weights = lambda column: table.get(column, {})  # type: ignore[assignment]
    folds = list(GroupKFold(FOLDS).split(names, groups=names))

    # which phrases tell one meeting
    rows = [list(joins(e)) for e in told]
    found: list[list[Case]] = [[] for _ in told]
    for train, test in folds:
        table |= _fit("same", [row for n in train for row in rows[n]])
        for n in test:
            found[n] = cases(told[n])
    final = _fit("same", [row for of in rows for row in of])
    pairs = Counter(_pairs(found))
    print("same: " + f1(pairs["both"], pairs["both"] + pairs["ours"], pairs["both"] + pairs["gold"]))

    # which objects are meetings, who takes part, how they stand
    def kept(of: Any) -> list[tuple[dict[str, float], Any]]:
        # Our own dispatches tell of a meeting more often and in fewer phrases: what is so of them alone is kept apart.
        ours = [{OURS: 1.0} if n >= measured() else {} for n in range(len(told))]
        return [({**features_of(c.told), **ours[n]}, c.gold is not None) for n in of for c in found[n]]

    def party(of: Any) -> list[tuple[dict[str, float], Any]]:
        return [
            (features, any(c.example.names.same(g, name) for g in c.gold["participants"]))
            for n in of for c in found[n] if c.gold
            for name, features in party_features(c.example.document, c.told).items()
        ]  # fmt: skip

    def status(of: Any) -> list[tuple[dict[str, float], Any]]:
        return [
            (status_features(c.told, status_of(c.example.document, c.told), c.told.published), c.gold["status"])
            for n in of for c in found[n] if c.gold
        ]  # fmt: skip

    for train, test in folds:
        for column, made in (("kept", kept), ("party", party), ("status", status)):
            table |= _fit(column, made(train))
        for n in test:
            for c in found[n]:
                c.report = report(c.example.document, c.told)
                c.kept = confidence(c.told)
    for column, made in (("kept", kept), ("party", party), ("status", status)):
        final |= _fit(column, made(range(len(told))))
    del final["kept"][OURS]
    dev = found[: measured()]
    _print(dev)

    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
        sure = [c for of in dev for c in of if c.kept >= LEAST and c.report and c.report.confidence >= least]
        print(
            f"sure {least}: {len(sure)} reports, {100 * sum(map(is_right, sure)) / max(1, len(sure)):.1f} % right"
        )

    with OUT.open("w", encoding="utf-8", newline="") as f:
        columns = ["same", "kept", "party", *MEETING_STATUSES]
        writer = csv.DictWriter(f, ["feature", *columns], lineterminator="\n", restval="")
        writer.writeheader()
        for name in sorted({n for c in columns for n in final[c]}):
            told_of = {c: f"{final[c][name]:.2f}" for c in columns if name in final[c]}
            writer.writerow({"feature": name, **told_of})


def _fit(column: str, rows: Sequence[tuple[dict[str, float], Any]]) -> dict[str, dict[str, float]]:
    return Model(column, [f for f, _ in rows], [label for _, label in rows]).table(column)


def _pairs(found: list[list[Case]]) -> Iterator[str]:
    """For each two phrases of gold meetings: whether both, ours or the gold say that they tell one."""
    for of in found:
        ours = {id(t): n for n, c in enumerate(of) for t in c.told.tellings}
        if not of:
            continue
        example = of[0].example
        known = [(t, k) for t, k in zip(example.tellings, example.of, strict=True) if k is not None]
        for n, (a, of_a) in enumerate(known):
            for b, of_b in known[n + 1 :]:
                same, said = of_a == of_b, ours[id(a)] == ours[id(b)]
                if same or said:
                    yield "both" if same and said else "ours" if said else "gold"


def _print(found: list[list[Case]]) -> None:
    every = [c for of in found for c in of]
    wanted = sum(len(e.meetings) for e in {id(c.example): c.example for c in every}.values())
    for least in (0.32, 0.36, 0.4, 0.44):
        kept = [c for c in every if c.kept >= least]
        print(f"kept {least}: " + f1(sum(c.gold is not None for c in kept), len(kept), wanted))
    matched = [c for c in every if c.gold and c.report]
    right = sum(c.report.status == c.gold["status"] for c in matched if c.report and c.gold)
    ruled = sum(status_of(c.example.document, c.told) == c.gold["status"] for c in matched if c.gold)
    print(f"status: {100 * right / len(matched):.1f} (by the rules {100 * ruled / len(matched):.1f})")
    said = hit = want = 0
    for c in matched:
        told = choose_parties(c.example.document, c.told, "held") if c.report is None else ()
        chosen = told if c.report is None else c.report.participants
        gold = c.gold["participants"] if c.gold else []
        said, want = said + len(chosen), want + len(gold)
        hit += sum(any(c.example.names.same(g, p) for p in chosen) for g in gold)
    print("party: " + f1(hit, said, want))


if __name__ == "__main__":
    main()
