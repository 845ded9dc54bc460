"""What was said to come, and what became of it by a given day.

Pompeo hopes for a summit "peu après le Nouvel An" (20 December 2018); it is held on 27 February 2019 → met late.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.resolve.outcomes import Outcome, outcome_of_meeting
from dragoman.resolve.reported import Reported
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import plain_words


def find_meeting_expectations(
    tellings: Tellings, meetings: tuple[Meeting, ...], reported: Mapping[str, Reported]
) -> tuple[Expectation, ...]:
    """That the meetings were to come, one for each meeting, article and speaker; states as of today.

    What copies of one dispatch say in the same words is one.
    """
    out: list[Expectation] = []
    seen: set[str] = set()
    for meeting in meetings:
        for point in meeting.life:
            for o in reported[point.claim].outlooks:
                print_ = (
                    f"{meeting.id}|{tellings.sources.cluster(point.article)}|{o.by}|{plain_words(o.what)}"
                )
                keys = (f"{meeting.id}|{point.article}|{o.by}", print_)
                if not seen.intersection(keys) and tellings.is_by_now(point.article):
                    made_on = o.on or point.on
                    outcome = outcome_of_meeting(tellings, meeting, o.horizon, made_on)
                    out.append(
                        make_expectation(
                            o.holder or o.claim or point.claim,
                            made_on,
                            o.what,
                            o.by,
                            o.kind,
                            o.horizon,
                            outcome,
                        )
                    )
                seen.update(keys)
    return tuple(out)


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
