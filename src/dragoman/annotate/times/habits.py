"""What comes back (SET) and the idioms of the lexicon: "tous les vendredis", "par an", "actuellement"."""

from __future__ import annotations

from dragoman.annotate.times.amounts import write_duration
from dragoman.annotate.times.clocks import today
from dragoman.annotate.times.moments import Moment, in_year, on_day
from dragoman.annotate.times.rules import NOTHING, Found, Match, rule
from dragoman.annotate.times.tenses import PAST
from dragoman.model.edtf import Day
from dragoman.model.spans import Span

PARTS = {"part"}


@rule(
    "{near}?{each}(?P<n>{CARDINAL})?(?P<unit>{UNIT}|{weekday}|{part}|{term}|{season})",
    "{all}{the}(?P<n>{CARDINAL})?(?P<unit>{UNIT}|{weekday}|{part}|{term}|{season})",
    "{par}(?P<unit>{UNIT}|{term})",
)
def habit(m: Match) -> list[Found]:
    """ "chaque année", "tous les trois mois", "par semaine" """
    unit = m.one("unit")
    assert unit is not None
    if m.all()[0].lower in ("tout", "toute") and m.all()[0].kind == "all":
        return []
    if unit.kind == "weekday":
        value = f"XXXX-WXX-{unit.value}"
    elif unit.kind == "part":
        value = f"XXXX-XX-XXT{unit.value}"
    elif unit.kind == "season":
        value = f"XXXX-{unit.value}"
    elif unit.kind == "weekend":
        value = "XXXX-WXX-WE"
    elif str(unit.value).endswith("?"):
        return []
    else:
        n = m.value("n")
        value = write_duration(float(n or 1), str(unit.value))
    return [Found(m.span(), "SET", Moment(value))]


@rule("{every}")
def every(m: Match) -> list[Found]:
    """ "hebdomadaire" as said of a meeting; a "quotidien" that one reads is a newspaper"""
    word = m.all()[0]
    token = m.anchor.document.token_at(word.start)
    if token is not None and token.start == word.start and token.pos not in ("ADJ", "ADV"):
        return []
    return [] if word.upper else [Found(m.span(), "SET", Moment(word.value))]


@rule("(?<=[{pendant}{depuis}{after}{pour}]) {while}", "{while}(?<!.)")
def for_a_while(m: Match) -> list[Found]:
    """ "pendant longtemps" """
    return [Found(m.span(), "DURATION", Moment(m.all()[0].value))]


@rule("{never}")
def never(m: Match) -> list[Found]:
    """ "du jour au lendemain": takes its words and gives no time"""
    return [Found(m.span(), NOTHING, Moment(""))]


@rule("{reference}", "{soon}")
def reference(m: Match) -> list[Found]:
    """ "actuellement", "récemment", "un jour" """
    word = m.all()[0]
    value, edtf = word.value, None
    if value == "EPOCH":
        after = m.after()
        if after is not None and after.kind in ("of", "du", "des"):
            return []
        token = None if after is None else m.anchor.document.token_at(after.start)
        if token is not None and after and token.start == after.start and token.pos == "ADJ":
            # "l'époque soviétique"
            end = token.end if token.end > after.end else after.end
            return [Found(Span(m.span().start, end), "DATE", Moment("PAST_REF"))]
        last = m.anchor.last_time()
        if last is None or last.first is None:
            return [Found(m.span(), "DATE", Moment("PAST_REF"))]
        return [Found(m.span(), "DATE", in_year(last.first.year))]
    if value == "ONE_DAY":
        return _one_day(m)
    if value == "PRESENT_REF":
        edtf = today(m).edtf
    return [Found(m.span(), "DATE", Moment(value), edtf)]


def _one_day(m: Match) -> list[Found]:
    """ "un jour" that points ahead or back; the amount ("pendant un jour", "un jour de repos") is no reference"""
    before, after = m.before(), m.after()
    if before is not None and before.kind in (
        "pendant",
        "pour",
        "of",
        "after",
        "before",
        "depuis",
        "dans",
        "each",
        "avoir",
    ):
        return [Found(m.span(), "DURATION", Moment("P1D"))]
    if after is not None and after.kind in ("of", "du", "late", "plus", "earlier", "after", "before"):
        return [Found(m.span(), "DURATION", Moment("P1D"))] if after.kind in ("after", "before") else []
    return [Found(m.span(), "DATE", Moment("PAST_REF" if m.direction() == PAST else "FUTURE_REF"))]


@rule(
    "(?<=[{à}]) (?:{this}|{the}{same}){date}",
    "{the}{same}(?P<kind>{day}|{annum}|{moon}|{week})",
    "{the}(?P<kind>{day}){same}",
)
def same_date(m: Match) -> list[Found]:
    """ "à cette date", "à la même date", "le même jour": the time told last"""
    last = m.anchor.last_day() if m.all("kind") else m.anchor.last_time()
    if last is None and m.all("kind") and m.anchor.now:
        last = today(m)
    if last is None:
        return []
    return [Found(m.span(), "DATE", on_day(last.day) if last.day else last)]


@rule("(?P<known>{known})")
def known_day(m: Match) -> list[Found]:
    """ "le 11-Septembre": a day that needs no year"""
    return [Found(m.span(), "DATE", on_day(Day.fromisoformat(m.value("known"))))]
