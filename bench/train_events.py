"""Trains the weights of extract/events on the dev gold and saves them: `python bench/train_events.py`.

`--cv` trains on four fifths of the articles at a time and scores find_events on the fifth left out, with
shared/score/score.py: those are the figures to quote, since dev is what the weights are made from.
Logistic regression (scikit-learn, `pip install scikit-learn`), applied in the package with numpy alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bench.accuracy import gold_sets, load_articles, remembering, score_module

from dragoman.annotate import annotate_articles
from dragoman.extract import Claims
from dragoman.extract import events as package
from dragoman.extract.events import find_events, model
from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.choices import typed
from dragoman.extract.events.dates import KINDS, Calendar
from dragoman.extract.events.features import Observer
from dragoman.extract.events.model import HEADS, Head, Weights
from dragoman.extract.events.parties import Parties
from dragoman.extract.events.triggers import Trigger, find_triggers, lemmas_of
from dragoman.extract.layers import to_layers
from dragoman.extract.statements import find_statements
from dragoman.model.documents import Document, Token
from dragoman.model.edtf import meets
from dragoman.model.errors import DateError
from dragoman.model.spans import Span
from dragoman.model.statements import Statement

BAR = 0.35
FOLDS = 5
MIN_ARTICLES, MIN_RATE = 3, 0.05
UNSURE = "?"


@dataclass
class Row:
    """One article with its gold and its candidates; `acts` holds the gold event of each candidate."""

    document: Document
    statements: list[Statement]
    gold: dict[str, Any]
    triggers: list[Trigger]
    told: list[list[str]]
    types: list[str]
    acts: list[dict[str, Any] | None]


def load_rows(name: str) -> list[tuple[Document, list[Statement], dict[str, Any]]]:
    """The annotated articles of a set with their statements and gold."""
    by_folder: dict[Path, set[str]] = defaultdict(set)
    gold = {}
    for folder, stem in gold_sets()[name]:
        by_folder[folder].add(stem)
        gold[stem] = json.loads((folder / f"{stem}.gold").read_text(encoding="utf-8"))
    articles = [a for folder, names in by_folder.items() for a in load_articles(folder, names)]
    documents = annotate_articles(articles, remembering)
    return [(d, find_statements(d), gold[d.article.name]) for d in documents]


def head_of(document: Document, span: Span) -> Token | None:
    """The word of `span` that governs the others."""
    tokens = document.tokens_in(span)
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head not in inside or t.head == t.i]
    content = [t for t in tops if t.pos in ("VERB", "NOUN", "ADJ", "PROPN", "AUX")]
    return next(iter(content or tops or tokens), None)


def weak_words(loaded: Iterable[tuple[Document, list[Statement], dict[str, Any]]]) -> frozenset[str]:
    """Words (`lemma/pos`) that name acts in several articles though no entry fires on them."""
    acts: Counter[str] = Counter()
    total: Counter[str] = Counter()
    where: dict[str, set[str]] = defaultdict(set)
    for document, _, gold in loaded:
        fired = {t.head for t in find_triggers(document)}
        total.update(f"{lemmas_of(t)[0]}/{t.pos}" for t in document.tokens if lemmas_of(t))
        for act in gold["events"]:
            span = Span(*act["span"])
            head = head_of(document, span)
            if head is None or head.pos not in ("VERB", "NOUN", "ADJ"):
                continue
            if not any(t.i in fired for t in document.tokens_in(span)):
                word = f"{lemmas_of(head)[0]}/{head.pos}"
                acts[word] += 1
                where[word].add(document.article.name)
    return frozenset(w for w in acts if len(where[w]) >= MIN_ARTICLES and acts[w] >= MIN_RATE * total[w])


def make_row(loaded: tuple[Document, list[Statement], dict[str, Any]], words: frozenset[str]) -> Row:
    """The candidates of one article and what gold makes of each."""
    document, statements, gold = loaded
    triggers = find_triggers(document, words)
    observer = Observer(document, Accounts(statements), {t.head: t for t in triggers if t.entries})
    told = [observer.observe(t) for t in triggers]
    types = [""] * len(triggers)
    acts: list[dict[str, Any] | None] = [None] * len(triggers)
    at = {i: n for n, t in enumerate(triggers) for i in (*t.parts, t.head)}
    for act in sorted(gold["events"], key=lambda a: a["span"][1] - a["span"][0]):
        span = Span(*act["span"])
        inside = sorted({at[t.i] for t in document.tokens_in(span) if t.i in at})
        free = [n for n in inside if types[n] in ("", UNSURE)]
        if free:
            head = head_of(document, span)
            best = min(free, key=lambda n: _rank(triggers[n], act["type"], head))
            types[best], acts[best] = act["type"], act
        for n in inside:
            types[n] = types[n] or UNSURE
    return Row(document, statements, gold, triggers, told, types, acts)


def _rank(trigger: Trigger, type_: str, head: Token | None) -> tuple[bool, bool, bool, int]:
    same = any(e.type == type_ for e in trigger.entries)
    return not same, not trigger.entries, head is None or trigger.head != head.i, trigger.head


def day_kinds(row: Row) -> list[str]:
    """What gives the gold date of each candidate: a kind of Calendar, none, or empty where nothing does."""
    calendar = Calendar(row.document)
    out = []
    for trigger, act in zip(row.triggers, row.acts, strict=True):
        date = (act or {}).get("date")
        out.append(_kind(calendar, trigger, date) if date else "none")
        if date:
            calendar.keep(trigger, date)
    return out


def _kind(calendar: Calendar, trigger: Trigger, told: str) -> str:
    for kind in KINDS:
        date = calendar.day(trigger, kind)
        try:
            if date and meets(date, told):
                return kind
        except DateError:
            continue
    return ""


def fit(told: Sequence[Sequence[str]], labels: Sequence[str], strength: float) -> Head:
    """A multinomial logistic regression over observations seen at least twice."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    counts = Counter(o for observations in told for o in set(observations))
    rows = {o: n for n, o in enumerate(sorted(o for o, n in counts.items() if n >= 2))}
    ends, columns = [0], []
    for observations in told:
        columns.extend(sorted({rows[o] for o in observations if o in rows}))
        ends.append(len(columns))
    x = csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(told), len(rows)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitted = LogisticRegression(C=strength, max_iter=80, tol=1e-3).fit(x, labels)
    table = fitted.coef_.T.astype(np.float32)
    table[rows["bias"]] += fitted.intercept_
    if table.shape[1] == 1:  # two classes: the first one is the zero of the other
        table = np.hstack([np.zeros_like(table), table])
    return Head(rows, np.pad(table, ((0, 1), (0, 0))), tuple(str(c) for c in fitted.classes_))


def train(rows: Sequence[Row], words: frozenset[str]) -> Weights:
    """The three heads from these articles."""
    known = [(o, t) for r in rows for o, t in zip(r.told, r.types, strict=True) if t != UNSURE]
    types = fit([o for o, _ in known], [t for _, t in known], 0.3)
    acts = [(r, n) for r in rows for n, act in enumerate(r.acts) if act is not None]
    told = [[*r.told[n], *typed(r.told[n], r.types[n])] for r, n in acts]
    statuses = fit(told, [str((r.acts[n] or {})["status"]) for r, n in acts], 0.4)
    actors, recipients = party_examples(rows)
    kinds = {id(r): day_kinds(r) for r in rows}
    days = [(o, kind) for o, (r, n) in zip(told, acts, strict=True) if (kind := kinds[id(r)][n])]
    return Weights(
        types,
        statuses,
        fit([o for o, _ in days], [k for _, k in days], 0.2),
        fit([o for o, _ in actors], [k for _, k in actors], 1.0),
        fit([o for o, _ in recipients], [k for _, k in recipients], 1.0),
        words,
        BAR,
    )


Examples = list[tuple[list[str], str]]


def party_examples(rows: Sequence[Row]) -> tuple[Examples, Examples]:
    """The names around each act of gold, told apart by whether gold has them as actor, as recipient."""
    scorer = score_module()
    assert scorer is not None
    actors: Examples = []
    recipients: Examples = []
    for row in rows:
        same = scorer.Names(row.gold.get("aliases", {})).same
        parties = Parties(row.document, Accounts(row.statements))
        for trigger, act in zip(row.triggers, row.acts, strict=True):
            if act is None:
                continue
            around = parties.names(trigger, act["type"]).told
            agents = tuple(n for n in around if any(same(g, n) for g in act["actors"]))
            others = [n for n in around if n not in agents]
            patients = tuple(n for n in others if any(same(g, n) for g in act.get("recipients") or ()))
            actors += [(told, "yes" if n in agents else "no") for n, told in around.items()]
            recipients += [
                (parties.against(n, around[n], act["type"], agents), "yes" if n in patients else "no")
                for n in others
            ]
            parties.remember(trigger, act["type"], agents, patients)
    return actors, recipients


def save(weights: Weights, path: Path) -> None:
    """The weights as compressed arrays: half floats, words as UTF-8 lines; small weights are left out."""
    told: dict[str, Any] = {"words": _pack(sorted(weights.words)), "bar": np.float32(weights.bar)}
    for name in HEADS:
        head: Head = getattr(weights, name)
        rows = [o for o, n in head.rows.items() if np.abs(head.table[n]).max() > 0.02]
        told[f"{name}.rows"] = _pack(rows)
        told[f"{name}.table"] = head.table[[head.rows[o] for o in rows]].astype(np.float16)
        told[f"{name}.names"] = _pack(list(head.names))
    np.savez_compressed(path, **told)


def _pack(words: list[str]) -> Any:
    return np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)


def as_layer(row: Row) -> dict[str, Any]:
    """What find_events makes of one article, as the scorer reads it."""
    events = tuple(find_events(row.document, row.statements))
    return {"events": to_layers(row.document, Claims((), events, (), ()))["events"]}


def cross_validate(rows: list[Row], words: frozenset[str]) -> dict[str, dict[str, Any]]:
    """Every article's events by weights that were made without it."""
    predicted = {}
    for k in range(FOLDS):
        weights = train([r for n, r in enumerate(rows) if n % FOLDS != k], words)
        setattr(model, "load_weights", lambda weights=weights: weights)  # noqa: B010
        for row in rows[k::FOLDS]:
            predicted[row.document.article.name] = as_layer(row)
    return predicted


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--cv", action="store_true")
    options.add_argument("--out", type=Path, help="keep the predictions of --cv")
    args = options.parse_args()
    loaded = load_rows("dev")
    words = weak_words(loaded)
    rows = [make_row(x, words) for x in loaded]
    if not args.cv:
        save(train(rows, words), Path(package.__file__).with_name("weights.npz"))
        return
    predicted = cross_validate(rows, words)
    if args.out:
        args.out.write_text(json.dumps(predicted, ensure_ascii=False), encoding="utf-8")
    scorer = score_module()
    assert scorer is not None
    table = scorer.score({r.document.article.name: r.gold for r in rows}, predicted, rounds=0)
    for key, cell in table.items():
        if key.startswith("events"):
            parts = "".join(f" {100 * (cell.get(k) or 0):5.1f}" for k in ("precision", "recall") if k in cell)
            print(f"{key:28} {100 * (cell['value'] or 0):5.1f} {parts} {cell['n']:6}")


if __name__ == "__main__":
    main()
