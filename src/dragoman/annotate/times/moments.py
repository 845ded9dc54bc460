"""Dates as far as they are known: a reading at both ends of "now" makes one value and one interval.

now 2019-02-28, "hier" → 2019-02-27; now somewhere in 2018-12, "juin" → 2018-06, "hier" → PAST_REF in an interval.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.model.edtf import Day, interval

Bounds = tuple[Day, Day]
# TIMEX3 names of seasons, by the months that EDTF gives them.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Moment:
    """`value` as TIMEX3 has it; `first` and `last` day, None where it points to no known days."""

    value: str
    first: Day | None = None
    last: Day | None = None

    @property
    def day(self) -> Day | None:
        return self.first if self.first == self.last else None

    @property
    def edtf(self) -> str | None:
        return None if self.first is None or self.last is None else interval(self.first, self.last)


def shift_day(day: Day, days: int) -> Day:
    """`day` moved, held inside the years that Python knows."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return Day.max if days > 0 else Day.min


def on_day(day: Day) -> Moment:
    return Moment(day.isoformat(), day, day)


def in_week(day: Day) -> Moment:
    """The ISO week that holds `day`."""
    monday = shift_day(day, -day.weekday())
    year, week, _ = monday.isocalendar()
    return Moment(f"{year:04d}-W{week:02d}", monday, shift_day(monday, 6))


def on_weekend(day: Day) -> Moment:
    """The Saturday and Sunday of the ISO week that holds `day`."""
    week = in_week(day)
    assert week.last is not None
    return Moment(week.value + "-WE", shift_day(week.last, -1), week.last)


def in_month(year: int, month: int) -> Moment:
    """A month; one outside 1 to 12 is carried over to the years beside."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return Moment("PAST_REF" if year < 1 else "FUTURE_REF")
    last = calendar.monthrange(year, month)[1]
    return Moment(f"{year:04d}-{month:02d}", Day(year, month, 1), Day(year, month, last))


def in_part_of_year(year: int, letter: str, number: int, months: int) -> Moment:
    """A quarter (letter Q, 3 months) or half-year (letter H, 6 months), by its number from 1."""
    first, last = in_month(year, (number - 1) * months + 1), in_month(year, number * months)
    return Moment(f"{year:04d}-{letter}{number}", first.first, last.last)


def in_season(year: int, name: str) -> Moment:
    first, last = in_month(year, SEASONS[name]), in_month(year, SEASONS[name] + 2)
    return Moment(f"{year:04d}-{name}", first.first, last.last)


def in_year(year: int) -> Moment:
    if not 1 <= year <= 9999:
        return Moment("PAST_REF" if year < 1 else "FUTURE_REF")
    return Moment(f"{year:04d}", Day(year, 1, 1), Day(year, 12, 31))


def in_years(first: int, last: int) -> Moment:
    """A stretch of years as an interval: 1950/1953."""
    if not 1 <= first <= last <= 9999:
        return Moment("PAST_REF")
    return Moment(f"{first:04d}/{last:04d}", Day(first, 1, 1), Day(last, 12, 31))


def in_decade(year: int) -> Moment:
    """The ten years that hold `year`: 199X."""
    low = year - year % 10
    return Moment(f"{low // 10:03d}X", Day(max(low, 1), 1, 1), Day(low + 9, 12, 31))


def in_century(number: int) -> Moment:
    """The 19th century as 18XX: the codebook's form, though it begins a year later than its digits say."""
    if not 1 <= number <= 99:
        return Moment("PAST_REF" if number < 1 else "FUTURE_REF")
    low = (number - 1) * 100
    return Moment(f"{number - 1:02d}XX", Day(max(low, 1), 1, 1), Day(low + 99, 12, 31))


def easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return Day(year, month, day + 1)


def spread(now: Bounds, read: Callable[[Day], Moment], vague: str) -> Moment:
    """What `read` gives at both ends of `now`: its value where the two agree, else what they share, else `vague`."""
    a = read(now[0])
    if now[0] == now[1]:
        return a
    b = read(now[1])
    if a.value == b.value:
        return Moment(a.value, a.first, b.last)
    if a.first is None or b.last is None or a.first > b.last:
        return Moment(vague)
    if len(a.value) == len(b.value) == 10 and a.value[:7] == b.value[:7]:
        return Moment(a.value[:7] + "-XX", a.first, b.last)
    return Moment(vague, a.first, b.last)
