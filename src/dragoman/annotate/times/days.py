"""Days that the calendar names: "jeudi 12 juin 2018", "les 5 et 6 septembre", "ce lundi matin", "le 15"."""

from __future__ import annotations

from dragoman.annotate.times.clocks import at_time
from dragoman.annotate.times.moments import (
    Moment,
    in_month,
    in_years,
    on_day,
    shift_day,
)
from dragoman.annotate.times.nearest import (
    cue,
    day_of_month,
    full_year,
    named_day,
    turned,
    weekday_near,
)
from dragoman.annotate.times.rules import Found, Match, rule
from dragoman.annotate.times.tenses import PAST
from dragoman.annotate.times.words import Word
from dragoman.model.spans import Span

NUMBERED = "(?P<day>{DAY}|{ordinal}){stop}?{month}(?:{year}|{TWO})?"


@rule(
    "(?:(?:{the}|(?<=[{au}]))(?P<front>{part}|{day}){OF}{the}?)?(?:{this}{same}?|{the}|{all})?(?:(?P<wd>{weekday}){part}?{comma}?(?={the}?(?:{DAY}|{ordinal}){month}))?{the}?"
    "(?P<day>{DAY}|{ordinal}){stop}?(?P<month>{month})(?:(?P<year>{year})|(?P<yy>{TWO})(?!{UNIT}))?(?P<turn>{turn})?{TAIL}?",
)
def numbered_day(m: Match) -> list[Found]:
    """ "jeudi 12 juin 2018", "le 10 novembre 93", "12 juillet 2018 20:36" """
    day, month = m.value("day"), m.value("month")
    words = m.all()
    if not isinstance(day, int) or not 1 <= day <= 31 or (m.one("day").kind == "ordinal" and day != 1):  # type: ignore[union-attr]
        return []
    end = words[-1].end
    year = m.value("year")
    if m.one("yy"):
        year = full_year(m.one("yy"))
        if year is None:
            end = m.one("month").end  # type: ignore[union-attr]
    moment = day_of_month(m, day, month, year, m.value("wd"), turned(m, cue(m)))
    start = words[0].start
    if words[0].kind in ("all",):
        start = words[1].start
    tail = m.all("tail") or [w for w in words if w.kind == "part"]
    return at_time(Span(start, end), moment, tail)


@rule(
    "(?P<first>(?:{the}|{this})?(?:{weekday})?{DAY}|{ordinal})(?P<rest>(?:{comma}{the}?{DAY})*{comma}?(?:{and}|{or}|{TO})"
    "{the}?(?:{weekday})?{DAY})(?P<month>{month})(?P<year>{year})?(?P<turn>{turn})?"
)
def days_of_one_month(m: Match) -> list[Found]:
    """ "les 5 et 6 septembre", "du 24 au 26 août": each day is a time, the last one has the month"""
    month, year = m.value("month"), m.value("year")
    direction = turned(m, cue(m))
    out: list[Found] = []
    words = m.all()
    for k, w in enumerate(words):
        if w.kind not in ("h24", "d31", "ordinal") or not 1 <= int(w.value) <= 31:
            continue
        start = w.start
        while k > 0 and words[k - 1].kind in ("the", "this", "weekday"):
            k -= 1
            start = words[k].start
        moment = day_of_month(m, int(w.value), month, year, None, direction)
        out.append(Found(Span(start, w.end), "DATE", moment))
    if out:
        out[-1] = out[-1]._replace(span=Span(out[-1].span.start, words[-1].end))
    return out


@rule("(?P<a>{DAY}){hyphen}(?P<b>{DAY})(?P<month>{month})(?P<year>{year})?")
def days_with_hyphen(m: Match) -> list[Found]:
    """ "8-10 mai": one interval"""
    a = day_of_month(m, m.value("a"), m.value("month"), m.value("year"), None, cue(m))
    b = day_of_month(m, m.value("b"), m.value("month"), m.value("year"), None, cue(m))
    if a.day is None or b.day is None or a.day >= b.day:
        return []
    return [Found(m.span(), "DATE", Moment(f"{a.value}/{b.value}", a.day, b.day))]


@rule("(?P<day>{DAY}){hyphen}(?P<month>{month})(?P<year>{year})?")
def day_as_name(m: Match) -> list[Found]:
    """ "le 14-Juillet": a day by which something is known"""
    moment = day_of_month(m, m.value("day"), m.value("month"), m.value("year"), None, cue(m))
    return [Found(m.span(), "DATE", moment)]


@rule("(?P<iso>{iso})")
def iso_date(m: Match) -> list[Found]:
    """ "date 2019-02": what a machine wrote"""
    text = m.one("iso").lower  # type: ignore[union-attr]
    year, month = int(text[:4]), int(text[5:7])
    if len(text) == 7:
        before = m.before()
        if not 1 <= month <= 12 or (month > year % 100 and not (before and before.kind == "date")):
            return (
                [Found(m.span(), "DATE", in_years(year, year - year % 100 + month))]
                if month > year % 100
                else []
            )
        return [Found(m.span(), "DATE", in_month(year, month))]
    moment = named_day(year, month, int(text[8:10]))
    if moment.day is None:
        return []
    return [
        Found(
            m.span(), "TIME" if "T" in text.upper() else "DATE", Moment(text.upper(), moment.day, moment.day)
        )
    ]


@rule("{the}?(?P<dots>{dots}){TAIL}?")
def dotted_date(m: Match) -> list[Found]:
    """ "12/06/2018" """
    day, month, year = (int(x) for x in m.one("dots").lower.replace(".", "/").split("/"))  # type: ignore[union-attr]
    moment = named_day(year, month, day)
    return [] if moment.day is None else at_time(m.span(), moment, m.all("tail"))


@rule(
    "(?<=[{the}]) (?P<day>{DAY}) (?=[{stop}{comma}{close}{break}{and}{or}.]|$)",
    "(?<={until}[{au}{à}]) (?P<day>{DAY}) (?=[{stop}{comma}{close}{break}]|$)",
)
def bare_day(m: Match) -> list[Found]:
    """ "Elle a lieu le 15.": the month is that of the last date told"""
    before, day = m.before(), m.value("day")
    last = m.anchor.last_time()
    if before is None or before.lower not in ("le", "au", "à") or not 1 <= day <= 31 or last is None:
        return []
    after = m.after()
    if after is not None and after.kind == "." and not _verb_or_name(m, after):
        return []
    value = last.value[:7]
    if len(value) < 7 or not value[5:].isdigit() or last.first is None:
        return []
    moment = named_day(last.first.year, last.first.month, day)
    start = before.start if before.lower == "le" else m.span().start
    return [Found(Span(start, m.span().end), "DATE", moment)] if moment.day else []


def _verb_or_name(m: Match, word: Word) -> bool:
    token = m.anchor.document.token_at(word.start)
    return token is not None and token.start == word.start and token.pos in ("VERB", "AUX", "PRON")


# --- weekdays -----------------------------------------------------------------------------------------


@rule(
    "(?:(?:{the}|(?<=[{au}]))(?P<front>{part}|{day}){OF}{the}?|(?P<this>{this}{same}?)|{the}|{late})?(?P<wd>{weekday})(?P<turn>{turn})?{TAIL}?",
    "(?P<front>{CLOCK})(?P<wd>{weekday})(?P<tail>{part})?",
)
def bare_weekday(m: Match) -> list[Found]:
    """ "jeudi", "ce lundi matin", "samedi dernier dans l'après-midi", "dimanche à 9h30" """
    wd = m.one("wd")
    assert wd is not None
    before = m.before()
    if m.capital_inside(wd) or (before is not None and before.kind == "one"):
        return []
    words, turn = m.all(), m.value("turn")
    habit = words[0].kind == "the" and turn is None
    if habit and words[0].lower == "les":
        return []
    moment = None
    gap = m.anchor.told[-1] if m.anchor.told else None
    if turn in (-2, 2):
        last = m.anchor.last_day()
        if last is not None and last.day is not None:
            moment = weekday_near((last.day, last.day), wd.value, None, turn, False)
    elif before is not None and before.kind in ("and", "à", "au", "comma", "or") and gap is not None:
        # "mercredi et jeudi": the second follows the first
        two = m.before(2)
        if two is not None and two.kind == "weekday" and gap[1].day and turn is None:
            moment = on_day(shift_day(gap[1].day, (wd.value - gap[1].day.isoweekday()) % 7))
    if moment is None:
        this = bool(m.all("this"))
        moment = weekday_near(
            m.anchor.now, wd.value, PAST if before and before.kind == "depuis" else cue(m), turn, this
        )
    return at_time(m.span(), moment, [*m.all("tail"), *m.all("front")])
