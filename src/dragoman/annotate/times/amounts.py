"""Amounts of time: "huit mois" → P8M, "plusieurs années" → PXY, "une heure et demie" → PT1H30M."""

from __future__ import annotations

from dragoman.annotate.times.moments import Moment
from dragoman.annotate.times.rules import PIECES, Found, Match, rule
from dragoman.annotate.times.words import Word

# "deux ou trois": as many as the second says
PIECES["N_OR"] = "{N}(?:{or}{CARDINAL})?"
# "quelques jours", "de nombreuses années", "une dizaine de mois", "trois semaines", "les deux jours"
PIECES["AMOUNT"] = (
    "(?:(?P<vague>(?:{the}|{this})?{some}|(?:{of}|{the}|{this}|{des})?{many}|{des})|(?:{the}|{one})(?P<score>{score}){of}"
    "|(?:{the}|{this})?(?P<n>{N}(?:(?:{hyphen}|{or}){CARDINAL})?))"
    "(?P<unit>{UNIT})(?P<more>{FRACTION}|{and}{number}{moon}|{h24}(?!{hour}))?"
)


def read_amount(m: Match) -> tuple[int | None, str]:
    """The whole number of units (None for a vague one) and the unit's TIMEX3 letter."""
    unit = str(m.value("unit"))
    if m.all("vague"):
        return None, unit
    if m.all("score"):
        return int(m.value("score")), unit
    words = m.all("n")
    return (int(_number(words[-1])) if words else None), unit


def _number(word: Word) -> float:
    return 1 if word.kind == "one" else float(word.value)


def write_duration(amount: float | None, unit: str, more: list[Word] | None = None) -> str:
    """An amount (None: vague) of a unit as TIMEX3 writes it; `more` is what follows ("et demi")."""
    if unit in ("Q", "H") and amount is not None:
        amount, unit = amount * (3 if unit == "Q" else 6), "M"
    elif unit in ("Q", "H"):
        unit = "M"
    if unit in ("DE", "CE", "ML") and amount is not None:
        amount, unit = amount * {"DE": 10, "CE": 100, "ML": 1000}[unit], "Y"
    if unit.endswith("?"):
        amount, unit = None, unit[:-1]
    digits = unit.lstrip("".join(c for c in unit if c.isalpha()))
    if digits:
        amount, unit = (amount or 1) * int(digits), unit[: -len(digits)]
    clock = unit.startswith("T")
    letter = unit[1:] if clock else unit
    told = "X" if amount is None else f"{amount:g}"
    head = f"P{'T' if clock else ''}{told}{letter}"
    kinds = [w.kind for w in more or []]
    if amount is None or not more:
        return head
    if "half" in kinds:
        return head + {"H": "30M", "Y": "6M", "M": "15D", "D": "T12H"}.get(letter, "")
    if "quarter" in kinds:
        return head + {"H": "15M", "Y": "3M"}.get(letter, "")
    last = more[-1] if more[-1].kind in ("h24", "d31", "m59") else None
    if last is not None:
        return head + f"{last.value}M" if letter == "H" else head
    if "moon" in kinds and letter == "Y":
        return head + f"{more[-2].value}M"
    return head


@rule("(?:{all}(?={one}))?{APPROX}?{AMOUNT}", "{all}{the}(?P<unit>{day}|{week})")
def amount(m: Match) -> list[Found]:
    """ "huit mois", "plus de deux ans et demi", "une dizaine de jours", "des heures" """
    unit, before, after = m.one("unit"), m.before(), m.after()
    assert unit is not None
    words = m.all()
    if m.capital_inside(unit) or (unit.value in ("TM?",) and not m.all("vague")):
        return []
    if m.all("vague") and words[0].kind == "des" and len(m.all("vague")) == 1 and not _partitive(m, words[0]):
        return []
    if unit.kind == "annum" and _is_age(m, unit, before, after):
        return []
    if unit.kind == "weekend" or (after is not None and after.kind == "times"):
        return []
    end = len(words)
    more = m.all("more")
    if more and more[-1].kind == "h24" and unit.kind != "hour":
        end -= 1
        more = []
    span = m.span()
    if end < len(words):
        span = span._replace(end=words[end - 1].end)
    return [Found(span, "DURATION", Moment(write_duration(_told(m), str(unit.value), more)))]


def _told(m: Match) -> float | None:
    if m.all()[0].kind == "all":
        return 1
    if m.all("score"):
        return float(m.value("score"))
    return _number(m.all("n")[-1]) if m.all("n") else None


def _partitive(m: Match, word: Word) -> bool:
    """Whether "des" is the article ("depuis des années"), not "de les" ("au fil des ans")."""
    before = m.before()
    if before is not None and before.kind in ("depuis", "pendant", "after", "dans", "pour", "before"):
        return True
    token = m.anchor.document.token_at(word.start)
    return token is not None and token.start == word.start and token.pos == "DET"


def _is_age(m: Match, unit: Word, before: Word | None, after: Word | None) -> bool:
    """Whether "37 ans" is somebody's age: between commas or brackets, after "âgé de", "à 37 ans,"."""
    if before is None:
        return False
    two = m.before(2)
    if before.kind == "avoir" and (two is None or two.kind != "y") and m.all("n"):
        return unit.lower == "ans"
    if unit.lower == "ans" and any(w.kind == "hyphen" for w in m.all()):
        # "les 6-16 ans"
        return True
    if before.kind == "of" and two is not None:
        near = [w.kind for k in range(2, 6) if (w := m.before(k)) is not None]
        if "aged" in near or two.kind == "person":
            return True
        exact = unit.lower == "ans" and m.all()[0].kind in ("h24", "d31", "m59", "yy")
        return exact and m.value("n") >= 12 and "lasting" not in near
    if unit.lower != "ans":
        return False
    if before.kind in ("open", "comma") and after is not None and after.kind in ("close", "comma", "stop"):
        return all(w.kind not in ("plus", "less", "near") for w in m.all())
    if before.kind == "à" and m.all()[0].kind in ("h24", "d31", "m59", "yy", "number"):
        return after is None or after.kind not in ("of", "du", "des")
    return False


@rule(
    "(?:{the}|{this}|{des}|{of})(?:{all})?(?P<n>{N_OR})?(?P<turn>{turn})(?P<n2>{CARDINAL})?(?P<unit>{UNIT})",
    "(?:{the}|{this}|{des}|(?<=[{des}]))(?:{all})?(?P<n>{N_OR})?(?P<unit>{UNIT})(?P<turn>{turn})",
    "(?<=[{des}]) (?P<n>{CARDINAL})?(?P<turn>{turn})(?P<n2>{CARDINAL})?(?P<unit>{UNIT})",
)
def amount_turned(m: Match) -> list[Found]:
    """ "ces dernières semaines", "les trois prochains jours", "les années à venir" """
    unit, first = m.one("unit"), m.all()[0]
    assert unit is not None
    n = m.all("n") or m.all("n2")
    plural = first.lower in ("les", "ces", "des") or (first.kind == "turn") or bool(n)
    if not plural or (first.lower in ("le", "la", "l'", "ce", "cette", "cet") and not n):
        return []
    span = m.span()
    if first.kind in ("des", "of"):
        # "au cours des deux dernières années": the article hides in the preposition
        span = span._replace(start=m.all()[1].start)
    amount = _number(n[-1]) if n else None
    before = m.before()
    if before is not None and before.kind == "dans" and any(w.kind == "or" for w in n):
        return []
    if (
        not n
        and m.value("turn") == 3
        and before is not None
        and before.kind == "dans"
        and "vien" not in m.all()[-1].lower
    ):
        return [Found(span, "DATE", Moment("FUTURE_REF"))]
    return [Found(span, "DURATION", Moment(write_duration(amount, str(unit.value))))]


@rule("{the}{ordinal}(?P<unit>{UNIT})")
def first_units(m: Match) -> list[Found]:
    """ "depuis les premières semaines" """
    if m.all()[0].lower != "les":
        return []
    return [Found(m.span(), "DURATION", Moment(write_duration(None, str(m.value("unit")))))]


@rule("(?P<n>{CARDINAL})(?P<part>{part})(?!{clock})")
def nights(m: Match) -> list[Found]:
    """ "quatre nuits" """
    if m.value("part") != "NI" or not m.all("part")[0].lower.endswith("s"):
        return []
    return [Found(m.span(), "DURATION", Moment(f"P{m.value('n')}D"))]


@rule(
    "(?<=[{pendant}]) (?P<approx>(?:{plus}|{less}){of})?(?P<clock>{clock})",
    "(?P<approx>{APPROX})(?P<clock>{clock})",
    "(?P<clock>{clock})(?={of})",
)
def clock_as_amount(m: Match) -> list[Found]:
    """ "durant plus de 6h30": an amount written like an hour"""
    before, approx = m.before(), m.all("approx")
    of_it = m.after()
    lasts = of_it is not None and of_it.kind == "of" and m.value("clock")[1] and m.value("clock")[0] < 12
    if not approx and (before is None or before.kind != "pendant") and not lasts:
        return []
    if approx and approx[0].kind == "near":
        return []
    hours, minutes = m.value("clock")
    return [Found(m.span(), "DURATION", Moment(f"PT{hours}H{f'{minutes}M' if minutes else ''}"))]
