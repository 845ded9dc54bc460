"""On which days a meeting was, or is to be, of what its reports tell of it.

"fin août", "du 24 au 26", "samedi 24" → du 24 au 26: what most may mean, as narrowly as they agree, from its first day
to its last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.model.edtf import bounds, meets
from dragoman.model.meetings import MeetingReport
from dragoman.resolve.gatherings import PENDING, length, told_date
from dragoman.resolve.tellings import Tellings

# Of more reports than these, what one alone tells is passed over.
MANY = 3
# A meeting lasts fewer days than these from its first to its last; what is wider tells of a week, a month, a year.
LASTS = 6
# How many of those who agree on a month must agree on the day for it to be told.
ENOUGH = 0.5


def date_meeting(reports: Sequence[MeetingReport], tellings: Tellings) -> str | None:
    """The date that agrees with most of those told; plans give way to what was held.

    Of a plan that was moved it is the last that counts. A day within days that a report tells is one of them.
    """
    dated = [(r, date) for r in reports if (date := told_date(r, tellings))]
    told = [date for r, date in dated if r.status not in PENDING]
    if not told:
        told = [date for _, date in dated][-1:]
    if len(told) > 1 and not _agreed(told):
        # each says another day: what was planned has a say
        told = [date for _, date in dated if _length(date) < LASTS] or told
    best = _best(told)
    votes = sum(meets(best, date) for _, date in dated) if best else 0
    if best is None or is_alone(votes, reports):
        return None
    return max((d for _, d in dated if _spans(d, best)), key=lambda d: (_length(d), d), default=best)


def is_alone(votes: int, reports: Sequence[object]) -> bool:
    """Whether of more than MANY reports one alone tells it."""
    return votes == 1 and len(reports) > MANY


def _best(told: list[str]) -> str | None:
    """What agrees with most: a day before the month that it lies in, days in a row before one of them."""
    agree = _agreement(told)
    most = max(agree.values(), default=0)
    days = {d: n for d, n in agree.items() if _length(d) < LASTS and n >= ENOUGH * most}
    if days:
        return min(days, key=lambda d: (-days[d], -_length(d), -told.count(d), d))
    return min(agree, key=lambda d: (-agree[d], _length(d), -told.count(d), d), default=None)


def _agreement(dates: list[str]) -> dict[str, int]:
    """Each date → with how many of them it may be one day."""
    told = Counter(dates)
    return {d: sum(n for other, n in told.items() if meets(d, other)) for d in told}


def _agreed(dates: list[str]) -> bool:
    """Whether two tell one day, or all no more than a month."""
    days = [d for d in dates if _length(d) < LASTS]
    return not days or max(_agreement(days).values()) > 1


def _spans(date: str, day: str) -> bool:
    """Whether these are days in a row, and the other is one of them."""
    (first, last), (start, end) = bounds(date), bounds(day)
    return _length(date) < LASTS and first <= start and end <= last


def _length(date: str) -> int:
    return length(bounds(date))
