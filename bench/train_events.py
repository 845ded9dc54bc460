"""Trains the weights of extract/events on the annotated articles and saves them: `python bench/train_events.py`.

`--only days` fits what weighs the days alone and keeps the rest, `--only ends` what weighs the names at both ends.
`--cv` trains on four fifths of the articles at a time and scores find_events on the fifth left out, with
shared/score/score.py, as far as it is of dev: those are the figures to quote, since the weights are made from all.
Logistic regression (scikit-learn) and a small network (PyTorch), `pip install -e '.[train]'`; the package applies them
with numpy alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bench.event_days import fit_days
from bench.event_ends import fit_ends
from bench.event_heads import FOLDS, fit, fit_statuses
from bench.event_rows import UNSURE, Loaded, Row, make_row
from bench.goldsets import measured, score_module
from bench.nets import fit_net

from dragoman.extract import Claims
from dragoman.extract import events as package
from dragoman.extract.events import find_events, model
from dragoman.extract.events.model import HEADS, Gate, Head, Weights
from dragoman.extract.events.model import PARTS as NET_PARTS
from dragoman.extract.events.vectors import Vectors
from dragoman.extract.layers import to_layers
from dragoman.model.spans import Span

BAR = 0.35
# A word is let in at this chance of naming an act; four in five of the acts without an entry pass, and a word in six.
LET = 0.15
PARTS = ("VERB", "NOUN", "ADJ", "AUX", "X", "PROPN")
SEEDS = (0, 1)


def fit_gate(loaded: Iterable[Loaded]) -> Gate:
    """Which words may name an act, by their vector and their part of speech (logistic regression)."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    rows, parts, acts = [], [], []
    for document, _, gold in loaded:
        inside = {t.i for act in gold["events"] for t in document.tokens_in(Span(*act["span"]))}
        told = Vectors(document).rows
        for token in document.tokens:
            if token.pos in PARTS:
                rows.append(told[token.i])
                parts.append([token.pos == p for p in PARTS])
                acts.append(token.i in inside)
    scaler = StandardScaler().fit(rows)
    x = np.hstack([scaler.transform(rows), np.array(parts, dtype=np.float32)])
    fitted = LogisticRegression(C=0.003, max_iter=200).fit(x, acts)
    weights = fitted.coef_[0][: -len(PARTS)] / scaler.scale_
    bias = fitted.intercept_[0] - scaler.mean_ @ weights
    chances = {p: float(bias + w) for p, w in zip(PARTS, fitted.coef_[0][-len(PARTS) :], strict=True)}
    return Gate(weights.astype(np.float32), chances, float(np.log(LET / (1 - LET))))


def train(rows: Sequence[Row], gate: Gate) -> Weights:
    """The network and the heads from these articles."""
    known = [(r.told[n], r.vectors[n], t) for r in rows for n, t in enumerate(r.types) if t != UNSURE]
    told, vectors, labels = zip(*known, strict=True)
    straight = fit(told, labels, 0.3)
    types = fit_net(told, np.array(vectors, dtype=np.float32), labels, straight, seeds=SEEDS)
    return Weights(gate, types, fit_statuses(rows), fit_days(rows), *fit_ends(rows), BAR)


def save(weights: Weights, path: Path) -> None:
    """The weights as compressed arrays: bytes or half floats, words as UTF-8 lines; small weights are left out."""
    gate, net = weights.gate, weights.types
    told: dict[str, Any] = {"bar": np.float32(weights.bar), "gate.bar": np.float32(gate.bar)}
    told["gate.weights"], told["gate.parts"] = gate.weights, _pack(list(gate.parts))
    told["gate.chances"] = np.array(list(gate.parts.values()), dtype=np.float32)
    for name in HEADS:
        told |= _small(name, net.straight if name == "straight" else getattr(weights, name))
    told |= _told("types", net.inner, list(net.inner.rows))
    table = told["types.table"]
    told["types.scale"] = np.abs(table).max(axis=0) / 127
    told["types.table"] = np.round(table / told["types.scale"]).astype(np.int8)
    for part in NET_PARTS:
        told[f"types.{part}"] = getattr(net, part).astype(np.float16)
    np.savez_compressed(path, **told)


def save_some(heads: Mapping[str, Head], path: Path) -> None:
    """Puts the weights of these heads in place of those that `path` has; the rest stays as it is."""
    with np.load(path) as told:
        kept = {name: told[name] for name in told.files}
    for name, head in heads.items():
        kept |= _small(name, head)
    np.savez_compressed(path, **kept)


def fit_some(which: str, rows: Sequence[Row]) -> dict[str, Head]:
    """The heads of the days, or those of both ends."""
    if which == "days":
        return {"days": fit_days(rows)}
    return dict(zip(("actors", "recipients"), fit_ends(rows), strict=True))


def _small(name: str, head: Head) -> dict[str, Any]:
    """A head without its small weights, as half floats."""
    told = _told(name, head, [o for o, n in head.rows.items() if np.abs(head.table[n]).max() > 0.02])
    return told | {f"{name}.table": told[f"{name}.table"].astype(np.float16)}


def _told(name: str, head: Head, rows: list[str]) -> dict[str, Any]:
    table = head.table[[head.rows[o] for o in rows]]
    return {f"{name}.rows": _pack(rows), f"{name}.table": table, f"{name}.names": _pack(list(head.names))}


def _pack(words: list[str]) -> Any:
    return np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)


def as_layer(row: Row) -> dict[str, Any]:
    """What find_events makes of one article, as the scorer reads it."""
    events = tuple(find_events(row.document, row.statements))
    return {"events": to_layers(row.document, Claims((), events, (), ()))["events"]}


def cross_validate(rows: list[Row], gate: Gate) -> dict[str, dict[str, Any]]:
    """Every article's events by weights that were made without it."""
    predicted = {}
    for k in range(FOLDS):
        weights = train([r for n, r in enumerate(rows) if n % FOLDS != k], gate)
        setattr(model, "load_weights", lambda weights=weights: weights)  # noqa: B010
        for row in rows[k::FOLDS]:
            predicted[row.document.article.name] = as_layer(row)
    return predicted


def load_unseen() -> list[Loaded]:
    """The annotated articles with the statements of weights that have not seen the article, as on any other."""
    from bench.unseen import unseen_statements

    documents, gold, statements = unseen_statements()
    return list(zip(documents, statements, gold, strict=True))


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--cv", action="store_true")
    options.add_argument(
        "--only", choices=("days", "ends"), help="fit what weighs days or names alone, and keep the rest"
    )
    options.add_argument("--out", type=Path, help="keep the predictions of --cv")
    args = options.parse_args()
    loaded = load_unseen()
    gate = model.load_weights().gate if args.only else fit_gate(loaded)
    rows = [make_row(x, gate) for x in loaded]
    path = Path(package.__file__).with_name("weights.npz")
    if args.only:
        save_some(fit_some(args.only, rows), path)
        return
    if not args.cv:
        save(train(rows, gate), path)
        return
    predicted = cross_validate(rows, gate)
    if args.out:
        args.out.write_text(json.dumps(predicted, ensure_ascii=False), encoding="utf-8")
    scorer = score_module()
    assert scorer is not None
    gold = {r.document.article.name: r.gold for r in rows[: measured()]}
    table = scorer.score(gold, {name: predicted[name] for name in gold}, rounds=0)
    for key, cell in table.items():
        if key.startswith("events"):
            parts = "".join(f" {100 * (cell.get(k) or 0):5.1f}" for k in ("precision", "recall") if k in cell)
            print(f"{key:28} {100 * (cell['value'] or 0):5.1f} {parts} {cell['n']:6}")


if __name__ == "__main__":
    main()
