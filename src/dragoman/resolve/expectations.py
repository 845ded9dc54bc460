"""What was said to come, and what became of it by a given day.

Pompeo hopes for a summit "peu après le Nouvel An" (20 December 2018); it is held on 27 February 2019 → met late.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from dragoman.model.claims import Claim
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.model.statements import Statement
from dragoman.resolve.horizons import find_horizon
from dragoman.resolve.outcomes import Coverage, Outcome, outcome_of_meeting
from dragoman.resolve.tellings import Tellings

# What kind of expectation a speaker's cue makes of what they say will come.
KINDS = {
    "hope": "hoped",
    "promise": "promised",
    "threaten": "threatened",
    "ask": "proposed",
    "plan": "planned",
}
# A report of such a status tells of a meeting to come.
AHEAD = ("proposed", "planned")
# What tells two expectations apart: the statement that holds them, and the meeting, article and speaker.
Keys = tuple[str, ...]


def find_meeting_expectations(
    tellings: Tellings, meetings: tuple[Meeting, ...], coverage: Coverage
) -> tuple[Expectation, ...]:
    """That the meetings were to come, one for each meeting, article and speaker; states as of today."""
    out: list[Expectation] = []
    seen: set[str] = set()
    for keys, e in _of_meetings(tellings, meetings, coverage):
        if not seen.intersection(keys) and tellings.is_by_now(tellings.report(e.claim).article):
            out.append(e)
        seen.update(keys)
    return tuple(out)


def _of_meetings(
    tellings: Tellings, meetings: tuple[Meeting, ...], coverage: Coverage
) -> Iterator[tuple[Keys, Expectation]]:
    for meeting in meetings:
        for point in meeting.life:
            if point.status not in AHEAD:
                continue
            report = tellings.report(point.claim)
            voiced = False
            for mention in sorted(report.mentions, key=lambda m: tellings.holder(report.article, m) is None):
                holder = tellings.holder(report.article, mention)
                if holder is None and (voiced or mention != report.mentions[0]):
                    continue
                voiced = True
                by = speaker_of(tellings, holder) if holder else None
                kind = KINDS.get(holder.cue_class or "", point.status) if holder else point.status
                span = holder.span if holder else tellings.sentence(report.article, mention.start)
                horizon = find_horizon(tellings, report.article, span, report.date)
                outcome = outcome_of_meeting(tellings, coverage, meeting, horizon, point.on)
                what = tellings.surface(holder) if holder else report.label
                keys = (f"{meeting.id}|{report.article}|{by}", *((holder.id,) if holder else ()))
                yield keys, _expectation(tellings, report, what, by, kind, horizon, outcome)


def speaker_of(tellings: Tellings, holder: Statement) -> str | None:
    """Who says that it will come; where an agency of one side tells it, the one who acts in what it tells."""
    if holder.speaker is None:
        return None
    if tellings.cast.kind(holder.speaker) == "media":
        for e in tellings.events_in(holder.article, holder.span):
            if e.actors:
                return tellings.cast.name(e.actors[0])
    return tellings.cast.name(holder.speaker)


def _expectation(
    tellings: Tellings,
    claim: Claim,
    what: str,
    by: str | None,
    kind: str,
    horizon: str | None,
    outcome: Outcome,
) -> Expectation:
    return make_expectation(claim.id, tellings.day(claim.article), what, by, kind, horizon, outcome)


def make_expectation(
    claim: str,
    made_on: str | None,
    what: str,
    by: str | None,
    kind: str,
    horizon: str | None,
    outcome: Outcome,
) -> Expectation:
    """What one claim says is to come, with what became of it."""
    return Expectation(
        id="x" + hashlib.sha256(f"{claim}|{by}".encode()).hexdigest()[:10],
        claim=claim,
        what=" ".join(what.split()),
        by=by,
        kind=kind,
        made_on=made_on,
        horizon=horizon,
        state=outcome.state,
        met_by=outcome.by,
        met_on=outcome.on,
    )
