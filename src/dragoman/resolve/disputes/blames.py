"""Each side holds the other responsible for how a meeting ended.

Trump: Pyongyang "avait exigé la levée de toutes les sanctions"; Kim: Washington "de mauvaise foi" → blame.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds
from dragoman.model.meetings import Meeting
from dragoman.resolve.cast import fold
from dragoman.resolve.disputes.versions import make_dispute
from dragoman.resolve.leads import Lead
from dragoman.resolve.places import place_key
from dragoman.resolve.reported import CHARGE, Charge, Reported, pack_charges
from dragoman.resolve.tellings import Tellings

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
        told = list(_about(tellings, meeting, sides, reported, by_place))
        for a, b in combinations(sorted(sides), 2):
            of_a = [c for c in told if c.side == a and b in c.charged]
            of_b = [c for c in told if c.side == b and a in c.charged]
            if of_a and of_b and any(c.plain for c in (*of_a, *of_b)):
                versions = [[c.account for c in of_a], [c.account for c in of_b]]
                out.append(make_dispute(tellings, "blame", meeting.label, versions))
    return out


def find_charge_leads(tellings: Tellings, article: str, charges: Sequence[Charge]) -> Iterator[Lead]:
    """The article's charges that name a place: they may be about a meeting there that others tell of."""
    for charge in charges:
        claim, start = charge.account.claim, charge.account.span.start
        for place in dict.fromkeys(m[1] for m in _PLACE.finditer(charge.account.says)):
            key = f"meetings|{place_key(place)}"
            told = (CHARGE, pack_charges(charges))
            yield Lead("meetings", (key,), article, tellings.day(article), start, claim, told)


def _about(
    tellings: Tellings,
    meeting: Meeting,
    sides: frozenset[str],
    reported: Mapping[str, Reported],
    by_place: Mapping[str, Sequence[Charge]],
) -> Iterator[Charge]:
    """The charges of one side of the meeting against another that are about it."""
    seen: set[str] = set()
    there = by_place.get(fold(meeting.place), ()) if meeting.place else ()
    for charge in (*_near(meeting, reported), *there):
        claim, article = charge.account.claim, charge.account.article
        if claim in seen or charge.side not in sides or not charge.charged & (sides - {charge.side}):
            continue
        seen.add(claim)
        if _follows(tellings, article, meeting):
            yield charge


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
