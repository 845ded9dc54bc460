"""Chooses among the candidates: which name an act, of which type, with which status, on which day.

"pourrait rencontrer", AGREE rather than CONSULT; "a rencontré" → CONSULT, occurred.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.events import model
from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.dates import Calendar
from dragoman.extract.events.features import Observer
from dragoman.extract.events.triggers import Trigger, find_triggers
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
    triggers = find_triggers(document, weights.words)
    observer = Observer(document, accounts, {t.head: t for t in triggers if t.entries})
    told = [observer.observe(t) for t in triggers]
    if not told:
        return []
    heads = model.join(weights.types, weights.statuses, weights.days)
    edge = len(weights.types.names)
    end = edge + len(weights.statuses.names)
    sums = heads.add(told)
    types = model.softmax(sums[:, :edge])
    none = weights.types.names.index("")
    sure = 1 - types[:, none]
    types[:, none] = 0
    best = types.argmax(axis=1)
    kept = [n for n in range(len(told)) if sure[n] >= weights.bar]
    if not kept:
        return []
    more = heads.add([typed(told[n], weights.types.names[best[n]]) for n in kept])
    known = sums[kept] + more
    statuses = known[:, edge:end].argmax(axis=1)
    chances = model.softmax(known[:, end:])
    calendar = Calendar(document)
    out = []
    for k, n in enumerate(kept):
        type_ = weights.types.names[best[n]]
        kinds = dict(zip(weights.days.names, chances[k].tolist(), strict=True))
        out.append(
            Choice(
                triggers[n],
                type_,
                weights.statuses.names[statuses[k]],
                calendar.choose(triggers[n], kinds),
                round(float(sure[n]), 3),
            )
        )
    return out


def typed(told: list[str], type_: str) -> list[str]:
    """What the type adds to the observations: itself, and with each of those that tell time and mood."""
    return [f"T={type_}", *(f"T={type_}&{o}" for o in told if o.startswith(TELLING))]


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
