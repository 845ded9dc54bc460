"""Which day, month or year a name means when it leaves the rest unsaid: the nearest one that the tense allows.

"jeudi" told in the past on Monday 4 March → Thursday 28 February; "en juin" → the June before or after.
"""

from __future__ import annotations

from dragoman.annotate.times.moments import Bounds, Moment, easter, on_day, shift_day, spread
from dragoman.annotate.times.rules import Match
from dragoman.annotate.times.tenses import FUTURE, PAST, PRESENT
from dragoman.annotate.times.words import Word
from dragoman.model.edtf import Day


def nearest_year(now: Day, month: int, direction: str | None, turn: int | None = None) -> int:
    """The year of the month named without one: the nearest that the direction allows; "dernier" and "prochain" allow no
    other than theirs."""
    months = [(12 * k + month - now.month, now.year + k) for k in (0, -1, 1)]
    if turn is not None:
        months = [m for m in months if (m[0] <= 0 if turn < 0 else m[0] >= 0)]

    def far(option: tuple[int, int]) -> tuple[int, bool]:
        late, early = direction == PAST and option[0] > 0, direction == FUTURE and option[0] < 0
        # a future is told more surely than a past
        return abs(option[0]) * (6 if early else 3 if late else 1), late or early

    return min(months, key=far)[1]


def day_of_month(
    m: Match, day: int, month: int, year: int | None, weekday: int | None, direction: str | None
) -> Moment:
    """The day named, in the year told or in the nearest that weekday and direction allow."""
    if year is not None:
        return named_day(year, month, day)
    now = m.anchor.now
    if now is None:
        return Moment(f"XXXX-{month:02d}-{day:02d}")

    def read(today: Day) -> Moment:
        years = [today.year, today.year - 1, today.year + 1]
        days = [d for y in years if (d := named_day(y, month, day).first) is not None]
        # a weekday that fits tells the year, but one wrongly written does not move a date of these days
        turn = m.value("turn")
        if turn is not None:  # "le 12 janvier dernier"
            days = [d for d in days if (d <= today if turn < 0 else d >= today)] or days
        fits = [
            d for d in days if weekday is None or d.isoweekday() == weekday or abs((d - today).days) <= 15
        ]
        best = min(fits or days, key=lambda d: distance(d, today, direction), default=None)
        return Moment(f"XXXX-{month:02d}-{day:02d}") if best is None else on_day(best)

    return spread(now, read, f"XXXX-{month:02d}-{day:02d}")


def _allowed(day: Day, today: Day, direction: str | None) -> bool:
    return not (direction == PAST and day > today) and not (direction == FUTURE and day < today)


def distance(day: Day, today: Day, direction: str | None) -> float:
    """Days from today; a direction against the tense counts three times."""
    return abs((day - today).days) * (1 if _allowed(day, today, direction) else 3)


def named_day(year: int, month: int, day: int) -> Moment:
    try:
        return on_day(Day(year, month, day))
    except ValueError:
        return Moment(f"{year:04d}-{month:02d}-{day:02d}")


def full_year(word: Word | None) -> int | None:
    """The year of a four-digit or, from 40 on, two-digit number."""
    if word is None:
        return None
    if word.kind == "year":
        return int(word.value)
    return 1900 + int(word.value) if 40 <= word.value <= 99 else None


def cue(m: Match) -> str | None:
    """The direction that the preposition or, failing that, the tense gives."""
    before, two = m.before(), m.before(2)
    kind = before.kind if before is not None else ""
    if kind == "depuis":
        return PAST
    if kind == "here" or (kind in ("à", "au") and two is not None and two.kind == "here"):
        return FUTURE
    if kind == "au" or (kind == "à" and two is not None and two.kind == "until"):
        # a deadline: "reporté au 31 octobre", "jusqu'à la mi-mai"
        return FUTURE
    if kind == "of" and two is not None:
        # "à partir de lundi" looks ahead; the verb tells nothing of "le sommet de jeudi"
        return FUTURE if two.kind == "start" else None
    return m.direction()


def turned(m: Match, direction: str | None) -> str | None:
    """The direction, overruled by "dernier" or "prochain"."""
    turn = m.value("turn")
    return direction if turn is None else PAST if turn < 0 else FUTURE


def weekday_near(
    now: Bounds | None, weekday: int, direction: str | None, turn: int | None, this: bool
) -> Moment:
    """The weekday nearest to now that the tense allows; `this` ("ce jeudi") keeps a vague now inside itself."""
    if now is None:
        return Moment(f"XXXX-WXX-{weekday}")

    def read(today: Day) -> Moment:
        back = (today.isoweekday() - weekday) % 7
        ahead = (weekday - today.isoweekday()) % 7
        if turn is not None:
            return on_day(shift_day(today, -(back or 7) if turn < 0 else (ahead or 7)))
        if direction == PAST or back == 0:
            return on_day(shift_day(today, -back))
        if direction == FUTURE:
            return on_day(shift_day(today, ahead))
        return on_day(shift_day(today, ahead if ahead <= (5 if direction == PRESENT else 2) else -back))

    if now[0] == now[1]:
        return read(now[0])
    year = f"{now[0].year:04d}" if now[0].year == now[1].year else "XXXX"
    vague = f"{year}-WXX-{weekday}"
    if this and turn is None:
        first = shift_day(now[0], (weekday - now[0].isoweekday()) % 7)
        last = shift_day(now[1], -((now[1].isoweekday() - weekday) % 7))
        return (
            on_day(first) if first == last else Moment(vague, first, last) if first < last else Moment(vague)
        )
    found = spread(now, read, vague)
    return Moment(vague, found.first, found.last) if found.day is None else found


def feast_near(m: Match, feast: str, year: int | None, direction: str | None) -> Moment:
    """The day of a feast, by the lexicon's value for it ("12-25", "easter+1")."""

    def on(year: int) -> Day:
        year = min(max(year, 1), 9999)
        if feast.startswith("easter"):
            return shift_day(easter(year), int(feast[7:]))
        return Day(year, int(feast[:2]), int(feast[3:]))

    if year is not None:
        return on_day(on(year))
    told = "XXXX" if feast.startswith("easter") else f"XXXX-{feast}"
    if m.anchor.now is None:
        return Moment(told)

    def read(today: Day) -> Moment:
        return on_day(
            min((on(today.year + k) for k in (0, 1, -1)), key=lambda d: distance(d, today, direction))
        )

    return spread(m.anchor.now, read, told)
