"""Versions of one matter that cannot both hold, by kind; precision before recall.

Trump: "la levée de toutes les sanctions"; Pyongyang: "une levée partielle" → Dispute(kind="scope").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.model.disputes import Dispute
from dragoman.model.meetings import Meeting
from dragoman.resolve.disputes.blames import find_blames, find_charge_leads
from dragoman.resolve.disputes.charges import find_charges, with_nearness
from dragoman.resolve.disputes.exchanges import find_exchange_leads, tell_exchanges
from dragoman.resolve.disputes.figures import find_figure_leads, tell_figures
from dragoman.resolve.disputes.outcomes import find_outcomes, find_verdicts
from dragoman.resolve.disputes.scopes import find_scope_leads, tell_scopes
from dragoman.resolve.disputes.versions import merge_disputes
from dragoman.resolve.reported import Charge, Reported
from dragoman.resolve.tellings import Tellings


def find_meeting_disputes(
    tellings: Tellings,
    meetings: tuple[Meeting, ...],
    reported: Mapping[str, Reported],
    charges: Iterable[Charge],
) -> tuple[Dispute, ...]:
    """How meetings ended, and by whose fault, by what is reported of them and all `charges` that may be about them."""
    return (
        *find_outcomes(tellings, meetings, reported),
        *find_blames(tellings, meetings, reported, charges),
    )


def settle_disputes(tellings: Tellings, found: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """What was found, each matter once, the sure ones first, then by first appearance."""
    # a version is known once one of its passages is told
    once = {
        d.id: d
        for d in merge_disputes(tellings, found)
        if all(any(tellings.is_by_now(tellings.article_of(c)) for c in v.claims) for v in d.versions)
    }

    def order(d: Dispute) -> tuple[bool, str, str]:
        return (not d.sure, min(v.first_on or "9999" for v in d.versions), d.id)

    return tuple(sorted(once.values(), key=order))


__all__ = [
    "find_charge_leads",
    "find_charges",
    "find_exchange_leads",
    "find_figure_leads",
    "find_meeting_disputes",
    "find_scope_leads",
    "find_verdicts",
    "settle_disputes",
    "tell_exchanges",
    "tell_figures",
    "tell_scopes",
    "with_nearness",
]
