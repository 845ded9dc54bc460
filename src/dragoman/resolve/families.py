"""The parts of a story, each with the leads that an article gives to it and the telling of a block of them.

"acts": an event is a lead under its type, its month and its actors; a block of them is told as happenings.

A block is told from its leads alone: what the telling needs of a text or a claim, the lead tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.model.edtf import Day, bounds
from dragoman.model.stories import Story
from dragoman.resolve.deadlocks import find_deadlock_leads, standing_until, tell_deadlocks
from dragoman.resolve.disputes import (
    find_charge_leads,
    find_charges,
    find_exchange_leads,
    find_figure_leads,
    find_meeting_disputes,
    find_scope_leads,
    find_verdicts,
    tell_exchanges,
    tell_figures,
    tell_scopes,
    with_nearness,
)
from dragoman.resolve.expectations import find_meeting_expectations
from dragoman.resolve.happenings import find_act_leads, tell_acts
from dragoman.resolve.labels import find_ordinal, find_phrases
from dragoman.resolve.leads import Block, Lead
from dragoman.resolve.ledgers import (
    find_agreement_leads,
    find_channel_leads,
    find_measure_leads,
    tell_agreement,
    tell_channel,
    tell_measure,
)
from dragoman.resolve.meetings import find_meeting_keys, resolve_meetings
from dragoman.resolve.outlooks import find_outlooks
from dragoman.resolve.promises import find_promise_leads, tell_promises
from dragoman.resolve.reported import CHARGE, REPORT, Reported, read_charges, read_reported
from dragoman.resolve.shifts import find_shift_leads, tell_shifts
from dragoman.resolve.tellings import Tellings


@dataclass(frozen=True, slots=True)
class Family:
    """`find` takes the tellings and an article's id, `tell` a block and the tellings, of which it asks no claim.

    `turns` are the days after which a block is told otherwise, where its story does not tell them.
    """

    name: str
    find: Callable[[Tellings, str], Iterator[Lead]]
    tell: Callable[[Block, Tellings], Story]
    turns: Callable[[Block], Iterator[Day]] | None = None


def _find_meeting_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The reports of an article, with all that the telling asks of it, and its charges."""
    charges = find_charges(tellings, article)
    for report in tellings.reports_of(article):
        reported = Reported(
            report,
            tuple(find_phrases(tellings, report)),
            tuple(find_verdicts(tellings, report)),
            tuple(find_outlooks(tellings, report)),
            tuple(with_nearness(tellings, report, charges)),
            find_ordinal(tellings, report),
        )
        keys = find_meeting_keys(tellings, report)
        day, claim = tellings.day(article), tellings.id_of(report)
        yield Lead("meetings", keys, article, day, report.start, claim, reported.told())
    yield from find_charge_leads(tellings, article, charges)


def _tell_meetings(block: Block, tellings: Tellings) -> Story:
    """The meetings, what was said of how they ended, and that they were to come."""
    told = [read_reported(lead) for lead in block if lead.told[0] == REPORT]
    reported = {r.report.id: r for r in told}
    charges = {
        c.account.claim: c
        for charged in (
            *(r.charges for r in told),
            *(read_charges(lead.told[1]) for lead in block if lead.told[0] == CHARGE),
        )
        for c in charged
    }
    meetings = resolve_meetings(tellings, reported)
    return Story(
        meetings=meetings,
        disputes=find_meeting_disputes(tellings, meetings, reported, charges.values()),
        expectations=find_meeting_expectations(tellings, meetings, reported),
    )


FAMILIES = {
    family.name: family
    for family in (
        Family("meetings", _find_meeting_leads, _tell_meetings),
        Family("scopes", find_scope_leads, tell_scopes),
        Family("figures", find_figure_leads, tell_figures),
        Family("exchanges", find_exchange_leads, tell_exchanges),
        Family("promises", find_promise_leads, tell_promises),
        Family("shifts", find_shift_leads, tell_shifts),
        Family("acts", find_act_leads, tell_acts),
        Family("agreements", find_agreement_leads, tell_agreement),
        Family("measures", find_measure_leads, tell_measure),
        Family("channels", find_channel_leads, tell_channel),
        Family("deadlocks", find_deadlock_leads, tell_deadlocks, turns=standing_until),
    )
}


def find_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """All that an article has to say to any part of the story."""
    for family in FAMILIES.values():
        yield from family.find(tellings, article)


def tell_block(block: Block, tellings: Tellings) -> Story:
    """What a block of leads tells: a part of a story, its disputes not yet settled with those of other blocks."""
    return FAMILIES[block[0].family].tell(block, tellings)


def turning_days(block: Block, story: Story) -> set[Day]:
    """The days after which the block is told otherwise though nothing new is said."""
    turns = FAMILIES[block[0].family].turns
    unsettled = (e.horizon for e in story.expectations if e.met_by is None and e.horizon)
    return {*(turns(block) if turns else ()), *(bounds(horizon)[1] for horizon in unsettled)}
