"""Hours and parts of the day: "à 20h30", "quatre heures du matin", "ce soir", "la nuit de lundi à mardi"."""

from __future__ import annotations

from dragoman.annotate.times.moments import Moment, on_day, shift_day, spread
from dragoman.annotate.times.nearest import cue, day_of_month, weekday_near
from dragoman.annotate.times.rules import Found, Match, rule
from dragoman.annotate.times.words import Word
from dragoman.model.spans import Span


def read_clock(words: list[Word]) -> str | None:
    """The hour that the words tell as hh:mm (with Z in GMT), None where they tell none."""
    zone = "Z" if any(w.kind == "zone" and w.lower in ("gmt", "utc") for w in words) else ""
    for k, w in enumerate(words):
        if w.kind == "clock":
            return f"{w.value[0]:02d}:{w.value[1] or 0:02d}{zone}"
        if w.kind == "noon":
            return f"{w.value:02d}:00{zone}"
        if w.kind == "hour" and k > 0 and isinstance(words[k - 1].value, int) and words[k - 1].value <= 24:
            after = words[k + 1].value if k + 1 < len(words) else None
            minute = after if isinstance(after, int) and after < 60 else 0
            return f"{words[k - 1].value:02d}:{minute:02d}{zone}"
    return None


def read_part(words: list[Word]) -> str | None:
    """The TIMEX3 letters of the part of the day that the words tell."""
    part = next((str(w.value) for w in words if w.kind == "part"), None)
    if part is None and any(w.kind == "day" for w in words):
        edge = next((w.value for w in words if w.kind == "edge"), None)
        if edge is None and not any(w.kind == "dans" for w in words):
            return None
        return {"START": "MO", "MID": "MI", "END": "EV"}.get(str(edge), "DT")
    return part


def at_time(span: Span, moment: Moment, words: list[Word]) -> list[Found]:
    """The day of `moment` at the hour or in the part of the day that `words` tell, if any."""
    clock, part = read_clock(words), read_part(words)
    end = f"T{clock}" if clock else f"T{part}" if part else ""
    value = moment.value if len(moment.value) > 7 or moment.value.startswith("XXXX") else f"{moment.value}-XX"
    if not end:
        return [Found(span, "DATE", moment)]
    if value.endswith("_REF"):
        value = "XXXX-XX-XX"
    return [Found(span, "TIME", Moment(value + end, moment.first, moment.last))]


def today(m: Match) -> Moment:
    """The day that speaks."""
    now = m.anchor.now
    return Moment("XXXX-XX-XX") if now is None else spread(now, on_day, "XXXX-XX-XX")


def day_around(m: Match, morning: bool = False) -> Moment:
    """The day that an hour without one belongs to: one that follows, one of its sentence, the last one told, today.

    The last one told counts only where the text stays near it: a date far from today is no stage for "à 20 h".
    After a night, the morning is the next day's.
    """
    found = _day_after(m)
    if found is None:
        found = m.anchor.last_day(m.anchor.sentence_start(m.span().start))
    if found is None and (last := m.anchor.last_day()) is not None:
        now, at = m.anchor.now, m.anchor.told[-1]
        near = now is None or last.day is None or abs((last.day - now[0]).days) <= 7
        found = (
            last
            if near and (now is None or last.day is None or last.day <= now[1] or at[1] is last)
            else None
        )
    if found is None or found.day is None:
        return today(m)
    return on_day(shift_day(found.day, 1)) if morning and found.value.endswith("TNI") else on_day(found.day)


@rule(
    "(?P<clock>{clock}{zone}?)",
    "(?<=[{à}{vers}{of}{until}{between}{after}{before}{comma}{open}]) (?P<clock>{h24}{hour}{TWO}?{zone}?)",
    "(?P<clock>(?:{h24}|{number}|{one}){hour}{TWO}?)(?:{du}|{of}{the})(?P<part>{part})",
    "(?<=[{à}{vers}{of}{until}{before}{after}{between}]) (?P<clock>{noon})",
    "(?P<clock>{h24}{hour}{TWO}?)(?={open}(?:{clock}|{h24}{hour}){TWO}?{zone})",
)
def clock_alone(m: Match) -> list[Found]:
    """ "à 20h30", "15H00 GMT", "six heures du matin" """
    before = m.before()
    clock = read_clock(m.all("clock"))
    if clock is None or m.all("clock")[0].value is None:
        return []
    if before is not None and before.kind in ("pendant", "near", "ordinal", "some"):
        return []
    two, after, said = m.before(2), m.after(), m.all("clock")[0].value
    if after is not None and after.kind == "of" and isinstance(said, tuple) and said[1] and said[0] < 12:
        # "1h30 de débats" lasts
        return []
    if (
        before is not None
        and before.kind == "of"
        and two is not None
        and two.kind in ("plus", "less", "near")
    ):
        return []
    if read_part(m.all("part")) in ("EV", "AF") and int(clock[:2]) < 12:
        clock = f"{int(clock[:2]) + 12:02d}{clock[2:]}"
    moment = day_around(m, morning=int(clock[:2]) < 12)
    return [Found(m.span(), "TIME", Moment(f"{_to_day(moment)}T{clock}", moment.first, moment.last))]


def _day_after(m: Match) -> Moment | None:
    """In "à 13 heures, ce samedi" or "à 6h (4h GMT), le lundi 8 juin" the day follows at once."""
    words: list[Word] = []
    for k in range(1, 9):
        w = m.after(k)
        if w is None or w.kind in ("break", "stop", "."):
            break
        words.append(w)
    if not words or words[0].kind not in ("comma", "open", "this", "the", "weekday"):
        return None
    for w, day, month in zip(words, [*words[1:], None], [*words[2:], None, None], strict=False):
        if w.kind == "weekday" and day and month and day.kind in ("h24", "d31") and month.kind == "month":
            return day_of_month(m, day.value, month.value, None, w.value, None)
        if w.kind == "weekday":
            return weekday_near(m.anchor.now, w.value, None, None, False)
    return None


def _to_day(moment: Moment) -> str:
    return (
        moment.value
        if len(moment.value) >= 10
        else f"{moment.value}-XX"
        if len(moment.value) == 7
        else "XXXX-XX-XX"
    )


@rule(
    "{this}{same}?(?P<part>{part}){hyphen}{there}",
    "{the}{same}(?P<part>{part})",
    "{the}(?P<part>{part}){same}",
)
def part_told(m: Match) -> list[Found]:
    """ "ce soir-là", "le soir même": of the day told last"""
    return at_time(m.span(), day_around(m), m.all("part"))


@rule("{the}(?P<part>{part})(?P<turn>{turn})")
def part_turned(m: Match) -> list[Found]:
    """ "la nuit dernière": of yesterday or of tomorrow"""
    now, turn = m.anchor.now, m.value("turn")
    if abs(turn) != 1:
        return at_time(m.span(), day_around(m), m.all("part"))
    if now is None:
        return []
    return at_time(
        m.span(), spread(now, lambda day: on_day(shift_day(day, turn)), "XXXX-XX-XX"), m.all("part")
    )


@rule(
    "{this}(?P<part>{part})",
    "{edge}{OF}(?P<part>{part})",
    "(?:{the}?{edge}{of}{the})(?P<part>{part})",
)
def part_today(m: Match) -> list[Found]:
    """ "ce soir", "en fin d'après-midi" """
    first = m.all()[0]
    moment = today(m) if first.kind == "this" else day_around(m)
    return at_time(m.span(), moment, m.all("part"))


@rule(
    "(?<=[{dans}{en}{à}{pendant}{depuis}{au}]) {the}(?P<part>{part})(?!{of}|{du})",
    "(?<=[{dans}{pendant}{comma}{stop}{break}]) {the}(?P<part>{part})(?!{of}|{du})",
    "(?<=[{en}{au}]) (?P<part>{part})(?!{of}|{du})",
)
def part_around(m: Match) -> list[Found]:
    """ "dans la soirée": of the day told last"""
    return at_time(m.span(), day_around(m), m.all("part"))


@rule(
    "{the}?(?P<part>{part})(?:{of}|{du}|{of}{the})(?P<wd>{weekday})?(?P<day>{DAY}|{ordinal})?(?P<month1>{month})?"
    "{TO}(?:{weekday})?(?P<day2>{DAY}|{ordinal})?(?P<month>{month})?(?<=[{weekday}{month}])",
)
def night_between(m: Match) -> list[Found]:
    """ "la nuit de lundi à mardi", "la nuit du 17 au 18 mai": the night that begins on the first day"""
    month = m.value("month1") or m.value("month")
    if m.value("day") is not None and month is not None:
        moment = day_of_month(m, m.value("day"), month, None, None, cue(m))
    elif m.value("wd") is not None:
        moment = weekday_near(m.anchor.now, m.value("wd"), cue(m), None, False)
    else:
        return []
    return at_time(m.span(), moment, m.all("part"))
