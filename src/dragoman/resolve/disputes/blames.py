"""Each side holds the other responsible for how a meeting ended.

Trump: Pyongyang "avait exigé la levée de toutes les sanctions"; Kim: Washington "de mauvaise foi" → blame.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds
from dragoman.model.meetings import Meeting, MeetingReport
from dragoman.model.statements import Statement
from dragoman.resolve.accounts import Account, account
from dragoman.resolve.cast import fold
from dragoman.resolve.disputes.versions import by_party, make_dispute
from dragoman.resolve.leads import Lead
from dragoman.resolve.places import place_key
from dragoman.resolve.reported import CHARGE, Charge, Reported, pack_charges
from dragoman.resolve.tellings import Tellings

# What A tells of B's doings is laid to B's charge where it is one of these.
CHARGES = ("ACCUSE", "REJECT", "THREATEN")
# A charge counts for a meeting where its article came out within this many days after it.
AFTER = 120
# A meeting that an article begins with is what its charges are about.
LEAD = 400
_PLACE = re.compile(r"\b(?:à|au|de|du|d['’])\s?([A-ZÀ-Ý][\w-]+)")


def find_blames(
    tellings: Tellings,
    meetings: tuple[Meeting, ...],
    reported: Mapping[str, Reported],
    charges: Iterable[Charge],
) -> list[Dispute]:
    """Mutual charges over one meeting.

    Each stands near its mention, names its place, or is told in an article that begins with it.
    """
    blamed = [m for m in meetings if m.status in ("held", "cancelled") and m.date and not m.part_of]
    if not blamed:
        return []
    by_place: dict[str, list[Charge]] = defaultdict(list)
    for charge in charges:
        for word in set(fold(charge.account.says).split()):
            by_place[word].append(charge)
    out = []
    for meeting in blamed:
        sides = tellings.cast.sides(meeting.participants)
        told = by_party(_accounts(tellings, meeting, sides, reported, by_place))
        for a, b in combinations(sorted(sides), 2):
            if told.get(a) and told.get(b):
                out.append(make_dispute(tellings, "blame", meeting.label, [told[a], told[b]]))
    return out


def find_charges(tellings: Tellings, article: str) -> list[Charge]:
    """What sides lay to each other's charge in an article, in text order."""
    out = []
    for s in tellings.statements_of(article):
        by = tellings.cast.side(s.on_behalf_of or s.speaker)
        if by and (charged := _charged(tellings, s, by)):
            out.append(Charge(account(tellings, s), by, charged, near=False))
    return out


def with_nearness(tellings: Tellings, report: MeetingReport, charges: Iterable[Charge]) -> list[Charge]:
    """The charges of the report's article, with which of them stand near a mention of its meeting."""
    return [
        replace(
            c,
            near=any(
                _close(tellings, report.article, m.start, c.account.span.start) for m in report.mentions
            ),
        )
        for c in charges
    ]


def find_charge_leads(tellings: Tellings, article: str, charges: Sequence[Charge]) -> Iterator[Lead]:
    """The article's charges that name a place: they may be about a meeting there that others tell of."""
    for charge in charges:
        claim, start = charge.account.claim, charge.account.span.start
        for place in dict.fromkeys(m[1] for m in _PLACE.finditer(charge.account.says)):
            key = f"meetings|{place_key(place)}"
            told = (CHARGE, pack_charges(charges))
            yield Lead("meetings", (key,), article, tellings.day(article), start, claim, told)


def _charged(tellings: Tellings, s: Statement, by: str) -> frozenset[str]:
    """The other sides to whose charge a statement of the side `by` lays something."""
    charged: set[str] = set()
    for e in tellings.events_in(s.article, s.span):
        if e.type in CHARGES and e.status in ("occurred", "ongoing") and by in tellings.cast.sides(e.actors):
            charged |= tellings.cast.sides(e.recipients) - {by}
    return frozenset(charged)


def _accounts(
    tellings: Tellings,
    meeting: Meeting,
    sides: frozenset[str],
    reported: Mapping[str, Reported],
    by_place: Mapping[str, Sequence[Charge]],
) -> Iterator[Account]:
    """The charges of one side of the meeting against another that are about it."""
    seen: set[str] = set()
    there = by_place.get(fold(meeting.place), ()) if meeting.place else ()
    for charge in (*_near(meeting, reported), *there):
        told = charge.account
        if told.claim in seen or charge.side not in sides or not charge.charged & (sides - {charge.side}):
            continue
        seen.add(told.claim)
        if _follows(tellings, told.article, meeting):
            yield told


def _near(meeting: Meeting, reported: Mapping[str, Reported]) -> Iterator[Charge]:
    """The charges near its mentions, and all those of an article that begins with it."""
    for name in meeting.reports:
        report = reported[name].report
        leads = report.status == "held" and report.mentions[0].start < LEAD and report.kind == meeting.kind
        yield from (c for c in reported[name].charges if leads or c.near)


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
