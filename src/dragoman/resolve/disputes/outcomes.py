"""One side calls a meeting a success, another (or the press) calls it a failure.

The press: "la rencontre a tourné court"; KCNA: "une réussite" → outcome.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from dragoman.model.disputes import Dispute
from dragoman.model.meetings import Meeting, MeetingReport
from dragoman.model.spans import Span
from dragoman.resolve.accounts import Account, account
from dragoman.resolve.disputes.versions import by_party, make_dispute
from dragoman.resolve.labels import meeting_nouns
from dragoman.resolve.reported import Reported, Verdict
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

_OF_WHAT = re.compile(r"\s+(?:du|des|de la|de leurs?|de ces?|de cette|de l['’])\s*([\w-]+)")
# A judging word is about the meeting where it stands this near to its mention, in characters.
NEAR = 120
# Of these statuses is a meeting that one can judge.
HELD = ("held", "ongoing")


def find_outcomes(
    tellings: Tellings, meetings: tuple[Meeting, ...], reported: Mapping[str, Reported]
) -> list[Dispute]:
    """One dispute at most per meeting: who calls it a success against who calls it a failure."""
    out = []
    parts: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        parts[meeting.part_of or meeting.id].append(meeting)
    for meeting in meetings:
        if meeting.status not in HELD or (meeting.part_of and meeting.part_of in parts):
            continue
        reports = [report for part in parts[meeting.id] for report in part.reports]
        verdicts = [v for report in reports for v in reported[report].verdicts]
        good = [v.account for v in verdicts if v.idea == "success"]
        bad = [v.account for v in verdicts if v.idea == "failure"]
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


def find_verdicts(tellings: Tellings, report: MeetingReport) -> Iterator[Verdict]:
    """The passages that judge the meeting, where a judging word stands in the sentence of its mention."""
    if report.status not in HELD:
        return
    wordings = Wordings.load()
    text = tellings.text(report.article)
    for mention in report.mentions:
        sentence = tellings.sentence(report.article, mention.start)
        for idea in ("success", "failure"):
            found = wordings.find(idea, text[sentence.start : sentence.end])
            if not found:
                continue
            span = Span(sentence.start + found.start(), sentence.start + found.end())
            if max(span.start - mention.end, mention.start - span.end) > NEAR:
                continue
            if _is_of_another(text, span, report):
                continue
            if wordings.find("ahead", text[max(sentence.start, span.start - 40) : span.end]):
                continue
            statement = tellings.holder(report.article, span)
            if statement is not None:
                if statement.speaker is not None:
                    yield Verdict(idea, account(tellings, statement))
            elif tellings.holder(report.article, mention) is None:
                says = text[min(mention.start, span.start) : max(mention.end, span.end)]
                yield Verdict(idea, Account(report.article, span, says, tellings.id_of(report), None, None))


def _is_of_another(text: str, verdict: Span, report: MeetingReport) -> bool:
    """Whether the word is said of another meeting, named right after it: "depuis l'échec du sommet de Klow"."""
    found = _OF_WHAT.match(text, verdict.end)
    if found is None or found[1].lower().removesuffix("s") not in meeting_nouns():
        return False
    return not any(verdict.start <= m.start <= found.start(1) < m.end for m in report.mentions)
