"""Ledgers: the agreements, the measures and the channels that the talks leave, each with its life.

"la déclaration de Singapour" → signed on 12 June 2018, broken according to the one, kept according to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.ledgers import LedgerEntry
from dragoman.model.measures import Measure
from dragoman.show.web.views import Facet, Ref, View

Noun = Agreement | Measure | Channel
Life = tuple[tuple[LedgerEntry, Ref | None], ...]


@dataclass(frozen=True, slots=True)
class LedgersPage:
    """Each list pairs a noun with its life, each point of which has its sentence; the longest told first.

    `unnamed` counts what only shows when all is asked for: it tells too little of what it is.
    """

    agreements: tuple[tuple[Agreement, Life], ...]
    measures: tuple[tuple[Measure, Life], ...]
    channels: tuple[tuple[Channel, Life], ...]
    unnamed: int
    facets: tuple[Facet, ...]


def gather(view: View) -> LedgersPage:
    """The page."""
    story, asked = view.selection.story, view.asked
    everything = bool(asked.get("all"))
    states: tuple[Noun, ...] = (*story.agreements, *story.measures, *story.channels)
    facets = (view.facet("status", (n.state for n in states), "state"),)
    kept = [n for n in states if asked.get("status") in (None, n.state)]
    shown = [n for n in kept if everything or _is_telling(n)]
    shown.sort(key=lambda n: (-n.sources, -len(n.life), n.id))

    def life(entries: Sequence[LedgerEntry]) -> Life:
        return tuple((e, view.ref_at(e.article, e.start, e.end)) for e in entries)

    return LedgersPage(
        tuple((n, life(n.life)) for n in shown if isinstance(n, Agreement)),
        tuple((n, life(n.life)) for n in shown if isinstance(n, Measure)),
        tuple((n, life(n.life)) for n in shown if isinstance(n, Channel)),
        len(kept) - len(shown),
        facets,
    )


def _is_telling(noun: Noun) -> bool:
    """Whether it says who is concerned, and more than that it was told."""
    if isinstance(noun, Agreement):
        return bool(noun.parties or noun.date) and noun.state != "told"
    if isinstance(noun, Measure):
        return bool(noun.by or noun.on) and noun.state != "told"
    return len(noun.between) > 1 or noun.state != "told"
