"""Ledgers: the agreements, the measures and the channels that the talks leave, each with its life.

"la déclaration de Singapour" → signed on 12 June 2018, broken according to the one, kept according to the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.ledgers import LedgerEntry
from dragoman.model.measures import Measure
from dragoman.show.web.views import Facet, Pager, Ref, View

Noun = Agreement | Measure | Channel
CARDS = 12  # of each kind; the rest is a click away
POINTS = 12  # of a life; all of them are on its explanation
Life = tuple[tuple[LedgerEntry, Ref | None], ...]
KINDS = {"agreements": Agreement, "measures": Measure, "channels": Channel}


@dataclass(frozen=True, slots=True)
class LedgerCard:
    """An agreement, a measure or a channel: `life` are the last points of it, each with its sentence, `why` all."""

    noun: Noun
    life: Life
    why: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """All of one kind (agreements, measures, channels), the longest told first.

    `count` of them, `rest` the address of those not shown.
    """

    kind: str
    cards: tuple[LedgerCard, ...]
    count: int
    rest: str | None


@dataclass(frozen=True, slots=True)
class LedgersPage:
    """`ledgers` are one for each kind; where one kind is asked for it is alone, in parts (`pager`).

    `unnamed` counts what only shows when all is asked for: it tells too little of what it is.
    """

    ledgers: tuple[Ledger, ...]
    pager: Pager
    unnamed: int
    facets: tuple[Facet, ...]


def gather(view: View) -> LedgersPage:
    """The page."""
    story, asked = view.selection.story, view.asked
    states: tuple[Noun, ...] = (*story.agreements, *story.measures, *story.channels)
    facets = (
        view.facet("kind", (_kind(n) for n in states), "ledger"),
        view.facet("status", (n.state for n in states), "state"),
    )
    kept = [
        n for n in states if asked.get("status") in (None, n.state) and asked.get("kind") in (None, _kind(n))
    ]
    shown = [n for n in kept if asked.get("all") or is_telling_of(n)]
    shown.sort(key=lambda n: (-n.sources, -len(n.life), n.id))
    of = {kind: [n for n in shown if isinstance(n, noun)] for kind, noun in KINDS.items()}
    alone = asked.get("kind") or ""
    part, pager = view.part(of.get(alone, []))
    ledgers = tuple(
        Ledger(
            kind,
            tuple(_card(view, n) for n in (part if alone else found[:CARDS])),
            len(found),
            asked.here(view.path, kind=kind) if len(found) > CARDS and not alone else None,
        )
        for kind, found in of.items()
        if alone in ("", kind)
    )
    return LedgersPage(ledgers, pager, len(kept) - len(shown), facets)


def _card(view: View, noun: Noun) -> LedgerCard:
    points = noun.life[-POINTS:]
    return LedgerCard(
        noun, tuple((e, view.ref_at(e.article, e.start, e.end)) for e in points), view.why(noun.id)
    )


def _kind(noun: Noun) -> str:
    return next(kind for kind, of in KINDS.items() if isinstance(noun, of))


def is_telling_of(noun: Noun) -> bool:
    """Whether it says who is concerned, and more than that it was told; a measure may be told by several instead."""
    if isinstance(noun, Agreement):
        return bool(noun.parties or noun.date) and noun.state != "told"
    if isinstance(noun, Measure):
        return (bool(noun.by or noun.on) and noun.state != "told") or (
            bool(noun.by and noun.on) and noun.sources > 1
        )
    return len(noun.between) > 1 or noun.state != "told"
