"""Learns the scorer of statements from the annotated articles: weights.npz and priors.json of extract/statements.

`python -m bench.train_statements` trains on all of it and writes; `--check` only prints the figures of a
cross-validation by article. Needs scikit-learn, which the package itself does not.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from bench.goldsets import measured, score_module
from bench.statement_drafts import Data, Gold, annotated, edge_chances, overlap, target
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.isotonic import IsotonicRegression
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from dragoman.extract.statements.assemble import assemble, find_voices
from dragoman.extract.statements.choose import FLOOR, choose, strength
from dragoman.extract.statements.spoken import open_story, tell
from dragoman.extract.statements.trees import Trees
from dragoman.extract.statements.voices import describe_options, find_options
from dragoman.model.documents import Document

# Statements below the usual floor are calibrated on too: whoever lowers it is told what they are worth.
LOW = 0.25
# The trees that choose the speaker, and how much of each is taken.
ROUNDS, RATE = 120, 0.2
STEPS = np.linspace(0.0, 1.1, 45)
HERE = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "extract" / "statements"


def fit(x: Any, y: Any) -> Any:
    """The boosted trees that score the drafts."""
    return HistGradientBoostingRegressor(
        max_iter=120,
        learning_rate=0.06,
        max_leaf_nodes=24,
        max_depth=9,
        min_samples_leaf=20,
        l2_regularization=10.0,
        max_features=0.15,
        random_state=0,
    ).fit(x, y)


def plain(model: Any, score: Any = (0.0,), share: Any = (0.0,)) -> Trees:
    """The trees as plain arrays (see Trees)."""
    base = float(model._baseline_prediction.ravel()[0])
    return arrays([p[0].nodes for p in model._predictors], base, 1.0, score, share)


def arrays(trees: list[Any], base: float, part: float, score: Any = (0.0,), share: Any = (0.0,)) -> Trees:
    """The nodes of trees as plain arrays, `part` of what each says being taken."""
    most = max(int(t["is_leaf"].sum()) for t in trees)
    assert most <= 32
    feature = np.zeros((most - 1, len(trees)), dtype=np.int32)
    threshold = np.full((most - 1, len(trees)), np.inf, dtype=np.float32)
    mask = np.zeros((most - 1, len(trees)), dtype=np.uint32)
    value = np.zeros((len(trees), most), dtype=np.float32)

    for k, t in enumerate(trees):
        inner = leaves = 0

        def walk(at: int, k: int = k, t: Any = t) -> int:
            """Number the leaves below the node from the left; the bits of those leaves."""
            nonlocal inner, leaves
            node = t[at]
            if node["is_leaf"]:
                value[k, leaves] = part * node["value"]
                leaves += 1
                return 1 << (leaves - 1)
            place, inner = inner, inner + 1
            feature[place, k], threshold[place, k] = node["feature_idx"], node["num_threshold"]
            left = walk(int(node["left"]))
            mask[place, k] = 0xFFFFFFFF ^ left
            return left | walk(int(node["right"]))

        walk(0)
    return Trees(
        feature=feature,
        threshold=threshold,
        mask=mask,
        value=value,
        base=base,
        score=np.asarray(score),
        share=np.asarray(share),
    )


class Speakers:
    """The options of each gold statement that a draft fits, with which of them are right."""

    def __init__(self, data: Data, documents: list[Document], gold: list[Gold]) -> None:
        scorer = score_module()
        assert scorer is not None
        rows: list[list[float]] = []
        right: list[float] = []
        group: list[int] = []
        statement: list[int] = []
        for k, (document, g) in enumerate(zip(documents, gold, strict=True)):
            names = scorer.Names(g["aliases"])
            story = open_story(document)
            zones: dict[int, dict[str, bool]] = defaultdict(dict)
            fitting = []
            for s in g["statements"]:
                best = max(data.per_article[k], key=lambda d, s=s: target(d, [s]), default=None)  # type: ignore[misc]
                if best is not None and target(best, [s]) >= 0.25:
                    fitting.append((best, s))
            for d, s in sorted(fitting, key=lambda pair: (pair[0].span.start, -pair[0].span.end)):
                options = find_options(story, d, zones[id(d.zone)])
                told = [s["speaker"], *s.get("speaker_also", [])]
                good = [float(any(names.same(t, o.name) for t in told)) for o in options]
                if any(good) and not all(good):
                    rows.extend(describe_options(story, d, options))
                    right.extend(good)
                    group.extend([k] * len(options))
                    statement.extend([statement[-1] + 1 if statement else 0] * len(options))
                name = next((o.name for o, ok in zip(options, good, strict=True) if ok), None)
                if name is not None and not d.zone.nested:
                    tell(story, name, d.zone.sentence)
                    zones[id(d.zone)][name] = zones[id(d.zone)].get(name, False) or d.source == "incise"
        self.x, self.y, self.group = np.array(rows, dtype=np.float32), np.array(right), np.array(group)
        self.statement = np.array(statement)

    def fit(self, seen: Any) -> list[Any]:
        """The nodes of the trees that choose among the options of a statement, from the rows that are `seen`.

        Each tree is a Newton step up the likelihood that the right options take the share exp(sum of the trees).
        """
        x, y, of = self.x[seen], self.y[seen], self.statement[seen]
        first = np.flatnonzero(np.r_[True, np.diff(of) != 0])
        of = np.repeat(np.arange(len(first)), np.diff(np.r_[first, len(of)]))
        points, trees = np.zeros(len(y)), []
        for n in range(ROUNDS):
            share = np.exp(points - np.maximum.reduceat(points, first)[of])
            among = share * y / np.add.reduceat(share * y, first)[of]
            share /= np.add.reduceat(share, first)[of]
            bend = np.maximum(share * (1 - share), 0.02)
            one = HistGradientBoostingRegressor(
                max_iter=1,
                learning_rate=1.0,
                max_leaf_nodes=15,
                max_depth=7,
                min_samples_leaf=15,
                l2_regularization=2.0,
                max_features=0.3,
                early_stopping=False,
                random_state=n,
            ).fit(x, (among - share) / bend, sample_weight=bend)
            points += RATE * (one.predict(x) - one._baseline_prediction.ravel()[0])
            trees.append(one._predictors[0][0].nodes)
        return trees


def attributed(
    data: Data,
    documents: list[Document],
    gold: list[Gold],
    scores: Any,
    voices: list[Trees],
    folds: Any,
    floor: float,
) -> dict[str, float]:
    """Figures of contents, kinds and speakers; `voices[folds[k]]` ranks the speakers of article k."""
    scorer = score_module()
    assert scorer is not None
    for d, s in zip(data.flat, scores, strict=True):
        d.score = float(s)
    right, told = Counter[str](), 0
    for k, (document, g) in enumerate(zip(documents, gold, strict=True)):
        names = scorer.Names(g["aliases"])
        made = assemble(document, choose(data.per_article[k], floor), voices[folds[k]])
        predicted = [{"span": [s.start, s.end], "kind": s.kind, "speaker": s.speaker} for s in made]
        told += len(predicted) + len(g["statements"])
        for level in (0.8, 0.5):
            pairs = scorer.pair(
                g["statements"],
                predicted,
                lambda a, b, level=level: v if (v := overlap(a["span"], b["span"])) >= level else 0,
            )
            right[f"@{level}"] += len(pairs)
        right["kind"] += sum(a["kind"] == b["kind"] for a, b in pairs)
        right["attributed"] += sum(
            any(names.same(t, b["speaker"]) for t in [a["speaker"], *a.get("speaker_also", [])])
            for a, b in pairs
        )
    out = {key: round(200 * right[key] / told, 1) for key in ("@0.8", "@0.5", "attributed")}
    out["kind.acc"] = round(100 * right["kind"] / right["@0.5"], 1)
    out["speaker.acc"] = round(100 * right["attributed"] / right["@0.5"], 1)
    return out


def cross_validate(data: Data, speakers: Speakers, folds: int = 4) -> tuple[Any, list[Trees], Any]:
    """The score of each draft and the ranking of speakers by trees that have not seen their article."""
    out = np.zeros(len(data.y))
    fold = np.zeros(int(data.group.max()) + 1, dtype=int)
    voices = []
    for n, (train, test) in enumerate(GroupKFold(folds).split(data.x, data.y, data.group)):
        priors, own = data.priors(train)
        unseen = set(data.group[test].tolist())
        chances, _ = edge_chances(data, np.array([k not in unseen for k in range(len(fold))]))
        model = fit(data.complete(train, chances, priors, own), data.y[train])
        out[test] = model.predict(data.complete(test, chances, priors, None))
        fold[list(unseen)] = n
        voices.append(arrays(speakers.fit(~np.isin(speakers.group, list(unseen))), 0.0, RATE))
    return out, voices, fold


def judged(
    data: Data, documents: list[Document], gold: list[Gold], scores: Any, voices: list[Trees], folds: Any
) -> Any:
    """A row for each statement that a low floor keeps: its article, the score of its draft and of its speaker, whether
    its passage is right (half of it at least) and whether its speaker is right too."""
    scorer = score_module()
    assert scorer is not None
    for d, s in zip(data.flat, scores, strict=True):
        d.score = float(s)
    rows = []
    for k, (document, g) in enumerate(zip(documents, gold, strict=True)):
        names = scorer.Names(g["aliases"])
        drafts = choose(data.per_article[k], LOW)
        _, found = find_voices(document, drafts, voices[folds[k]])
        told: list[Gold] = [
            {"span": d.span, "voice": v, "draft": d} for d, v in zip(drafts, found, strict=True)
        ]
        pairs = scorer.pair(
            g["statements"], told, lambda a, b: v if (v := overlap(a["span"], b["span"])) >= 0.5 else 0
        )
        right = {id(b): a for a, b in pairs}
        for t in told:
            a = right.get(id(t))
            speaker = a is not None and any(
                names.same(n, t["voice"].name) for n in [a["speaker"], *a.get("speaker_also", [])]
            )
            rows.append((k, strength(t["draft"]), t["voice"].score, a is not None, speaker))
    return np.array(rows, dtype=float)


def calibrate(rows: Any) -> tuple[Any, Any]:
    """What the scores mean: the share of right passages by the draft's, and of right speakers by the speaker's."""
    passage = IsotonicRegression(out_of_bounds="clip").fit(rows[:, 1], rows[:, 3])
    found = rows[rows[:, 3] > 0]
    speaker = IsotonicRegression(out_of_bounds="clip").fit(found[:, 2], found[:, 4])
    return passage, speaker


def save(name: str, trees: Trees) -> None:
    """Write the trees beside the module that reads them."""
    np.savez_compressed(HERE / f"{name}.npz", **{f.name: getattr(trees, f.name) for f in fields(trees)})


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--check", action="store_true")
    args = options.parse_args()
    documents, gold = annotated()
    # Threads of one small fit only wait for one another.
    threadpool_limits(1)
    data = Data(documents, gold)
    speakers = Speakers(data, documents, gold)
    unseen, voices, fold = cross_validate(data, speakers)
    dev = measured()
    for floor in (0.3, 0.34, FLOOR, 0.42, 0.46):
        figures = attributed(data, documents[:dev], gold[:dev], unseen, voices, fold, floor)
        print(f"floor {floor}: {figures}")
    if args.check:
        return
    every = np.arange(len(data.y))
    priors, own = data.priors(every)
    chances, (ends, begins) = edge_chances(data, np.ones(len(documents), dtype=bool))
    x = data.complete(every, chances, priors, own)
    model = fit(x, data.y)
    passage, speaker = calibrate(judged(data, documents, gold, unseen, voices, fold))
    trees = plain(model, STEPS, passage.predict(STEPS))
    assert np.allclose(trees.grow(x), model.predict(x), atol=1e-3)
    save("weights", trees)
    save("ends", plain(ends))
    save("begins", plain(begins))
    nodes = speakers.fit(np.ones(len(speakers.y), dtype=bool))
    save("speakers", arrays(nodes, 0.0, RATE, STEPS, speaker.predict(STEPS)))
    told = {"cues": dict(sorted(priors.cues.items())), "frames": priors.frames}
    (HERE / "priors.json").write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
