"""Each side holds the other responsible for how a meeting ended.

Trump: Pyongyang "avait exigé la levée de toutes les sanctions"; Kim: Washington "de mauvaise foi" → blame.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds
from dragoman.model.meetings import Meeting
from dragoman.model.statements import Statement
from dragoman.resolve.cast import fold
from dragoman.resolve.disputes.versions import Account, account, by_party, make_dispute
from dragoman.resolve.leads import Lead
from dragoman.resolve.places import place_key
from dragoman.resolve.tellings import Tellings

# What A tells of B's doings is laid to B's charge where it is one of these.
CHARGES = ("ACCUSE", "REJECT", "THREATEN")
# A charge counts for a meeting where its article came out within this many days after it.
AFTER = 120
# A meeting that an article begins with is what its charges are about.
LEAD = 400
_PLACE = re.compile(r"\b(?:à|au|de|du|d['’])\s?([A-ZÀ-Ý][\w-]+)")


def find_blames(tellings: Tellings, meetings: tuple[Meeting, ...]) -> list[Dispute]:
    """Mutual charges over one meeting.

    Each stands near its mention, names its place, or is told in an article that begins with it.
    """
    if not any(m.status in ("held", "cancelled") and m.date for m in meetings):
        return []
    charges = _all_charges(tellings)
    by_place: dict[str, list[Statement]] = defaultdict(list)
    for s in tellings.statements:
        if id(s) not in charges:
            continue
        for word in set(fold(tellings.surface(s)).split()):
            by_place[word].append(s)
    out = []
    for meeting in meetings:
        sides = tellings.cast.sides(meeting.participants)
        if meeting.status not in ("held", "cancelled") or not meeting.date or meeting.part_of:
            continue
        told = by_party(_charges(tellings, meeting, sides, charges, by_place))
        for a, b in combinations(sorted(sides), 2):
            if told.get(a) and told.get(b):
                out.append(make_dispute(tellings, "blame", meeting.label, [told[a], told[b]]))
    return out


def find_charge_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's charges that name a place: they may be about a meeting there that others tell of."""
    for s in tellings.statements_of(article):
        places = dict.fromkeys(m[1] for m in _PLACE.finditer(tellings.surface(s)))
        if places and _charged(tellings, s):
            for place in places:
                key = f"meetings|{place_key(place)}"
                yield Lead("meetings", (key,), article, tellings.day(article), s.start, s.id)


def _all_charges(tellings: Tellings) -> dict[int, frozenset[str]]:
    """The statements (by identity) that lay something to another side's charge, with those sides."""
    return {id(s): charged for s in tellings.statements if (charged := _charged(tellings, s))}


def _charged(tellings: Tellings, s: Statement) -> frozenset[str]:
    """The other sides to whose charge a statement lays something."""
    by = tellings.cast.side(s.on_behalf_of or s.speaker)
    charged: set[str] = set()
    for e in tellings.events_in(s.article, s.span) if by else ():
        if e.type in CHARGES and e.status in ("occurred", "ongoing") and by in tellings.cast.sides(e.actors):
            charged |= tellings.cast.sides(e.recipients) - {by}
    return frozenset(charged)


def _charges(
    tellings: Tellings,
    meeting: Meeting,
    sides: frozenset[str],
    charges: Mapping[int, frozenset[str]],
    by_place: Mapping[str, Sequence[Statement]],
) -> Iterator[Account]:
    """The charges of one side of the meeting against another that are about it."""
    seen: set[int] = set()
    for s in (*_near(tellings, meeting), *(by_place.get(fold(meeting.place), ()) if meeting.place else ())):
        if id(s) in seen or id(s) not in charges:
            continue
        by = tellings.cast.side(s.on_behalf_of or s.speaker)
        if by not in sides or not charges[id(s)] & (sides - {by}):
            continue
        seen.add(id(s))
        if _follows(tellings, s.article, meeting):
            yield account(tellings, s)


def _near(tellings: Tellings, meeting: Meeting) -> Iterator[Statement]:
    """The statements near its mentions, and all those of an article that begins with it."""
    for report_id in meeting.reports:
        report = tellings.report(report_id)
        leads = report.status == "held" and report.mentions[0].start < LEAD and report.kind == meeting.kind
        for s in tellings.statements_of(report.article):
            if leads or any(_close(tellings, report.article, m.start, s.start) for m in report.mentions):
                yield s


def _follows(tellings: Tellings, article: str, meeting: Meeting) -> bool:
    assert meeting.date
    told = tellings.day_bounds(article)
    return told is not None and 0 <= (told[1] - bounds(meeting.date)[0]).days <= AFTER


def _close(tellings: Tellings, article: str, mention: int, statement: int) -> bool:
    """Whether the statement stands in the sentence of the mention or in one of the two after it."""
    span = tellings.sentence(article, mention)
    for _ in range(3):
        if span.start <= statement < span.end:
            return True
        span = tellings.sentence(article, span.end)
    return False
