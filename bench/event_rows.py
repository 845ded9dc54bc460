"""The annotated articles as bench/train_events.py learns from them: candidates, and what gold makes of each.

load_rows(set) → documents with statements and gold; make_row → Row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from bench.goldsets import gold_sets, load_gold, load_texts, remembering
from numpy.typing import NDArray

from dragoman.annotate import annotate_articles
from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.choices import candidates
from dragoman.extract.events.features import Observer
from dragoman.extract.events.model import Gate
from dragoman.extract.events.triggers import Trigger
from dragoman.extract.events.vectors import Vectors
from dragoman.extract.statements import find_statements
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span
from dragoman.model.statements import Statement

UNSURE = "?"
Loaded = tuple[Document, list[Statement], dict[str, Any]]
Table = NDArray[np.float32]


@dataclass
class Row:
    """One article with its gold and its candidates; `acts` holds the gold event of each candidate."""

    document: Document
    statements: list[Statement]
    gold: dict[str, Any]
    triggers: list[Trigger]
    told: list[list[str]]
    vectors: Table
    types: list[str]
    acts: list[dict[str, Any] | None]


def load_rows(name: str) -> list[Loaded]:
    """The annotated articles of a set with their statements and gold."""
    pairs = gold_sets()[name]
    gold = load_gold(pairs)
    documents = annotate_articles(load_texts(pairs), remembering)
    return [(d, find_statements(d), gold[d.article.name]) for d in documents]


def head_of(document: Document, span: Span) -> Token | None:
    """The word of `span` that governs the others."""
    tokens = document.tokens_in(span)
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head not in inside or t.head == t.i]
    content = [t for t in tops if t.pos in ("VERB", "NOUN", "ADJ", "PROPN", "AUX")]
    return next(iter(content or tops or tokens), None)


def make_row(loaded: Loaded, gate: Gate) -> Row:
    """The candidates of one article and what gold makes of each."""
    document, statements, gold = loaded
    vectors, accounts = Vectors(document), Accounts(statements)
    triggers = candidates(document, vectors, gate)
    observer = Observer(document, accounts, {t.head: t for t in triggers if t.entries})
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
    around = vectors.around(triggers, accounts)
    return Row(document, statements, gold, triggers, told, around, types, acts)


def _rank(trigger: Trigger, type_: str, head: Token | None) -> tuple[bool, bool, bool, int]:
    same = any(e.type == type_ for e in trigger.entries)
    return not same, not trigger.entries, head is None or trigger.head != head.i, trigger.head
