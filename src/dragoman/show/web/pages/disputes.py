"""Disputed versions, side by side: whose it is, since when, from how many independent sources.

Trump: "la levée de toutes les sanctions"; Ri Yong-ho: "une levée partielle" → two columns under "étendue".
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.disputes import Dispute, Version
from dragoman.show.web.views import Facet, Ref, View


@dataclass(frozen=True, slots=True)
class DisputeCard:
    """A dispute: `versions` pairs each version with the sentences that it rests on."""

    dispute: Dispute
    versions: tuple[tuple[Version, tuple[Ref, ...]], ...]


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """`unsure` counts the disputes that are only shown when all are asked for."""

    cards: tuple[DisputeCard, ...]
    unsure: int
    facets: tuple[Facet, ...]


def gather(view: View) -> DisputesPage:
    """The page."""
    held, asked = view.selection, view.asked
    facets = (view.facet("kind", (d.kind for d in held.disputes), "kind"),)
    kept = [d for d in held.disputes if asked.get("kind") in (None, d.kind)]
    shown = kept if asked.get("all") else [d for d in kept if d.sure]
    return DisputesPage(
        tuple(DisputeCard(d, tuple((v, view.refs(v.claims)) for v in d.versions)) for d in shown),
        len(kept) - len(shown),
        facets,
    )
