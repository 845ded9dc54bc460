"""Disputed versions, side by side: whose it is, since when, from how many independent sources.

Trump: "la levée de toutes les sanctions"; Ri Yong-ho: "une levée partielle" → two columns under "étendue".
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.disputes import Dispute, Version
from dragoman.show.briefs import latest_disputes
from dragoman.show.web.views import Facet, Pager, Ref, View

CARDS = 20  # on one page


@dataclass(frozen=True, slots=True)
class DisputeCard:
    """A dispute: `versions` pairs each version with the sentences that it rests on; `why` tells of all of it."""

    dispute: Dispute
    versions: tuple[tuple[Version, str, tuple[Ref, ...]], ...]
    why: str


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """The latest first; `unsure` counts the disputes that are only shown when all are asked for."""

    cards: tuple[DisputeCard, ...]
    pager: Pager
    unsure: int
    facets: tuple[Facet, ...]


def gather(view: View) -> DisputesPage:
    """The page."""
    held, asked = view.selection, view.asked
    facets = (view.facet("kind", (d.kind for d in held.disputes), "kind"),)
    kept = [d for d in held.disputes if asked.get("kind") in (None, d.kind)]
    shown = kept if asked.get("all") else [d for d in kept if d.sure]
    part, pager = view.part(latest_disputes(shown), CARDS)
    return DisputesPage(
        tuple(DisputeCard(d, tuple(map(view.version, d.versions)), view.why(d.id)) for d in part),
        pager,
        len(kept) - len(shown),
        facets,
    )
