"""Each side holds the other responsible for how a meeting ended.

Trump: Pyongyang "avait exigé la levée de toutes les sanctions"; Kim: Washington "de mauvaise foi" → blame.
"""

from __future__ import annotations

from itertools import combinations

from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds
from dragoman.model.meetings import Meeting
from dragoman.resolve.disputes.versions import Account, account, by_party, make_dispute
from dragoman.resolve.tellings import Tellings

# What A tells of B's doings is laid to B's charge where it is one of these.
CHARGES = ("ACCUSE", "REJECT", "THREATEN")
# A charge counts for a meeting where its article came out within this many days after it.
AFTER = 120


def find_blames(tellings: Tellings, meetings: tuple[Meeting, ...]) -> list[Dispute]:
    """Mutual charges over one meeting, each in a sentence that names it or its place, or right after one."""
    out = []
    for meeting in meetings:
        if meeting.status not in ("held", "cancelled") or not meeting.date or meeting.part_of:
            continue
        charges = by_party(c for c in _charges(tellings, meeting))
        sides = sorted(tellings.cast.sides(meeting.participants))
        for a, b in combinations(sides, 2):
            if charges.get(a) and charges.get(b):
                out.append(make_dispute(tellings, "blame", meeting.label, [charges[a], charges[b]]))
    return out


def _charges(tellings: Tellings, meeting: Meeting) -> list[Account]:
    assert meeting.date
    held = bounds(meeting.date)
    sides = tellings.cast.sides(meeting.participants)
    out = []
    for report_id in meeting.reports:
        report = tellings.report(report_id)
        told = tellings.day_bounds(report.article)
        if not told or not 0 <= (told[1] - held[0]).days <= AFTER:
            continue
        for s in tellings.statements_of(report.article):
            by = tellings.cast.side(s.on_behalf_of or s.speaker)
            if by not in sides or not any(
                _close(tellings, report.article, m.start, s.start) for m in report.mentions
            ):
                continue
            others = sides - {by}
            for e in tellings.events_in(report.article, s.span):
                if (
                    e.type in CHARGES
                    and tellings.cast.sides(e.actors) & {by}
                    and tellings.cast.sides(e.recipients) & others
                ):
                    out.append(account(tellings, s))
                    break
    return out


def _close(tellings: Tellings, article: str, mention: int, statement: int) -> bool:
    """Whether the statement stands in the sentence of the mention or in one of the two after it."""
    span = tellings.sentence(article, mention)
    for _ in range(3):
        if span.start <= statement < span.end:
            return True
        span = tellings.sentence(article, span.end)
    return False
