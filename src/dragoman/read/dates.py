"""The date in what an export, a page or a feed writes of it, in French or English, as EDTF.

"jeudi 17 octobre 2019 à 13h32" → "2019-10-17T13:32:00"; "December 31, 2018 Monday" → "2018-12-31".

A clock without a zone stays without one. What is no date of the calendar, or lies outside 1600–2100, is no date.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from dragoman.lexicon import load_yaml

EARLIEST, LATEST = 1600, 2100

_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?![\d])"
)
_COMPACT = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:T?([0-2]\d)([0-5]\d)([0-5]\d)?(Z)?)?(?!\d)"
)
_NUMBERS = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_CLOCK = re.compile(
    r"^[\s,–-]*(?:\w+day\b[\s,–-]*)?(?:à|at|,|-|–|vers)?\s*(\d{1,2})\s*(?:h|:|\sh\s)\s*(\d\d)?(?::(\d\d))?"
    r"(?:\s?([ap])\.?m\b\.?)?\s*(Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)


@cache
def _months() -> tuple[dict[str, int], re.Pattern[str]]:
    """Every form of a month → its number, and the pattern that finds a named date."""
    forms: dict[str, int] = {}
    for entry in (*load_yaml("fr/times_calendar"), *load_yaml("en/months")):
        if entry["class"] == "month":
            for form in (entry["lemma"], *entry.get("forms", ())):
                forms[form] = entry["value"]
    month = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    return forms, re.compile(
        rf"(?<!\w)(?:(?P<d1>\d{{1,2}})(?:er|st|nd|rd|th)?[\s.-]+(?P<m1>{month})\.?,?[\s-]+(?P<y1>\d{{4}})"
        rf"|(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
        rf"|(?P<m3>{month})\.?\s+(?P<y3>\d{{4}}))(?!\d)",
        re.IGNORECASE,
    )


def find_date(text: str | None, *, clock: bool = True) -> str | None:
    """The first date in `text` as EDTF, to the second where it tells a clock; None where there is none."""
    if not text:
        return None
    text = text[:400]
    for read in (_iso, _named, _numbers, _compact):
        if found := read(text, clock):
            return found
    whole = re.fullmatch(r"\s*(\d{4})(?:-(\d\d))?\s*", text)
    if whole and EARLIEST <= int(whole[1]) <= LATEST and (whole[2] is None or 1 <= int(whole[2]) <= 12):
        return whole[0].strip()
    return None


def _iso(text: str, clock: bool) -> str | None:
    m = _ISO.search(text)
    return _edtf(m[1], m[2], m[3], m[4], m[5], m[6], m[7], clock) if m else None


def _compact(text: str, clock: bool) -> str | None:
    m = _COMPACT.search(text)
    return _edtf(m[1], m[2], m[3], m[4], m[5], m[6], m[7], clock) if m else None


def _numbers(text: str, clock: bool) -> str | None:
    """28/02/2019 as the French write it, day first; month first only where nothing else is possible."""
    m = _NUMBERS.search(text)
    if m is None:
        return None
    day, month = int(m[1]), int(m[2])
    if month > 12 >= day:
        day, month = month, day
    return _with_clock(m[3], month, day, text[m.end() :], clock)


def _named(text: str, clock: bool) -> str | None:
    forms, pattern = _months()
    m = pattern.search(text.replace("\u00a0", " ").replace("\u202f", " "))
    if m is None:
        return None
    year, month = m["y1"] or m["y2"] or m["y3"], forms[(m["m1"] or m["m2"] or m["m3"]).lower()]
    day = m["d1"] or m["d2"]
    if day is None:
        return f"{int(year):04d}-{month:02d}" if EARLIEST <= int(year) <= LATEST else None
    return _with_clock(year, month, day, text[m.end() :], clock)


def _with_clock(year: str, month: int, day: int | str, rest: str, clock: bool) -> str | None:
    m = _CLOCK.match(rest)
    if m is None:
        return _edtf(year, month, day, None, None, None, None, clock)
    hour = int(m[1])
    if m[4]:
        hour = hour % 12 + (12 if m[4].lower() == "p" else 0)
    return _edtf(year, month, day, hour, m[2] or "0", m[3], m[5], clock)


def _edtf(
    year: str,
    month: str | int,
    day: str | int,
    hour: str | int | None,
    minute: str | None,
    second: str | None,
    zone: str | None,
    clock: bool,
) -> str | None:
    if not EARLIEST <= int(year) <= LATEST:
        return None
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    if hour is None or not clock:
        return date.isoformat()
    try:
        time = dt.time(int(hour), int(minute or 0), int(second or 0))
    except ValueError:
        return date.isoformat()
    return f"{date.isoformat()}T{time.isoformat()}{_zone(zone)}"


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "Z"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def day_of(edtf: str | None) -> str | None:
    """The date without its clock."""
    return edtf.partition("T")[0] if edtf else edtf
