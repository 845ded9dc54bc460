"""Times counted from the day that speaks or from one told before: "hier", "la semaine prochaine", "il y a un mois"."""

from __future__ import annotations

from dragoman.annotate.times.amounts import read_amount
from dragoman.annotate.times.clocks import at_time, day_around, today
from dragoman.annotate.times.moments import (
    Bounds,
    Moment,
    in_century,
    in_decade,
    in_month,
    in_part_of_year,
    in_week,
    in_year,
    on_day,
    on_weekend,
    shift_day,
    spread,
)
from dragoman.annotate.times.nearest import cue, day_of_month, feast_near, nearest_year
from dragoman.annotate.times.rules import Found, Match, rule
from dragoman.annotate.times.tenses import FUTURE, PAST, PRESENT, is_simple
from dragoman.model.edtf import Day

VAGUE = {PAST: "PAST_REF", FUTURE: "FUTURE_REF", PRESENT: "PRESENT_REF"}
# How far one step of a unit goes where it has no calendar of its own.
STEPS = {"D": 1, "W": 7}


def step(now: Bounds | None, unit: str, steps: int) -> Moment:
    """The unit of the calendar that lies `steps` away from now: the month before, this week, the year after."""
    vague = "PAST_REF" if steps < 0 else "FUTURE_REF" if steps > 0 else "PRESENT_REF"
    if now is None:
        return Moment(vague)

    def read(day: Day) -> Moment:
        if unit == "D":
            return on_day(shift_day(day, steps))
        if unit == "W":
            return in_week(shift_day(day, 7 * steps))
        if unit == "WE":
            return on_weekend(shift_day(day, 7 * steps))
        if unit == "M":
            return in_month(day.year, day.month + steps)
        if unit == "Q":
            quarter = (day.month - 1) // 3 + steps
            return in_part_of_year(day.year + quarter // 4, "Q", quarter % 4 + 1, 3)
        if unit == "H":
            half = (day.month - 1) // 6 + steps
            return in_part_of_year(day.year + half // 2, "H", half % 2 + 1, 6)
        if unit == "Y":
            return in_year(day.year + steps)
        if unit == "DE":
            return in_decade(max(day.year + 10 * steps, 1))
        if unit == "CE":
            return in_century((day.year - 1) // 100 + 1 + steps)
        return Moment(vague)

    return spread(now, read, vague)


@rule(
    "(?P<shift>{deictic}|{today})(?:{comma}?{weekday}(?!{DAY}|{ordinal}))?{TAIL}?",
    "(?P<front>{CLOCK})(?P<shift>{deictic})(?P<tail>{part})?",
)
def deictic_day(m: Match) -> list[Found]:
    """ "hier après-midi", "demain à 20 h", "aujourd'hui" where it is the day and not the age"""
    word, now = m.one("shift"), m.anchor.now
    assert word is not None
    span = m.span()
    words = m.all()
    if any(w.kind == "comma" for w in words):
        return []
    tail = [*m.all("tail"), *(m.all("front"))]
    named = _date_after(m)
    if named is not None:
        return at_time(span, named, tail)
    if word.kind == "today" and len(words) == 1 and _is_age(m):
        return [Found(span, "DATE", Moment("PRESENT_REF"), step(now, "D", 0).edtf)]
    return at_time(span, step(now, "D", word.value), tail)


def _date_after(m: Match) -> Moment | None:
    """The day that follows in "demain, mercredi 15 mai": the same one, whoever speaks and when."""
    comma, weekday, day, month = (m.after(k) for k in (1, 2, 3, 4))
    if not (comma and weekday and day and month) or comma.kind != "comma" or month.kind != "month":
        return None
    if weekday.kind not in ("weekday", "the") or day.kind not in ("h24", "d31", "ordinal"):
        return None
    told = weekday.value if weekday.kind == "weekday" else None
    return day_of_month(m, day.value, month.value, None, told, None)


def _is_age(m: Match) -> bool:
    """Whether "aujourd'hui" is these times rather than this day: with a present or its report ("avait")."""
    document, start = m.anchor.document, m.span().start
    token = document.token_at(start)
    if token is not None and token.start <= start < token.end and is_simple(document, token):
        return True
    direction = m.anchor.direction(start, modal=False)
    quoted = document.quote_at(start) is not None
    return direction == PRESENT or (direction is None and quoted)


@rule(
    "(?:{the}|{all}{the}|{this})(?P<n>{one})?(?P<unit>{week}|{weekend}|{moon}|{annum}|{term}|{decade}|{century})(?P<turn>{turn})",
    "(?:{the}|{this})(?P<turn>{turn})(?P<unit>{week}|{weekend}|{moon}|{annum}|{term}|{decade})",
)
def unit_turned(m: Match) -> list[Found]:
    """ "la semaine prochaine", "le mois dernier", "l'année écoulée" """
    unit, turn = m.one("unit"), m.value("turn")
    assert unit is not None
    letter = str(unit.value)
    if (unit.lower.endswith("s") and unit.kind != "moon") or m.all()[0].lower in ("les", "ces"):
        return []
    if turn == -3 and unit.kind != "decade":
        return [Found(m.span(), "DURATION", Moment(f"P1{letter}"))]
    if turn == -3:
        return [
            Found(
                m.span(),
                "DATE",
                step(m.anchor.now, letter, -1 if m.anchor.now and m.anchor.now[0].year % 10 < 5 else 0),
            )
        ]
    if abs(turn) == 2:
        last = m.anchor.last_time()
        if last is not None and last.first is not None and last.last is not None:
            told = (last.first, last.first) if last.day or turn < 0 else (last.last, last.last)
            return [Found(m.span(), "DATE", step(told, letter, turn // 2))]
    if turn == -1 and letter == "WE" and m.anchor.now and m.anchor.now[0].isoweekday() == 7:
        return [Found(m.span(), "DATE", step(m.anchor.now, letter, -1))]
    return [Found(m.span(), "DATE", step(m.anchor.now, letter, (turn > 0) - (turn < 0)))]


@rule(
    "{this}{same}?(?P<unit>{week}|{weekend}|{moon}|{annum}|{day}|{decade}|{century})(?:{hyphen}(?P<there>{there})|{hyphen}.)?",
    "(?<=[{dans}{pendant}{du}{of}]) {the}(?P<unit>{week})(?!{of}|{du}|{turn})",
    "{all}?{the}(?P<unit>{weekend})(?!{turn})",
    "(?<=[{du}{au}]) (?P<unit>{weekend})(?!{turn})",
)
def unit_of_now(m: Match) -> list[Found]:
    """ "cette semaine", "ce week-end", "cette année-là" """
    unit = m.one("unit")
    assert unit is not None
    letter = str(unit.value)
    if (unit.kind == "weekend" and unit.lower.endswith("s")) or m.all()[0].lower in ("les", "ces"):
        return []
    if m.all("there"):
        last = m.anchor.last_time()
        if last is None or last.first is None:
            return [Found(m.span(), "DATE", Moment("PAST_REF"))]
        return [Found(m.span(), "DATE", step((last.first, last.first), letter, 0))]
    if letter == "D" and any(w.kind == "same" for w in m.all()):
        return [Found(m.span(), "DATE", m.anchor.last_day() or step(m.anchor.now, "D", 0))]
    if letter == "D":
        before = m.before()
        return (
            [Found(m.span(), "DATE", step(m.anchor.now, "D", 0))]
            if before and before.kind in ("à", "until")
            else []
        )
    if letter == "WE":
        return [Found(m.span(), "DATE", _weekend(m))]
    return [Found(m.span(), "DATE", step(m.anchor.now, letter, 0))]


def _weekend(m: Match) -> Moment:
    """The weekend that has just passed while the week is young or the tense is past, else the coming one."""
    now, direction = m.anchor.now, m.direction()
    if now is None:
        return Moment("XXXX-WXX-WE")

    def read(day: Day) -> Moment:
        weekday = day.isoweekday()
        back = weekday < 5 and (direction == PAST or (direction is None and weekday < 3))
        return on_weekend(shift_day(day, -7 if back else 0))

    return spread(now, read, "XXXX-WXX-WE")


@rule(
    "{the}?{edge}{hyphen}?(?:{OF}|{of}{the}|{of}{this})?(?P<unit>{week}|{weekend}|{moon}|{annum}|{day}|{decade}|{century}|{term})(?P<turn>{turn})?",
)
def edge_of_unit(m: Match) -> list[Found]:
    """ "fin du mois", "début de l'année dernière", "fin de journée" """
    unit, turn = m.one("unit"), m.value("turn") or 0
    assert unit is not None
    edge = next(w for w in m.all() if w.kind == "edge")
    letter = str(unit.value)
    if letter == "D":
        part = "TEV" if edge.value == "END" else "TMO" if edge.value == "START" else "TMI"
        moment = day_around(m)
        return [Found(m.span(), "TIME", Moment(moment.value + part, moment.first, moment.last))]
    if letter == "CE":
        now = m.anchor.now
        found = step(now, letter, turn)
        return [Found(m.span(), "DATE", Moment(found.value[:2], found.first, found.last))]
    return [Found(m.span(), "DATE", step(m.anchor.now, letter, (turn > 0) - (turn < 0)))]


@rule(
    "{the}(?:{CARDINAL}{turn}|{CARDINAL}{ordinal}|{turn}|{ordinal})(?:{day}|{week}|{weekend}){of}(?P<month>{month})(?P<year>{year})?"
)
def part_of_month(m: Match) -> list[Found]:
    """ "la première semaine de mars", "les derniers jours de mai": the month is what is known"""
    month, year, now = m.value("month"), m.value("year"), m.anchor.now
    if year is None and now is None:
        return [Found(m.span(), "DATE", Moment(f"XXXX-{month:02d}"))]
    if year is not None or now is None:
        return [Found(m.span(), "DATE", in_month(year, month))]
    direction = cue(m)
    found = spread(now, lambda day: in_month(nearest_year(day, month, direction), month), f"XXXX-{month:02d}")
    return [Found(m.span(), "DATE", found)]


@rule("{the}{new}{annum}")
def new_year(m: Match) -> list[Found]:
    """ "la nouvelle année": the coming one in autumn, this one after New Year's Day"""
    now = m.anchor.now
    return [Found(m.span(), "DATE", step(now, "Y", 1 if now and now[1].month > 8 else 0))]


@rule("{the}{same}{era}(?P<last>{of}?{the}{annum}{turn})?")
def same_season(m: Match) -> list[Found]:
    """ "la même période l'année dernière": this month of the year told"""
    now, last = m.anchor.now, m.anchor.last_time(m.anchor.sentence_start(m.span().start))
    if now is None:
        return []
    year = now[0].year - 1
    if m.all("last") and last is not None and len(last.value) == 7 and last.first is not None:
        # "en avril par rapport à la même période l'année dernière"
        return [Found(m.span(), "DATE", in_month(last.first.year - 1, last.first.month))]
    if not m.all("last") and last is not None and len(last.value) == 4 and last.first is not None:
        year = last.first.year
    return [Found(m.span(), "DATE", in_month(year, now[0].month))]


@rule(
    "{the}(?P<unit>{week}|{weekend})(?:{du}|{of}{the})(?:{weekday})?(?P<day>{DAY}|{ordinal})(?P<month>{month})(?P<year>{year})?"
)
def week_of_day(m: Match) -> list[Found]:
    """ "la semaine du 21 janvier" """
    moment = day_of_month(m, m.value("day"), m.value("month"), m.value("year"), None, cue(m))
    whole = on_weekend if m.value("unit") == "WE" else in_week
    return [Found(m.span(), "DATE", whole(moment.day))] if moment.day else []


@rule(
    "(?:{the}|(?<=[{au}{du}]))(?P<n>{ordinal})(?P<term>{term})(?:(?:{of}|{of}{the}{annum})?(?P<year>{year}))?",
    "{the}(?P<count>{number}|{h24})(?P<n>{ordinal}|{turn})(?P<term>{moon})(?:{of}|{of}{the}{annum})(?P<year>{year})",
    "{the}(?P<n>{ordinal}|{turn})(?P<count>{number}|{h24})(?P<term>{moon})(?:{of}|{of}{the}{annum})(?P<year>{year})",
)
def part_of_year(m: Match) -> list[Found]:
    """ "le premier trimestre 2018", "les trois premiers mois de 2021" """
    count = m.value("count")
    year = m.value("year") or (m.anchor.now[0].year if m.anchor.now else None)
    if year is None:
        return []
    if count is not None:
        first = m.one("n").kind == "ordinal"  # type: ignore[union-attr]
        if count == 3:
            return [Found(m.span(), "DATE", in_part_of_year(year, "Q", 1 if first else 4, 3))]
        if count == 6:
            return [Found(m.span(), "DATE", in_part_of_year(year, "H", 1 if first else 2, 6))]
        return [Found(m.span(), "DURATION", Moment(f"P{count}M"), in_year(year).edtf)]
    letter, n = m.value("term"), m.value("n")
    months = 3 if letter == "Q" else 6
    if not 1 <= n <= 12 // months:
        return []
    return [Found(m.span(), "DATE", in_part_of_year(year, letter, n, months))]


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
    if first.kind in ("the", "this") or m.anchor.now is None:
        return []
    amount, letter = read_amount(m)
    if letter[:1] == "T":
        return []
    return [Found(m.span(), "DATE", counted(m.anchor.now, 1, amount, letter, FUTURE))]


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
