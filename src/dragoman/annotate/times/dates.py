"""Days, months and years that the calendar names: "jeudi 12 juin 2018", "fin avril", "1950-1953", "les années 60"."""

from __future__ import annotations

from dragoman.annotate.times.clocks import at_time
from dragoman.annotate.times.moments import (
    Moment,
    in_century,
    in_decade,
    in_month,
    in_season,
    in_year,
    in_years,
    on_day,
    shift_day,
    spread,
)
from dragoman.annotate.times.nearest import (
    cue,
    day_of_month,
    feast_near,
    full_year,
    named_day,
    nearest_year,
    turned,
    weekday_near,
)
from dragoman.annotate.times.rules import Found, Match, rule
from dragoman.annotate.times.tenses import FUTURE, PAST
from dragoman.annotate.times.words import Word
from dragoman.model.edtf import Day
from dragoman.model.spans import Span

# --- days ---------------------------------------------------------------------------------------------

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


# --- months, seasons, years ---------------------------------------------------------------------------


@rule(
    "(?:{the}?(?P<edge>{edge}){hyphen}?(?:{OF}|{of}{the})?)?(?:{the}?{moon}{of})?(?P<month>{month})"
    "(?:{of}?(?P<year>{year})|(?P<yy>{TWO})(?!{UNIT}))?(?P<turn>{turn})?",
)
def named_month(m: Match) -> list[Found]:
    """ "fin avril", "mi-mars", "la fin du mois de juillet", "mai prochain", "octobre 98" """
    month = m.one("month")
    assert month is not None
    yy = m.one("yy")
    year = m.value("year") or full_year(yy)
    words = m.all()
    if len(words) == 1 and m.capital_inside(month):
        return []
    before = m.before()
    if year is None and before is not None and before.kind in ("h24", "d31", "the") and len(words) == 1:
        return []
    end = yy.start if yy is not None and year is None else words[-1].end
    span = Span(words[0].start, end if yy is None or year else month.end)
    year = year or _shared_year(m)
    if year is None and m.anchor.now is None:
        return [Found(span, "DATE", Moment(f"XXXX-{month.value:02d}"))]
    if year is not None:
        return [Found(span, "DATE", in_month(year, month.value))]
    direction = turned(m, _shared_turn(m, cue(m)))
    assert m.anchor.now is not None

    def read(today: Day) -> Moment:
        near = nearest_year(today, month.value, direction)
        if (m.value("turn") or 0) < 0 and month.value == today.month:
            near -= 1
        return in_month(near, month.value)

    return [Found(span, "DATE", spread(m.anchor.now, read, f"XXXX-{month.value:02d}"))]


def _shared_year(m: Match) -> int | None:
    """In "entre juin et août 2018" the first month is of the same year, or of the one before."""
    words = [m.after(k) for k in range(1, 5)]
    joint = words[0]
    if joint is None or joint.kind not in ("and", "or", "à", "au", "hyphen"):
        return None
    rest = [w for w in words[1:] if w is not None and w.kind not in ("edge", "the", "hyphen")]
    if len(rest) < 2 or rest[0].kind != "month" or rest[1].kind != "year":
        return None
    month = m.one("month")
    assert month is not None
    year = int(rest[1].value)
    return year - 1 if month.value > rest[0].value else year


def _shared_turn(m: Match, direction: str | None) -> str | None:
    """In "août et septembre derniers" the first month is a past one too."""
    one, two, three = m.after(), m.after(2), m.after(3)
    if one and one.kind in ("and", "or") and two and two.kind == "month" and three and three.kind == "turn":
        return PAST if three.value < 0 else FUTURE
    return direction


@rule(
    "(?:{this}|{the}|{all}{the}|{the}?{edge}{of}{the})(?P<season>{season})(?:{of}?(?P<year>{year})|(?P<turn>{turn}))?",
    "(?<=[{au}{en}{of}]) (?P<season>{season})(?:{of}?(?P<year>{year})|(?P<turn>{turn}))",
    "(?<=[{au}{en}]) (?P<season>{season})",
)
def named_season(m: Match) -> list[Found]:
    """ "cet été", "l'hiver dernier", "printemps 2018" """
    season, year, now = m.one("season"), m.value("year"), m.anchor.now
    assert season is not None
    after = m.after()
    if year is None and not m.all("turn") and after is not None and _names_it(m, after):
        return []
    if year is not None:
        return [Found(m.span(), "DATE", in_season(year, season.value))]
    if now is None:
        return [Found(m.span(), "DATE", Moment(f"XXXX-{season.value}"))]
    direction = turned(m, cue(m))
    this = m.all()[0].kind == "this"

    def read(today: Day) -> Moment:
        options = [in_season(today.year + k, season.value) for k in (-1, 0, 1)]

        def far(o: Moment) -> float:
            assert o.first and o.last
            if o.first <= today <= o.last:
                return 500 if m.value("turn") else 0
            away = (o.first - today).days if o.first > today else (today - o.last).days
            against = (direction == PAST and o.first > today) or (direction == FUTURE and o.last < today)
            return away * (4 if against else 1) + (1000 if against and not this else 0)

        return min(options, key=far)

    return [Found(m.span(), "DATE", spread(now, read, f"XXXX-{season.value}"))]


@rule(
    "(?:{the}?{edge}{hyphen}?(?:{OF}|{of}{the})?)?(?:(?:{the}|{one})?{annum})?(?P<year>{year})(?![{big}{clock}])",
)
def named_year(m: Match) -> list[Found]:
    """ "2018", "fin 2019", "la fin de l'année 2019", "mi-2021" """
    year, words = m.value("year"), m.all()
    before, after = m.before(), m.after()
    if any(w.kind == "annum" and w.lower.endswith("es") for w in words):
        return []
    if len(words) == 1 and not _looks_like_year(m, year, before, after):
        return []
    return [Found(m.span(), "DATE", in_year(year))]


def _names_it(m: Match, after: Word) -> bool:
    """Whether the word after makes it a name: "le printemps arabe", "l'automne de Prague"."""
    two = m.after(2)
    if after.kind in ("of", "du"):
        return two is not None and two.upper
    token = m.anchor.document.token_at(after.start)
    return after.upper or (token is not None and token.start == after.start and token.pos == "ADJ")


@rule("(?<=[{en}]) (?P<yy>{yy}) (?=[{comma}{stop}{close}{break}{and}{or}]|$)")
def short_year(m: Match) -> list[Found]:
    """ "en 84," """
    year = full_year(m.one("yy"))
    return [] if year is None else [Found(m.span(), "DATE", in_year(year))]


COUNTED = ("unit", "hour", "day", "week", "moon", "annum", "decimal", "h24", "d31")
INTRODUCED = ("en", "depuis", "until", "vers", "of", "à", "edge", "here", "month")
COUNTING = ("the", "des", "score", "some", "less", "near", "plus")


def _looks_like_year(m: Match, year: int, before: Word | None, after: Word | None) -> bool:
    """Whether a bare four-digit number is a year: no unit or plural after it, no sign of a count before."""
    span, text = m.span(), m.anchor.document.text
    if after is not None and after.start == span.end and after.lower in ("%", "°", "€", "$", "m", "km"):
        return False
    if after is not None and after.kind in COUNTED:
        return False
    if (span.start and text[span.start - 1] in "#n°º/$€£_@") or text[span.end : span.end + 1] in ("/", "_"):
        return False
    if not (before is not None and before.kind in INTRODUCED) and not 1800 <= year < 2100:
        return False
    if before is None or before.kind == "en":
        return True
    if before.kind == "." and before.upper and m.capital_inside(before):
        # "Euro 2016", "Agenda 2030" are names
        return False
    if before.kind in COUNTING and before.lower != "l'":
        return False
    tokens, token = m.anchor.document.tokens, m.anchor.document.token_at(span.start)
    following = None if token is None or token.i + 1 >= len(tokens) else tokens[token.i + 1]
    if token is None or following is None or following.sent != token.sent:
        return True
    return not (following.pos in ("NOUN", "PROPN") and following.lower.endswith(("s", "x")))


@rule("(?P<a>{year}){hyphen}(?P<b>{year}|{TWO})", "(?P<whole>{the}.)(?P<a>{year}){hyphen}(?P<b>{year}|{TWO})")
def year_range(m: Match) -> list[Found]:
    """ "1950-1953": one interval; "la période 2021-2027" is as long as it lasts"""
    a, b = m.value("a"), m.value("b")
    if b < 100:
        b += a - a % 100
    x, y = m.one("a"), m.one("b")
    assert x is not None and y is not None
    if not a < b <= a + 300 or y.start - x.end > 1:
        return []
    whole = m.all("whole")
    if whole:
        if whole[1].lower != "période":
            return []
        return [Found(m.span(), "DURATION", Moment(f"P{b - a + 1}Y"), in_years(a, b).edtf)]
    return [Found(m.span(), "DATE", in_years(a, b))]


@rule("(?:{the}?{edge}{des}|{the}|{the}{edge}{des})?{annum}(?P<low>{year}|{TWO})")
def named_decade(m: Match) -> list[Found]:
    """ "les années 60", "fin des années 1990" """
    low = m.value("low")
    word = next(w for w in m.all() if w.kind == "annum")
    if not word.lower.startswith("ann") or not word.lower.endswith("s"):
        return []
    return [
        Found(m.span(), "DATE", in_decade(low if low >= 1000 else 1900 + low if low >= 20 else 2000 + low))
    ]


@rule("(?:{the}?{edge}{OF})?{the}?(?P<n>{ordinal}){century}")
def named_century(m: Match) -> list[Found]:
    """ "au XIXe siècle" """
    return [Found(m.span(), "DATE", in_century(m.value("n")))]


@rule("(?:{the}{day}{of})?{the}?(?P<feast>{feast})(?P<year>{year})?(?P<turn>{turn})?")
def named_feast(m: Match) -> list[Found]:
    """ "le Nouvel An", "Pâques 2018" """
    feast, after = m.one("feast"), m.after()
    assert feast is not None
    if after is not None and after.upper and after.start - feast.end == 1 and after.kind == ".":
        return []
    return [Found(m.span(), "DATE", feast_near(m, feast.value, m.value("year"), turned(m, cue(m))))]
