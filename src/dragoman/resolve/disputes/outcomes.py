"""One side calls a meeting a success, another (or the press) calls it a failure.

The press: "la rencontre a tourné court"; KCNA: "une réussite" → outcome.
"""

from __future__ import annotations

from dragoman.model.disputes import Dispute
from dragoman.model.meetings import Meeting
from dragoman.model.spans import Span
from dragoman.resolve.disputes.versions import Account, account, make_dispute
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings


def find_outcomes(tellings: Tellings, meetings: tuple[Meeting, ...]) -> list[Dispute]:
    """One dispute at most per meeting: who calls it a success against who calls it a failure."""
    out = []
    for meeting in meetings:
        if meeting.status not in ("held", "ongoing"):
            continue
        good, bad = _judgements(tellings, meeting, "success"), _judgements(tellings, meeting, "failure")
        praised = {a.party for a in good if a.party is not None}
        blamed = {a.party for a in bad} - praised
        if not praised or not blamed:
            continue
        praise = [a for a in good if a.party in praised and a.party not in {b.party for b in bad}]
        blame = [a for a in bad if a.party in blamed]
        if praise and blame:
            out.append(make_dispute(tellings, "outcome", meeting.label, [blame, praise]))
    return out


def _judgements(tellings: Tellings, meeting: Meeting, idea: str) -> list[Account]:
    """The passages that judge the meeting, where a judging word stands in the clause of its mention."""
    out = []
    for report_id in meeting.reports:
        report = tellings.report(report_id)
        text = tellings.text(report.article)
        for mention in report.mentions:
            sentence = tellings.sentence(report.article, mention.start)
            found = Wordings.load().find(idea, text[sentence.start : sentence.end])
            if not found:
                continue
            span = Span(sentence.start + found.start(), sentence.start + found.end())
            if abs(span.start - mention.end) > 120 and abs(mention.start - span.end) > 120:
                continue
            statement = tellings.holder(report.article, span)
            if statement is not None:
                if statement.speaker is not None:
                    out.append(account(tellings, statement))
            elif tellings.holder(report.article, mention) is None:
                says = text[min(mention.start, span.start) : max(mention.end, span.end)]
                out.append(Account(report.article, span, says, report.id, None, None))
    return out
