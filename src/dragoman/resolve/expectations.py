"""What was said to come, and what became of it by a given day.

Pompeo hopes for a summit "peu après le Nouvel An" (20 December 2018); it is held on 27 February 2019 → met late.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting, MeetingReport
from dragoman.model.statements import Statement
from dragoman.resolve.horizons import find_horizon
from dragoman.resolve.outcomes import Coverage, Outcome, outcome_of_meeting
from dragoman.resolve.reported import Outlook, Reported
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


def find_meeting_expectations(
    tellings: Tellings, meetings: tuple[Meeting, ...], reported: Mapping[str, Reported], coverage: Coverage
) -> tuple[Expectation, ...]:
    """That the meetings were to come, one for each meeting, article and speaker; states as of today."""
    out: list[Expectation] = []
    seen: set[str] = set()
    for meeting in meetings:
        for point in meeting.life:
            for o in reported[point.claim].outlooks:
                keys = (f"{meeting.id}|{point.article}|{o.by}", *((o.holder,) if o.holder else ()))
                if not seen.intersection(keys) and tellings.is_by_now(point.article):
                    outcome = outcome_of_meeting(tellings, coverage, meeting, o.horizon, point.on)
                    out.append(
                        make_expectation(point.claim, point.on, o.what, o.by, o.kind, o.horizon, outcome)
                    )
                seen.update(keys)
    return tuple(out)


def find_outlooks(tellings: Tellings, report: MeetingReport) -> Iterator[Outlook]:
    """Who says in the article that the meeting is to come: speakers, or the article once."""
    if report.status not in AHEAD:
        return
    article, voiced = report.article, False
    for mention in sorted(report.mentions, key=lambda m: tellings.holder(article, m) is None):
        holder = tellings.holder(article, mention)
        if holder is None and (voiced or mention != report.mentions[0]):
            continue
        voiced = True
        yield Outlook(
            by=speaker_of(tellings, holder) if holder else None,
            kind=KINDS.get(holder.cue_class or "", report.status) if holder else report.status,
            what=tellings.surface(holder) if holder else report.label,
            holder=tellings.id_of(holder) if holder else "",
            horizon=find_horizon(
                tellings,
                article,
                holder.span if holder else tellings.sentence(article, mention.start),
                report.date,
            ),
        )


def speaker_of(tellings: Tellings, holder: Statement) -> str | None:
    """Who says that it will come; where an agency of one side tells it, the one who acts in what it tells."""
    if holder.speaker is None:
        return None
    if tellings.cast.kind(holder.speaker) == "media":
        for e in tellings.events_in(holder.article, holder.span):
            if e.actors:
                return tellings.cast.name(e.actors[0])
    return tellings.cast.name(holder.speaker)


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
