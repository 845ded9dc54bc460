"""How a date told in an article stands to the day of the article.

when("2019-05-15", "2019-05-14") → "past".
"""

from __future__ import annotations

from dragoman.model.edtf import bounds
from dragoman.model.errors import DateError


def when(published: str | None, date: str) -> str:
    """past, day, future or wide (EDTF, seen from `published`); ? where there is no day, or no EDTF."""
    if published is None:
        return "?"
    try:
        first, last = bounds(date)
        day_first, day_last = bounds(published)
    except DateError:
        return "?"
    if last < day_first:
        return "past"
    if first > day_last:
        return "future"
    return "day" if first >= day_first and last <= day_last else "wide"
