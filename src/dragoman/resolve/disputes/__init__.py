"""Versions of one matter that cannot both hold, by kind; precision before recall.

Trump: "la levée de toutes les sanctions"; Pyongyang: "une levée partielle" → Dispute(kind="scope").
"""

from __future__ import annotations

from dragoman.model.disputes import Dispute
from dragoman.model.meetings import Meeting
from dragoman.resolve.disputes.blames import find_blames
from dragoman.resolve.disputes.denials import find_denials
from dragoman.resolve.disputes.figures import find_figures
from dragoman.resolve.disputes.outcomes import find_outcomes
from dragoman.resolve.disputes.scopes import find_scopes
from dragoman.resolve.disputes.versions import merge_disputes
from dragoman.resolve.tellings import Tellings


def find_disputes(tellings: Tellings, meetings: tuple[Meeting, ...]) -> tuple[Dispute, ...]:
    """All disputes, the sure ones first, then by first appearance."""
    found = [
        *find_scopes(tellings),
        *find_outcomes(tellings, meetings),
        *find_blames(tellings, meetings),
        *find_denials(tellings),
        *find_figures(tellings),
    ]
    # a version is known once one of its passages is told
    once = {
        d.id: d
        for d in merge_disputes(tellings, found)
        if all(any(tellings.is_by_now(tellings.article_of(c)) for c in v.claims) for v in d.versions)
    }

    def order(d: Dispute) -> tuple[bool, str, str]:
        return (not d.sure, min(v.first_on or "9999" for v in d.versions), d.id)

    return tuple(sorted(once.values(), key=order))


__all__ = ["find_disputes"]
