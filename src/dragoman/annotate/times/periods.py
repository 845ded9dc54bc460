"""Months, seasons, years and longer, and the feasts of the year: "fin avril", "cet été", "1950-1953", "XIXe siècle"."""

from __future__ import annotations

from dragoman.annotate.times.moments import (
    Moment,
    in_century,
    in_decade,
    in_month,
    in_season,
    in_year,
    in_years,
    spread,
)
from dragoman.annotate.times.nearest import (
    cue,
    feast_near,
    full_year,
    nearest_year,
    turned,
)
from dragoman.annotate.times.rules import Found, Match, rule
from dragoman.annotate.times.tenses import FUTURE, PAST
from dragoman.annotate.times.words import Word
from dragoman.model.edtf import Day
from dragoman.model.spans import Span


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
        near = nearest_year(today, month.value, direction, m.value("turn"))
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
    # "au printemps" is when, no deadline as "au 31 octobre" is
    before = m.before()
    direction = turned(m, m.direction() if before is not None and before.kind in ("au", "à") else cue(m))
    this = m.all()[0].kind == "this"

    def read(today: Day) -> Moment:
        near = (in_season(today.year + k, season.value) for k in (-1, 0, 1))
        options = [o for o in near if o.first and o.last]  # none lies before the year 1 or after 9999

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
