"""Times counted from the day that speaks or from one told before: "hier", "la semaine prochaine", "il y a un mois"."""

from __future__ import annotations

from dragoman.annotate.times.clocks import at_time, day_around
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
from dragoman.annotate.times.nearest import cue, day_of_month, nearest_year
from dragoman.annotate.times.rules import Found, Match, rule
from dragoman.annotate.times.tenses import FUTURE, PAST, PRESENT, is_simple
from dragoman.model.edtf import Day


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
    found = in_part_of_year(year, letter, n, months)
    if m.value("year") is None and m.anchor.now and found.first and found.last:
        # "au quatrième trimestre, le déficit a doublé": the last one that the tense allows
        past = m.direction() == PAST and found.first > m.anchor.now[1]
        ahead = m.direction() == FUTURE and found.last < m.anchor.now[0]
        found = in_part_of_year(year + ahead - past, letter, n, months) if past or ahead else found
    return [Found(m.span(), "DATE", found)]
