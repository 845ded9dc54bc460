"""What a lead tells of a report is all that the telling of meetings asks of its article."""

from __future__ import annotations

import json

from dragoman.model.meetings import MeetingReport
from dragoman.model.spans import Span
from dragoman.resolve.accounts import Account
from dragoman.resolve.leads import Lead
from dragoman.resolve.reported import Charge, Outlook, Reported, Verdict, read_reported

REPORT = MeetingReport(
    article="a1", start=3, end=19, rule="meeting/sommet", confidence=0.7, label="le sommet d'Oslo", kind="summit",
    participants=("Norvège", "Suède"), date="2021-03-05", place="Oslo", status="held",
    mentions=(Span(3, 19), Span(40, 49)), host="Norvège", outcome="un accord", cancelled_by=None,
)  # fmt: skip


def test_a_report_goes_into_a_lead_and_comes_out_of_a_record_as_it_was() -> None:
    said = Account("a1", Span(50, 70), "Bergen a refusé", "s1", "Kari Moen", "Norvège", ("NTB",))
    reported = Reported(
        REPORT,
        ("sommet d'Oslo",),
        (Verdict("success", said),),
        (Outlook("Kari Moen", "hoped", "qu'il se tienne", "s2", None),),
        (Charge(said, "Norvège", frozenset({"Suède", "Danemark"}), near=True),),
    )
    told = json.loads(json.dumps(reported.told()))
    lead = Lead("meetings", ("meetings|Oslo",), "a1", "2021-03-06", REPORT.start, REPORT.id, told)
    again = read_reported(lead)
    assert again == reported
    assert again.report.id == REPORT.id
