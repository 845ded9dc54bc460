"""Chooses among the candidates: which name an act, of which type, with which status, on which day.

"pourrait rencontrer", AGREE rather than CONSULT; "a rencontré" → CONSULT, occurred.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.extract.events import model
from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.calendars import Calendar, in_order
from dragoman.extract.events.features import Observer
from dragoman.extract.events.pairs import crossed
from dragoman.extract.events.triggers import Trigger, find_triggers
from dragoman.extract.events.vectors import Vectors
from dragoman.model.documents import Document


@dataclass(frozen=True, slots=True)
class Choice:
    """A trigger taken for an act, with what the learned model reads off its surroundings."""

    trigger: Trigger
    type: str
    status: str
    date: str | None
    confidence: float


def choose(document: Document, accounts: Accounts) -> list[Choice]:
    """The candidates that name an act, in text order."""
    weights = model.load_weights()
    vectors = Vectors(document)
    triggers = candidates(document, vectors, weights.gate)
    observer = Observer(document, accounts, {t.head: t for t in triggers if t.entries})
    told = [observer.observe(t) for t in triggers]
    if not told:
        return []
    net, statuses = weights.types, weights.statuses
    days = crossed(weights.days).beside
    straight, inner, plain, beside = model.add_all((net.straight, net.inner, statuses, days), told)
    types = net.judge(straight, inner, vectors.around(triggers, accounts))
    none = net.names.index("")
    sure = 1 - types[:, none]
    types[:, none] = 0
    best = types.argmax(axis=1)
    kept = [n for n in range(len(told)) if sure[n] >= weights.bar]
    if not kept:
        return []
    more = add_typed(statuses, [(told[n], net.names[best[n]]) for n in kept])
    stands = (plain[kept] + more).argmax(axis=1)
    calendar = Calendar(document, accounts)
    out: dict[int, Choice] = {}
    for k in in_order(document, [triggers[n].head for n in kept]):
        n = kept[k]
        trigger, type_ = triggers[n], net.names[best[n]]
        status = statuses.names[stands[k]]
        around = beside[n] + days.table[days.rows.get(f"st={status}", -1)]
        date = calendar.choose(trigger, type_, standing(told[n], status), weights.days, around.tolist())
        out[k] = Choice(trigger, type_, status, date, round(float(sure[n]), 3))
    return [out[k] for k in sorted(out)]


def candidates(document: Document, vectors: Vectors, gate: model.Gate) -> list[Trigger]:
    """The words that the lexicon knows, and those that read like one."""
    passed = gate.let(vectors.rows[:-1], [t.pos for t in document.tokens])
    return find_triggers(document, frozenset(passed.nonzero()[0].tolist()))


def typed(told: list[str], type_: str) -> list[str]:
    """What the type adds to the observations: itself, and with each of those that tell time and mood."""
    return [f"T={type_}", *(f"T={type_}&{o}" for o in told if o.startswith(TELLING))]


NO_ROWS: dict[str, int] = {}


@lru_cache(maxsize=8)
def _typed_rows(head: model.Head) -> dict[str, dict[str, int]]:
    """The rows of what `typed` tells, by the type and the observation that it stands with; "" for the type itself."""
    out: dict[str, dict[str, int]] = {}
    for observation, row in head.rows.items():
        if observation.startswith("T="):
            type_, _, other = observation[2:].partition("&")
            out.setdefault(type_, {})[other] = row
    return out


def add_typed(head: model.Head, acts: Iterable[tuple[Sequence[str], str]]) -> model.Table:
    """What `head` adds up of `typed`, for the observations on each act and its type, without a word of it written."""
    rows = _typed_rows(head)
    found = []
    for told, type_ in acts:
        get = rows.get(type_, NO_ROWS).get
        found.append(dict.fromkeys((get(""), *map(get, told))))
    return head.sum(found)


def standing(told: list[str], status: str) -> list[str]:
    """What is observed on an act, its status among it: what was proposed seldom has a day, what occurred often."""
    return [*told, f"st={status}"]


# Observations of tense, determiner, time and account.
TELLING = (
    "l=",
    "wp=",
    "rep=",
    "t=",
    "vt=",
    "w=",
    "wd=",
    "in=",
    "det=",
    "neg=",
    "v=",
    "p=",
    "s1=",
    "cue=",
    "block=",
)
