"""One side calls a meeting a success, another (or the press) calls it a failure.

The press: "la rencontre a tourné court"; KCNA: "une réussite" → outcome.
"""

from __future__ import annotations

from dragoman.model.disputes import Dispute
from dragoman.model.meetings import Meeting
from dragoman.model.spans import Span
from dragoman.resolve.disputes.versions import Account, account, by_party, make_dispute
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

# A judging word is about the meeting where it stands this near to its mention, in characters.
NEAR = 120


def find_outcomes(tellings: Tellings, meetings: tuple[Meeting, ...]) -> list[Dispute]:
    """One dispute at most per meeting: who calls it a success against who calls it a failure."""
    out = []
    for meeting in meetings:
        if meeting.status not in ("held", "ongoing"):
            continue
        good, bad = _judgements(tellings, meeting, "success"), _judgements(tellings, meeting, "failure")
        praised = {a.party for a in good if a.party is not None}
        blamed = {a.party for a in bad}
        # who says both tells of its lights and shadows; who has no part in it is an observer
        sides = {*tellings.cast.sides(meeting.participants), None}
        both = praised & blamed
        praise = [a for a in good if a.party in (praised & sides) - both]
        blame = [a for a in bad if a.party in (blamed & sides) - both]
        if praise and blame:
            groups = [*by_party(blame).values(), *by_party(praise).values()]
            out.append(make_dispute(tellings, "outcome", meeting.label, groups))
    return out


def _judgements(tellings: Tellings, meeting: Meeting, idea: str) -> list[Account]:
    """The passages that judge the meeting, where a judging word stands in the sentence of its mention."""
    out = []
    wordings = Wordings.load()
    for report_id in meeting.reports:
        report = tellings.report(report_id)
        if report.status not in ("held", "ongoing"):
            continue
        text = tellings.text(report.article)
        for mention in report.mentions:
            sentence = tellings.sentence(report.article, mention.start)
            found = wordings.find(idea, text[sentence.start : sentence.end])
            if not found:
                continue
            span = Span(sentence.start + found.start(), sentence.start + found.end())
            if max(span.start - mention.end, mention.start - span.end) > NEAR:
                continue
            if wordings.find("ahead", text[max(sentence.start, span.start - 40) : span.end]):
                continue
            statement = tellings.holder(report.article, span)
            if statement is not None:
                if statement.speaker is not None:
                    out.append(account(tellings, statement))
            elif tellings.holder(report.article, mention) is None:
                says = text[min(mention.start, span.start) : max(mention.end, span.end)]
                out.append(Account(report.article, span, says, report.id, None, None))
    return out
