"""The drafts of the annotated articles with what is known of them: what bench/train_statements.py learns from.

annotated() → documents and gold; Data(documents, gold) → the numbers of each draft and how well it fits a statement.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np
from bench.goldsets import learned_from, load_gold, load_texts, remembering
from sklearn.ensemble import HistGradientBoostingClassifier

from dragoman.annotate import annotate_articles
from dragoman.extract.statements.candidates import find_drafts
from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.edges import Chains, begin_chains, end_chains
from dragoman.extract.statements.features import NAMES, describe_all, read_facts
from dragoman.extract.statements.scorer import Priors, prior_key
from dragoman.model.documents import Document

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


def annotated() -> tuple[list[Document], list[Gold]]:
    """The documents that are learned from with their gold, those of dev first."""
    pairs = learned_from()
    gold = load_gold(pairs)
    documents = list(annotate_articles(load_texts(pairs), remembering))
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
