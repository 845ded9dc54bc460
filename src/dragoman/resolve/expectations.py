"""What was said to come, and what became of it by a given day.

Pompeo hopes for a summit "peu après le Nouvel An" (20 December 2018); it is held on 27 February 2019 → met late.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting, MeetingReport
from dragoman.model.statements import Statement
from dragoman.resolve.ahead import attitude_of, clause_of, is_ahead
from dragoman.resolve.disputes.versions import shorten
from dragoman.resolve.horizons import find_horizon
from dragoman.resolve.outcomes import Outcome, outcome_of_meeting
from dragoman.resolve.reported import Outlook, Reported
from dragoman.resolve.tellings import Tellings

# A report of such a status tells of a meeting to come.
AHEAD = ("proposed", "planned")
# Of a meeting that was put off or called off, too, it may be said that it will be held.
OFF_OR_AHEAD = (*AHEAD, "postponed", "cancelled", "refused", "ongoing")
# Who says that "elle aura lieu" speaks of the meeting mentioned at most so many characters before.
BEFORE = 450
LONGEST = 160


def find_meeting_expectations(
    tellings: Tellings, meetings: tuple[Meeting, ...], reported: Mapping[str, Reported]
) -> tuple[Expectation, ...]:
    """That the meetings were to come, one for each meeting, article and speaker; states as of today."""
    out: list[Expectation] = []
    seen: set[str] = set()
    for meeting in meetings:
        for point in meeting.life:
            for o in reported[point.claim].outlooks:
                keys = (f"{meeting.id}|{point.article}|{o.by}", *((o.holder,) if o.holder else ()))
                if not seen.intersection(keys) and tellings.is_by_now(point.article):
                    made_on = o.on or point.on
                    outcome = outcome_of_meeting(tellings, meeting, o.horizon, made_on)
                    out.append(
                        make_expectation(point.claim, made_on, o.what, o.by, o.kind, o.horizon, outcome)
                    )
                seen.update(keys)
    return tuple(out)


def find_outlooks(tellings: Tellings, report: MeetingReport) -> Iterator[Outlook]:
    """Who says in the article that the meeting is to come: speakers, or the article once."""
    if report.status not in OFF_OR_AHEAD:
        return
    article, text, voiced = report.article, tellings.text(report.article), False
    told: set[str] = set()
    for mention in sorted(report.mentions, key=lambda m: tellings.holder(article, m) is None):
        holder = tellings.holder(article, mention)
        if report.status not in AHEAD or not is_ahead(tellings, article, mention, holder):
            continue
        if holder is not None:
            told.add(tellings.id_of(holder))
            yield _outlook(tellings, report, holder)
        elif not voiced:
            voiced = True
            clause = clause_of(tellings, article, mention)
            what = shorten(clause.of(text), LONGEST)
            span = tellings.sentence(article, mention.start)
            horizon = find_horizon(tellings, article, span, report.date)
            yield Outlook(None, report.status, what, "", horizon)
    for s in _taking_up(tellings, report):
        if tellings.id_of(s) not in told:
            yield _outlook(tellings, report, s)


def _outlook(tellings: Tellings, report: MeetingReport, holder: Statement) -> Outlook:
    return Outlook(
        by=_who_foresees(tellings, report, holder),
        kind=attitude_of(tellings, holder) or (report.status if report.status in AHEAD else "planned"),
        what=tellings.surface(holder),
        holder=tellings.id_of(holder),
        horizon=find_horizon(
            tellings,
            report.article,
            holder.span,
            report.date if report.status in AHEAD else None,
            holder.said_on,
        ),
        on=holder.said_on,
    )


def _who_foresees(tellings: Tellings, report: MeetingReport, holder: Statement) -> str | None:
    """Who says that they will meet: where an agency says that its state proposes it, who of it would."""
    by, cast = speaker_of(tellings, holder), tellings.cast
    if by is None or holder.speaker is None or cast.kind(holder.speaker) != "media":
        return by
    theirs = [p for p in report.participants if cast.kind(p) == "person" and cast.side(p) == by]
    return cast.name(theirs[0]) if len(theirs) == 1 else by


def _taking_up(tellings: Tellings, report: MeetingReport) -> Iterator[Statement]:
    """Statements that a meeting will be held, where the report's is the one mentioned last before."""
    article = report.article
    for s in tellings.once(article, "convening", _convening):
        before = [
            (m.start, r.id)
            for r in tellings.reports_of(article)
            for m in r.mentions
            if 0 <= s.end - m.start <= BEFORE + s.end - s.start
        ]
        if before and max(before)[1] == report.id:
            yield s


def _convening(tellings: Tellings, article: str) -> list[Statement]:
    """The statements that somebody will meet, whom or what ever they take up."""
    return [
        s
        for s in tellings.statements_of(article)
        if tellings.find_words(article, "convening", s.span) and is_ahead(tellings, article, s.span, s)
    ]


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
