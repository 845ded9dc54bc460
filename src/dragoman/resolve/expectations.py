"""What was said to come, and what became of it by a given day.

Pompeo hopes for a summit "peu après le Nouvel An" (20 December 2018); it is held on 27 February 2019 → met late.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator

from dragoman.model.claims import Claim
from dragoman.model.edtf import Day, bounds
from dragoman.model.events import Event
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.resolve.horizons import find_horizon
from dragoman.resolve.outcomes import FULFILS, Outcome, Outcomes
from dragoman.resolve.tellings import Tellings

# What kind of expectation a speaker's cue makes of what they say will come.
KINDS = {
    "hope": "hoped",
    "promise": "promised",
    "threaten": "threatened",
    "ask": "proposed",
    "plan": "planned",
}
# Cues whose content is wanted of others, or denied, rather than said to come.
NOT_TO_COME = ("ask", "deny", "accuse")

# What tells two expectations apart: the statement or clause that holds them, and the meeting, article and speaker.
Keys = tuple[str, ...]


def find_expectations(
    tellings: Tellings, meetings: tuple[Meeting, ...], as_of: str | None
) -> tuple[Expectation, ...]:
    """All expectations, in the order in which they were made; states as of `as_of` (EDTF)."""
    outcomes = Outcomes(tellings, bounds(as_of)[1] if as_of else Day.max)
    out: list[Expectation] = []
    seen: set[str] = set()
    for keys, e in [*_of_meetings(tellings, meetings, outcomes), *_of_events(tellings, outcomes)]:
        if not seen.intersection(keys) and tellings.is_by_now(tellings.article_of(e.claim)):
            out.append(e)
        seen.update(keys)
    return tuple(sorted(out, key=lambda e: (e.made_on or "9999", e.id)))


def _of_meetings(
    tellings: Tellings, meetings: tuple[Meeting, ...], outcomes: Outcomes
) -> Iterator[tuple[Keys, Expectation]]:
    """One for each meeting, article and speaker."""
    for meeting in meetings:
        for point in meeting.life:
            if point.status not in ("proposed", "planned"):
                continue
            report = tellings.report(point.claim)
            voiced = False
            for mention in sorted(report.mentions, key=lambda m: tellings.holder(report.article, m) is None):
                holder = tellings.holder(report.article, mention)
                if holder is None and (voiced or mention != report.mentions[0]):
                    continue
                voiced = True
                by = _speaker(tellings, holder) if holder else None
                kind = KINDS.get(holder.cue_class or "", point.status) if holder else point.status
                span = holder.span if holder else tellings.sentence(report.article, mention.start)
                horizon = find_horizon(tellings, report.article, span, report.date)
                outcome = outcomes.of_meeting(meeting, horizon, point.on, point.status == "planned")
                what = tellings.surface(holder) if holder else report.label
                keys = (f"{meeting.id}|{report.article}|{by}", *((holder.id,) if holder else ()))
                yield keys, _expectation(tellings, report, what, by, kind, horizon, outcome)


def _speaker(tellings: Tellings, holder: Statement) -> str | None:
    """Who says that it will come; where an agency of one side tells it, the one who acts in what it tells."""
    if holder.speaker is None:
        return None
    if tellings.cast.kind(holder.speaker) == "media":
        for e in tellings.events_in(holder.article, holder.span):
            if e.actors:
                return tellings.cast.name(e.actors[0])
    return tellings.cast.name(holder.speaker)


def _of_events(tellings: Tellings, outcomes: Outcomes) -> Iterator[tuple[Keys, Expectation]]:
    """What is planned, promised or hoped for, beside meetings; one for each statement or clause."""
    in_meetings: dict[str, list[Span]] = defaultdict(list)
    for r in tellings.meetings:
        in_meetings[r.article].extend(r.mentions)
    for event in tellings.events:
        if event.type not in FULFILS or not event.actors:
            continue
        if any(s.touches(event.span) for s in in_meetings.get(event.article, ())):
            continue
        holder = tellings.holder(event.article, event.span)
        cue = (holder.cue_class or "") if holder else ""
        hoped = cue in KINDS and event.status in ("planned", "proposed")
        threatened = cue == "threaten" and event.status == "hypothetical"
        if cue in NOT_TO_COME or not (event.status == "planned" or hoped or threatened):
            continue
        if _is_past(tellings, event):
            continue
        kind = KINDS.get(cue, "planned")
        by = event.according_to or (_speaker(tellings, holder) if holder else None) or event.actors[0]
        span = holder.span if holder else tellings.sentence(event.article, event.start)
        horizon = find_horizon(tellings, event.article, span, event.date)
        what = tellings.surface(holder) if holder else tellings.text(event.article)[event.start : span.end]
        keys = (holder.id if holder else f"{event.article}|{span.start}",)
        outcome = outcomes.of_event(event, horizon)
        yield keys, _expectation(tellings, event, what, tellings.cast.name(by), kind, horizon, outcome)


def _is_past(tellings: Tellings, event: Event) -> bool:
    """Whether its day lay behind when the article came out."""
    told = tellings.day_bounds(event.article)
    return bool(event.date and told) and bounds(event.date)[1] < told[0]  # type: ignore[index]


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
