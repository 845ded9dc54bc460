"""EDTF dates, level 0/1, as intervals of days: "2019-02" → 1 to 28 February 2019; None stays None.

Source: Extended Date/Time Format (ISO 8601-2:2019), levels 0 and 1, and the lists of the codebook
(`2018-12-06/2018-12-27?`). An open end (`../2019-03-02`) is the first or last day that Python knows.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from dragoman.model.errors import DateError

Day = dt.date
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> tuple[Day, Day]:
    """First and last day that `edtf` may mean. Raises DateError where it is not EDTF level 0/1."""
    text = edtf.strip().replace("?", "").replace("~", "").replace("%", "")
    if "/" in text:
        left, _, right = text.partition("/")
        first = Day.min if left in ("", "..") else _single(left, edtf)[0]
        last = Day.max if right in ("", "..") else _single(right, edtf)[1]
        if first > last:
            raise DateError(f"'{edtf}' ends before it begins: write the earlier date first")
        return first, last
    return _single(text, edtf)


def width(edtf: str) -> int:
    """The days from the first to the last that the date may be: 0 for a day."""
    first, last = bounds(edtf)
    return (last - first).days


def _single(text: str, whole: str) -> tuple[Day, Day]:
    m = re.fullmatch(r"(-?\d{2,4}X{0,2}|\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?", text)
    if not m or len(m[1]) != 4:
        raise DateError(
            f"'{whole}' is no EDTF date: write 2019, 2019-02, 2019-02-28 or 2019-02-27/2019-02-28"
        )
    try:
        if "X" in m[1]:
            return Day(int(m[1].replace("X", "0")) or 1, 1, 1), Day(int(m[1].replace("X", "9")), 12, 31)
        year = int(m[1])
        if m[2] in (None, "XX"):
            return Day(year, 1, 1), Day(year, 12, 31)
        month = int(m[2])
        if month in SEASONS:
            start, end = SEASONS[month]
            later = year + (end < start)
            return Day(year, start, 1), Day(later, end, calendar.monthrange(later, end)[1])
        if m[3] in (None, "XX"):
            return Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])
        day = Day(year, month, int(m[3]))
    except ValueError as e:
        raise DateError(f"'{whole}' is no date of the calendar ({e})") from e
    return day, day


def is_edtf(text: str) -> bool:
    """Whether `bounds` takes it."""
    try:
        bounds(text)
    except DateError:
        return False
    return True


def earliest(edtf: str | None) -> Day | None:
    """First day that it may mean."""
    return bounds(edtf)[0] if edtf else None


def latest(edtf: str | None) -> Day | None:
    """Last day that it may mean."""
    return bounds(edtf)[1] if edtf else None


def is_day(edtf: str | None) -> bool:
    """Whether it names one single day."""
    if not edtf:
        return False
    first, last = bounds(edtf)
    return first == last


def meets(a: str, b: str) -> bool:
    """Whether the two may mean a common day."""
    (a1, a2), (b1, b2) = bounds(a), bounds(b)
    return a1 <= b2 and b1 <= a2


def interval(first: Day, last: Day) -> str:
    """The shortest EDTF that covers first to last: a day, a whole month, a whole year, or an interval."""
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.year:04d}-{first.month:02d}"
        if (first.month, last.month) == (1, 12) and first.year == last.year:
            return f"{first.year:04d}"
    left = ".." if first == Day.min else first.isoformat()
    right = ".." if last == Day.max else last.isoformat()
    return f"{left}/{right}"


def by_then(edtf: str | None, limit: str) -> bool:
    """Whether `edtf` surely lies no later than the last day of `limit`; an unknown date never does."""
    return edtf is not None and bounds(edtf)[1] <= bounds(limit)[1]
