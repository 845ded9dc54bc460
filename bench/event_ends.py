"""Who is at the ends of acts, as bench/train_events.py learns it from the annotated articles.

Two rounds, as for the days: in the first the acts before one have the actors and recipients of gold, in the second
those that weights which have not seen the article chose in the first, as on any other article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.event_heads import as_head, fit, unseen
from bench.event_rows import Row
from bench.goldsets import score_module
from bench.options import Example, fit_options

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.model import Head
from dragoman.extract.events.parties import Parties
from dragoman.extract.events.sets import make_sets, observed, weighing

PENALTY = 0.4
# An observation on a name is weighed where so many of the options have it.
SEEN = 4
# Names around an act whose sets are learned from.
RANKED = 6
# The names around an act with what is observed on each, those that gold has at this end, and the act's type.
End = tuple[dict[str, list[str]], tuple[str, ...], str]
# The actors and the recipients.
Both = tuple[tuple[str, ...], tuple[str, ...]]
# For each candidate of an article who was chosen, None where gold has no act.
Chosen = Sequence[Both | None]


def fit_ends(rows: Sequence[Row]) -> tuple[Head, Head]:
    """The weights of what is observed on sets of names: as actors, and as recipients."""
    first = [end_examples(row) for row in rows]
    chosen = unseen(
        rows, lambda some: _fit([first[n] for n in some]), lambda n, heads: choose_ends(rows[n], *heads)
    )
    return _fit([end_examples(row, told) for row, told in zip(rows, chosen, strict=True)])


def _fit(told: Sequence[tuple[list[End], list[End]]]) -> tuple[Head, Head]:
    actors, recipients = (
        as_head(fit_options(set_examples(end for ends in told for end in ends[k]), PENALTY, SEEN))
        for k in (0, 1)
    )
    return actors, recipients


def end_examples(row: Row, chosen: Chosen = ()) -> tuple[list[End], list[End]]:
    """The names around each act of gold, as its actors, and the others, as its recipients; what comes after an act
    knows those `chosen` for it, or those of gold."""
    scorer = score_module()
    assert scorer is not None
    same = scorer.Names(row.gold.get("aliases", {})).same
    parties = Parties(row.document, Accounts(row.statements))
    actors: list[End] = []
    recipients: list[End] = []
    for n, (trigger, act) in enumerate(zip(row.triggers, row.acts, strict=True)):
        if act is None:
            continue
        type_ = act["type"]
        around = parties.names(trigger, type_).told
        agents = tuple(x for x in around if any(same(g, x) for g in act["actors"]))
        others = {x: [*around[x], *parties.against(x, type_, agents)] for x in around if x not in agents}
        patients = tuple(x for x in others if any(same(g, x) for g in act.get("recipients") or ()))
        actors.append((around, agents, type_))
        recipients.append((others, patients, type_))
        parties.remember(trigger, type_, *((chosen[n] if chosen else None) or (agents, patients)))
    return actors, recipients


def choose_ends(row: Row, actor: Head, recipient: Head) -> list[Both | None]:
    """Who is at the ends of each act of gold by these weights."""
    parties = Parties(row.document, Accounts(row.statements))
    out: list[Both | None] = []
    for trigger, act in zip(row.triggers, row.acts, strict=True):
        roles = parties.find(trigger, act["type"], actor, recipient) if act is not None else None
        out.append((roles.actors, roles.recipients) if roles is not None else None)
    return out


def set_examples(ends: Iterable[End]) -> list[Example]:
    """The sets of names that may be at an end, of the names that a first look ranks highest, and which one is."""
    every = list(ends)
    told = [t for around, _, _ in every for t in around.values()]
    first = weighing(
        fit(told, ["yes" if n in right else "no" for around, right, _ in every for n in around], 1.0)
    ).one
    out: list[Example] = []
    for around, right, type_ in every:
        ranked = sorted(around, key=lambda n: -sum(first.get(o, 0.0) for o in set(around[n])))
        sets = list(make_sets(ranked[:RANKED]))
        out.append(([observed(s, around, type_) for s in sets], [set(s) == set(right) for s in sets]))
    return out
