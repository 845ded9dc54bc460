"""Times a distance away from now or from one told before: "il y a un mois", "dix ans plus tard", "la veille"."""

from __future__ import annotations

from dragoman.annotate.times.amounts import read_amount
from dragoman.annotate.times.clocks import at_time, day_around, today
from dragoman.annotate.times.moments import (
    Bounds,
    Moment,
    in_month,
    in_week,
    in_year,
    on_day,
    shift_day,
)
from dragoman.annotate.times.nearest import cue, day_of_month, feast_near
from dragoman.annotate.times.relatives import step
from dragoman.annotate.times.rules import Found, Match, rule
from dragoman.annotate.times.tenses import FUTURE, PAST, PRESENT
from dragoman.model.edtf import Day

VAGUE = {PAST: "PAST_REF", FUTURE: "FUTURE_REF", PRESENT: "PRESENT_REF"}


# --- counted from now or from a time told -------------------------------------------------------------


def counted(now: Bounds | None, sign: int, amount: int | None, letter: str, direction: str) -> Moment:
    """The time an amount of units away: its own unit is its precision; a vague amount is a mere reference."""
    if amount is None or letter[:1] == "T":
        return Moment(VAGUE[direction])
    factor = {"DE": 10, "CE": 100}.get(letter, 1)
    return step(now, "Y" if factor > 1 else letter, sign * amount * factor)


@rule("{il}{y}{avoir}{APPROX}?{AMOUNT}", "{ago}{APPROX}?{AMOUNT}")
def ago(m: Match) -> list[Found]:
    """ "il y a deux semaines" """
    amount, letter = read_amount(m)
    moment = counted(m.anchor.now, -1, amount, letter, PAST)
    return [Found(m.span(), "DATE", moment)]


@rule("(?<=[{dans}]) {APPROX}?(?P<bare>{AMOUNT})")
def from_now(m: Match) -> list[Found]:
    """ "dans deux semaines": the day it points to, where one is known"""
    first = m.all("bare")[0]
    if first.kind in ("the", "this") or m.anchor.now is None or any(w.kind == "or" for w in m.all("bare")):
        return []
    amount, letter = read_amount(m)
    if letter[:1] == "T":
        return []
    return [Found(m.span(), "DATE", counted(m.anchor.now, 1, amount, letter, FUTURE))]


@rule("(?<=[{dans}]) {the}?{CARDINAL}{or}(?P<n>{CARDINAL}){turn}?(?P<unit>{UNIT})")
def either(m: Match) -> list[Found]:
    """ "dans deux ou trois semaines": told less sharply than in its own unit, a month for weeks, a week for days"""
    now, letter = m.anchor.now, str(m.value("unit"))
    if now is None or letter not in ("D", "W", "M"):
        return []
    most = step(now, letter, m.value("n"))
    if letter != "M" and most.last is not None:
        end = most.last
        most = in_week(end) if letter == "D" else in_month(end.year, end.month)
    return [Found(m.span(), "DATE", most)]


@rule("{APPROX}?{AMOUNT}(?P<way>{plus}{late}|{plus}{early}|{earlier})")
def later(m: Match) -> list[Found]:
    """ "dix ans plus tard", "six mois auparavant": counted from the time told last"""
    amount, letter = read_amount(m)
    sign = 1 if m.all("way")[-1].kind == "late" else -1
    direction = FUTURE if sign > 0 else PAST
    last = m.anchor.last_time()
    told = (last.first, last.last) if last and last.first and last.last else m.anchor.now
    if letter[:1] == "T":
        day = day_around(m)
        return [Found(m.span(), "TIME", day)]
    if amount is None:
        if last is None or last.first is None or letter not in ("D", "W"):
            return [Found(m.span(), "DATE", Moment("PAST_REF"))]
        return [Found(m.span(), "DATE", in_month(last.first.year, last.first.month))]
    if last and letter == "Y" and told:
        return [Found(m.span(), "DATE", in_year(told[0].year + sign * amount))]
    return [Found(m.span(), "DATE", counted(told, sign, amount, letter, direction))]


# --- the day before, the day after --------------------------------------------------------------------


@rule(
    "{the}?(?P<next>{next})(?P<part>{au}?{part})?",
    "{the}?(?P<next>{next}){OFS}(?P<day>{DAY}|{ordinal}){hyphen}?(?P<month>{month})(?P<year>{year})?",
    "{the}?(?P<next>{next}){OFS}{the}?(?P<feast>{feast})",
)
def day_beside(m: Match) -> list[Found]:
    """ "au lendemain de l'échec", "le lendemain", "la veille", "la veille du 14-Juillet" """
    word, after, now = m.one("next"), m.after(), m.anchor.now
    assert word is not None
    shift = word.value * (2 if word.lower in ("surlendemain", "avant-veille") else 1)
    beside = _named_day(m)
    if beside is not None:
        return [Found(m.span(), "DATE", on_day(shift_day(beside, shift)))]
    if m.all("month") or m.all("feast"):
        return []
    part = m.all("part")
    start = m.anchor.sentence_start(m.span().start)
    here = m.anchor.last_day(start)
    before = m.before()
    if after is not None and after.kind in ("of", "du", "des"):
        if shift > 0 or (before is not None and before.kind == "à"):
            # the day after an event that is not dated here is the day that the sentence tells of
            longer = m.anchor.last_time(start)
            if here is None and longer is not None and now and longer.last and longer.last < now[0]:
                return [Found(m.span(), "DATE", Moment("PAST_REF"))]
            return [Found(m.span(), "DATE", here or today(m))]
        last = here or m.anchor.last_day()
        moment = on_day(shift_day(last.day, shift)) if last and last.day else Moment("PAST_REF")
        return [Found(m.span(), "DATE", moment)]
    if shift < 0:
        return at_time(m.span(), step(now, "D", shift), part)
    last = m.anchor.last_day(before=now[1] if now and m.direction() == PAST else None)
    moment = on_day(shift_day(last.day, shift)) if last and last.day else Moment("PAST_REF")
    return at_time(m.span(), moment, part)


def _named_day(m: Match) -> Day | None:
    """The day that follows in "la veille du 14-Juillet", None where none does."""
    if m.all("month"):
        return day_of_month(m, m.value("day"), m.value("month"), m.value("year"), None, cue(m)).day
    if m.all("feast"):
        found = feast_near(m, m.value("feast"), None, cue(m))
        return found.day
    return None


@rule("(?<=[{au}{du}]) {ordinal}{day}")
def nth_day(m: Match) -> list[Found]:
    """ "au neuvième jour de grève": the day that the sentence tells, else today"""
    here = m.anchor.last_day(m.anchor.sentence_start(m.span().start))
    return [Found(m.span(), "DATE", here or today(m))]


@rule(
    "{plus}{early}{dans}{the}(?P<part>{day}|{part})",
    "{early}{dans}{the}{part}",
    "{plus}{late}{dans}{the}(?P<part>{day}|{part})",
)
def earlier_today(m: Match) -> list[Found]:
    """ "plus tôt dans la journée" """
    moment = day_around(m)
    return at_time(m.span(), moment, [w for w in m.all() if w.kind == "part"])
