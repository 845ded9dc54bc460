"""What was said to come, and what became of it by a given day.

Pompeo hopes for a summit "peu après le Nouvel An" (20 December 2018); it is held on 27 February 2019 → met late.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.claims import Claim
from dragoman.model.edtf import Day, bounds
from dragoman.model.events import Event
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.resolve.horizons import find_horizon
from dragoman.resolve.tellings import Tellings, stems

# What kind of expectation a speaker's cue makes of what they say will come.
KINDS = {
    "hope": "hoped",
    "promise": "promised",
    "threaten": "threatened",
    "ask": "proposed",
    "plan": "planned",
}
# An act is carried out by one of these (an announced release by a release, an accord by its signing).
FULFILS = {
    "AGREE": ("AGREE", "SUPPORT"),
    "CONCEDE": ("RETREAT", "CONCEDE"),
    "SUPPORT": ("SUPPORT",),
    "CONSULT": ("CONSULT",),
    "SANCTION": ("SANCTION",),
    "COOPERATE": ("COOPERATE",),
    "AID": ("AID",),
    "RETREAT": ("RETREAT",),
    "MOBILIZE": ("MOBILIZE",),
    "COERCE": ("COERCE",),
    "ASSAULT": ("ASSAULT",),
}
# Cues whose content is wanted of others, or denied, rather than said to come.
NOT_TO_COME = ("ask", "deny", "accuse")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What settled an expectation."""

    state: str
    by: str | None = None
    on: str | None = None


def find_expectations(
    tellings: Tellings, meetings: tuple[Meeting, ...], as_of: str | None
) -> tuple[Expectation, ...]:
    """All expectations, in the order in which they were made; states as of `as_of` (EDTF)."""
    today = bounds(as_of)[1] if as_of else Day.max
    out: dict[str, Expectation] = {}
    for key, e in [*_of_meetings(tellings, meetings, today), *_of_events(tellings, today)]:
        out.setdefault(key, e)
    return tuple(sorted(out.values(), key=lambda e: (e.made_on or "9999", e.id)))


def _of_meetings(
    tellings: Tellings, meetings: tuple[Meeting, ...], today: Day
) -> Iterator[tuple[str, Expectation]]:
    """One for each meeting, article and speaker."""
    for meeting in meetings:
        for point in meeting.life:
            if point.status not in ("proposed", "planned"):
                continue
            report = tellings.report(point.claim)
            for mention in report.mentions:
                holder = tellings.holder(report.article, mention)
                if holder is not None or mention == report.mentions[0]:
                    by = tellings.cast.name(holder.speaker) if holder and holder.speaker else None
                    kind = KINDS.get(holder.cue_class or "", point.status) if holder else point.status
                    span = holder.span if holder else tellings.sentence(report.article, mention.start)
                    horizon = find_horizon(tellings, report.article, span, report.date)
                    outcome = _outcome_of_meeting(tellings, meeting, horizon, point.on, today)
                    what = tellings.surface(holder) if holder else report.label
                    key = f"{meeting.id}|{report.article}|{by}"
                    yield key, _expectation(tellings, report, what, by, kind, horizon, outcome)


def _outcome_of_meeting(
    tellings: Tellings, meeting: Meeting, horizon: str | None, made_on: str | None, today: Day
) -> Outcome:
    """What articles later than the expectation say of the meeting."""
    later = [
        p
        for p in meeting.life
        if p.on and made_on and bounds(made_on)[1] < bounds(p.on)[1] and bounds(p.on)[0] <= today
    ]
    if any(p.status in ("held", "ongoing") for p in later):
        on = meeting.date or next(p.on for p in later if p.status in ("held", "ongoing"))
        return Outcome("met late" if _late(on, horizon) else "met", meeting.id, on)
    if any(p.status in ("cancelled", "refused") for p in later):
        return Outcome("overtaken", meeting.id, later[-1].on)
    return _unsettled(tellings, horizon, tellings.cast.sides(meeting.participants), today)


def _of_events(tellings: Tellings, today: Day) -> Iterator[tuple[str, Expectation]]:
    """What is planned, promised or hoped for, beside meetings; one for each statement or clause."""
    in_meetings = {(r.article, span) for r in tellings.meetings for span in r.mentions}
    for event in tellings.events:
        if event.type not in FULFILS or not event.actors:
            continue
        if any(a == event.article and s.touches(event.span) for a, s in in_meetings):
            continue
        holder = tellings.holder(event.article, event.span)
        cue = (holder.cue_class or "") if holder else ""
        hoped = cue in KINDS and event.status in ("planned", "proposed")
        threatened = cue == "threaten" and event.status == "hypothetical"
        if cue in NOT_TO_COME or not (event.status == "planned" or hoped or threatened):
            continue
        kind = KINDS.get(cue, "planned")
        by = event.according_to or (holder.speaker if holder else None) or event.actors[0]
        span = holder.span if holder else tellings.sentence(event.article, event.start)
        horizon = find_horizon(tellings, event.article, span, event.date)
        outcome = _outcome_of_event(tellings, event, horizon, today)
        what = tellings.surface(holder) if holder else tellings.text(event.article)[event.start : span.end]
        key = holder.id if holder else f"{event.article}|{span.start}"
        yield key, _expectation(tellings, event, what, tellings.cast.name(by), kind, horizon, outcome)


def _outcome_of_event(tellings: Tellings, event: Event, horizon: str | None, today: Day) -> Outcome:
    """The first later act of the same sides that carries it out."""
    made = tellings.day_bounds(event.article)
    sides = tellings.cast.sides(event.actors)
    others = tellings.cast.sides(event.recipients)
    words = stems(tellings.surface(event))
    for other in tellings.events:
        told = tellings.day_bounds(other.article)
        if other.status != "occurred" or other.type not in FULFILS[event.type] or not made or not told:
            continue
        if told[0] <= made[1] or told[0] > today or (other.date and bounds(other.date)[1] <= made[0]):
            continue
        # an accord is carried out by an accord, not by any readiness to talk
        if other.type == "AGREE" and not words & stems(tellings.surface(other)):
            continue
        both = tellings.cast.sides((*other.actors, *other.recipients))
        if not sides <= both or (others and not others & both):
            continue
        on = other.date or tellings.day(other.article)
        return Outcome("met late" if _late(on, horizon) else "met", other.id, on)
    return _unsettled(tellings, horizon, sides, today)


def _late(on: str | None, horizon: str | None) -> bool:
    return bool(on and horizon) and bounds(on)[0] > bounds(horizon)[1]


def _unsettled(tellings: Tellings, horizon: str | None, sides: frozenset[str], today: Day) -> Outcome:
    """Open before its horizon; past it, lapsed where later coverage of the same sides tells nothing of it."""
    if not horizon or bounds(horizon)[1] >= today:
        return Outcome("open")
    term = bounds(horizon)[1]
    covered = any(_tells_later(tellings, e, sides, term, today) for e in tellings.events)
    return Outcome("lapsed" if covered else "unknown")


def _tells_later(tellings: Tellings, event: Event, sides: frozenset[str], term: Day, today: Day) -> bool:
    told = tellings.day_bounds(event.article)
    within = told is not None and term < told[0] <= today
    return within and sides <= tellings.cast.sides((*event.actors, *event.recipients))


def _expectation(
    tellings: Tellings,
    claim: Claim,
    what: str,
    by: str | None,
    kind: str,
    horizon: str | None,
    outcome: Outcome,
) -> Expectation:
    return Expectation(
        id="x" + hashlib.sha256(f"{claim.id}|{by}".encode()).hexdigest()[:10],
        claim=claim.id,
        what=" ".join(what.split()),
        by=by,
        kind=kind,
        made_on=tellings.day(claim.article),
        horizon=horizon,
        state=outcome.state,
        met_by=outcome.by,
        met_on=outcome.on,
    )
