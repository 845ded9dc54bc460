"""Learns the scorer of statements from the development gold: weights.npz and priors.json of extract/statements.

`python -m bench.train_statements` trains on all of it and writes; `--check` only prints the figures of a
cross-validation by article. Needs scikit-learn, which the package itself does not.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from bench.accuracy import gold_sets, load_articles, remembering, score_module
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.isotonic import IsotonicRegression
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from dragoman.annotate import annotate_articles
from dragoman.extract.statements.assemble import assemble
from dragoman.extract.statements.candidates import find_drafts
from dragoman.extract.statements.choose import FLOOR, choose
from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.edges import Chains, begin_chains, end_chains
from dragoman.extract.statements.features import NAMES, describe_all, read_facts
from dragoman.extract.statements.scorer import Priors, prior_key
from dragoman.extract.statements.trees import Trees
from dragoman.extract.statements.voices import describe_options, find_options, open_story, tell
from dragoman.model.documents import Document

HERE = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "extract" / "statements"
PRIOR = NAMES.index("prior")
CHANCES = slice(NAMES.index("end_chance"), NAMES.index("begin_best") + 1)
# A draft whose target is lower does not fit.
FITS = 0.4
Gold = dict[str, Any]


def overlap(a: Any, b: Any) -> float:
    """Intersection over union of two spans."""
    inter = min(a[1], b[1]) - max(a[0], b[0])
    return 0.0 if inter <= 0 else inter / (max(a[1], b[1]) - min(a[0], b[0]))


def target(d: Draft, statements: list[Gold]) -> float:
    """How well the draft fits a gold statement: its overlap squared, less where the cue is another one."""
    best = 0.0
    for s in statements:
        v = overlap(d.span, s["span"])
        if v < 0.5:
            continue
        cue = s["cue"]
        if cue and not (d.cue_span and d.cue_span.start < cue[1] and cue[0] < d.cue_span.end):
            v *= 0.75
        best = max(best, v * v)
    return best


def development() -> tuple[list[Document], list[Gold]]:
    """The annotated documents of the development set with their gold."""
    pairs = gold_sets()["dev"]
    folders: dict[Path, set[str]] = {}
    for folder, name in pairs:
        folders.setdefault(folder, set()).add(name)
    gold = {n: json.loads((f / f"{n}.gold").read_text(encoding="utf-8")) for f, n in pairs}
    articles = [a for folder, names in folders.items() for a in load_articles(folder, names)]
    documents = list(annotate_articles(articles, remembering))
    return documents, [gold[d.article.name] for d in documents]


class Data:
    """The drafts of all documents in a row, with their numbers, targets and articles."""

    def __init__(self, documents: list[Document], gold: list[Gold]) -> None:
        self.per_article = [find_drafts(d) for d in documents]
        self.flat = [d for drafts in self.per_article for d in drafts]
        self.group = np.array([k for k, drafts in enumerate(self.per_article) for _ in drafts])
        self.y = np.array(
            [
                target(d, g["statements"])
                for g, drafts in zip(gold, self.per_article, strict=True)
                for d in drafts
            ]
        )
        rows, ends, begins = [], [], []
        for drafts in self.per_article:
            facts = read_facts(drafts)
            ends.append(end_chains(drafts, facts))
            begins.append(begin_chains(drafts, facts))
            none = np.zeros((len(drafts), CHANCES.stop - CHANCES.start))
            rows.append(describe_all(drafts, facts, lambda _: 0.0, none))
        self.x = np.concatenate(rows)
        self.ends, self.begins = Edges(ends, self), Edges(begins, self)
        cues: dict[tuple[int, int, Any, str], list[int]] = defaultdict(list)
        for i, d in enumerate(self.flat):
            cues[(int(self.group[i]), id(d.zone), d.key, d.frame)].append(i)
        self.cues = list(cues.values())

    def priors(self, rows: Any) -> tuple[Priors, dict[tuple[int, str], list[float]]]:
        """The priors counted on `rows`, and what each article gave to them."""
        chosen = set(rows.tolist())
        by_cue: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        by_frame: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        own: dict[tuple[int, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
        for members in self.cues:
            if members[0] not in chosen:
                continue
            d = self.flat[members[0]]
            given = float(max(self.y[i] for i in members) >= 0.5)
            for told in (
                by_cue[prior_key(d)],
                by_frame[d.frame],
                own[(int(self.group[members[0]]), prior_key(d))],
            ):
                told[0] += given
                told[1] += 1
        return Priors(dict(by_cue), dict(by_frame)), own

    def complete(
        self, rows: Any, chances: Any, priors: Priors, own: dict[tuple[int, str], list[float]] | None
    ) -> Any:
        """The numbers of `rows` with their chances and prior; with `own`, each article's own counts are left out."""
        x = self.x[rows].copy()
        x[:, CHANCES] = chances[rows]
        for n, i in enumerate(rows):
            d = self.flat[i]
            less = own.get((int(self.group[i]), prior_key(d)), [0.0, 0.0]) if own is not None else [0.0, 0.0]
            x[n, PRIOR] = priors.of(d, (less[0], less[1]))
        return x


class Edges:
    """The steps past the places where drafts may end (or begin), of all articles in a row.

    `y` is 1 where the content that fits goes past the place, 0 where it stops there, -1 where no content fits.
    """

    def __init__(self, chains: list[Chains], data: Data) -> None:
        self.chains = chains
        self.rows = np.concatenate([c.rows for c in chains])
        self.group = np.array([k for k, c in enumerate(chains) for _ in c.rows])
        self.y = np.full(len(self.rows), -1)
        row = draft = 0
        for c in chains:
            for group in c.groups:
                best = max(group, key=lambda i: data.y[draft + i])
                if data.y[draft + best] >= FITS:
                    self.y[[row + n for n in c.steps[best]]] = 1
                    if (stop := c.stop[best]) is not None:
                        self.y[row + stop] = 0
            row, draft = row + len(c.rows), draft + len(c.steps)

    def fit(self, seen: Any) -> Any:
        """The boosted trees learned on the steps of the articles for which `seen` is true."""
        rows = seen[self.group] & (self.y >= 0)
        return fit_steps(self.rows[rows], self.y[rows])

    def chances(self, unseen: Any, model: Any) -> dict[int, Any]:
        """Article → the chances of its drafts by the model, for the articles for which `unseen` is true."""
        going_on = model.predict_proba(self.rows)[:, 1]
        out, row = {}, 0
        for k, c in enumerate(self.chains):
            if unseen[k]:
                out[k] = c.chances(going_on[row : row + len(c.rows)].tolist())
            row += len(c.rows)
        return out


def edge_chances(data: Data, seen: Any, parts: int = 4) -> tuple[Any, list[Any]]:
    """The chances of all drafts, by models that have not seen their article; and the models of all `seen` articles,
    which tell those of the articles that are not."""
    part = np.random.RandomState(7).permutation(len(seen)) % parts
    columns, models = [], []
    for edges in (data.ends, data.begins):
        models.append(edges.fit(seen))
        told = edges.chances(~seen, models[-1])
        for p in range(parts):
            told |= edges.chances(seen & (part == p), edges.fit(seen & (part != p)))
        columns.append(np.concatenate([told[k] for k in range(len(seen))]))
    return np.concatenate(columns, axis=1), models


def fit_steps(x: Any, y: Any) -> Any:
    """The boosted trees that tell whether a content goes on past a place where it may stop."""
    return HistGradientBoostingClassifier(
        max_iter=100,
        learning_rate=0.06,
        max_leaf_nodes=16,
        min_samples_leaf=15,
        l2_regularization=10.0,
        max_features=0.4,
        random_state=0,
    ).fit(x, y)


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
    trees = [p[0].nodes for p in model._predictors]
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
                value[k, leaves] = node["value"]
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
        base=float(model._baseline_prediction.ravel()[0]),
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
                name = next((o.name for o, ok in zip(options, good, strict=True) if ok), None)
                if name is not None and not d.zone.nested:
                    tell(story, name, d.zone.sentence)
                    zones[id(d.zone)][name] = zones[id(d.zone)].get(name, False) or d.source == "incise"
        self.x, self.y, self.group = np.array(rows, dtype=np.float32), np.array(right), np.array(group)


def fit_speakers(x: Any, y: Any) -> Any:
    """The boosted trees that rank the options."""
    return HistGradientBoostingRegressor(
        max_iter=90,
        learning_rate=0.1,
        max_leaf_nodes=15,
        max_depth=7,
        min_samples_leaf=15,
        l2_regularization=2.0,
        max_features=0.4,
        random_state=0,
    ).fit(x, y)  # fmt: skip


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
        seen = ~np.isin(speakers.group, list(unseen))
        voices.append(plain(fit_speakers(speakers.x[seen], speakers.y[seen])))
    return out, voices, fold


def save(name: str, trees: Trees) -> None:
    """Write the trees beside the module that reads them."""
    np.savez_compressed(HERE / f"{name}.npz", **{f: getattr(trees, f) for f in Trees.__slots__})


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--check", action="store_true")
    args = options.parse_args()
    documents, gold = development()
    # Threads of one small fit only wait for one another.
    threadpool_limits(1)
    data = Data(documents, gold)
    speakers = Speakers(data, documents, gold)
    unseen, voices, fold = cross_validate(data, speakers)
    for floor in (0.34, 0.38, FLOOR, 0.46, 0.5):
        print(f"floor {floor}: {attributed(data, documents, gold, unseen, voices, fold, floor)}")
    if args.check:
        return
    every = np.arange(len(data.y))
    priors, own = data.priors(every)
    chances, (ends, begins) = edge_chances(data, np.ones(len(documents), dtype=bool))
    x = data.complete(every, chances, priors, own)
    model = fit(x, data.y)
    calibration = IsotonicRegression(out_of_bounds="clip").fit(unseen, (data.y >= FITS).astype(float))
    steps = np.linspace(0.0, 1.1, 45)
    trees = plain(model, steps, calibration.predict(steps))
    assert np.allclose(trees.grow(x), model.predict(x), atol=1e-3)
    save("weights", trees)
    save("ends", plain(ends))
    save("begins", plain(begins))
    save("speakers", plain(fit_speakers(speakers.x, speakers.y)))
    told = {"cues": dict(sorted(priors.cues.items())), "frames": priors.frames}
    (HERE / "priors.json").write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
