"""Acts that lie a told distance away from a day: before the day after them, some years before their anniversary.

"Séoul a protesté mercredi au lendemain de la démolition" → démolition, the Tuesday. The words that say so are
lexicon/fr/event_offsets.yaml.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any, NamedTuple

from dragoman.extract.events.dates import Dates, tells_day
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.edtf import bounds, is_day
from dragoman.model.errors import DateError
from dragoman.model.times import Time

AMOUNT = re.compile(r"P(\d{1,3})([YMWD])")
YEAR = re.compile(r"\d{4}")
NUMBERED = re.compile(r"(\d{1,3})(?:e|è|ème|er|ère)")
# How many words may stand between the amount and the word ("deux ans jour pour jour après").
BETWEEN = 4
# How far above the act the word's complement may stand.
FAR = 5


class Offset(NamedTuple):
    """A day (EDTF) that an act may have by such a word, and how many steps above the act its complement stands."""

    date: str
    word: str
    steps: int


class Offsets:
    """The days told by a distance in one article; `words` are those that tell one, by sentence."""

    def __init__(self, document: Document, dates: Dates) -> None:
        self.document, self.dates = document, dates
        known = _entries()
        self.words: dict[int, list[Token]] = {}
        for token in document.tokens:
            if token.lower in known:
                self.words.setdefault(token.sent, []).append(token)
        self._read: dict[int, dict[int, tuple[str, str]]] = {}

    def over(self, i: int) -> list[Offset]:
        """The days that the act at token `i` may have by a word of its sentence, nearest complement first."""
        number = self.document.tokens[i].sent
        if number not in self.words:
            return []
        found = self._read.get(number)
        if found is None:
            pairs = [(self._target(w), w) for w in self.words[number]]
            found = self._read[number] = {
                target.i: (date, word.lower)
                for target, word in pairs
                if target is not None and (date := self._date(word)) is not None
            }
        up = [i, *(t.i for t in self.document.ancestors(i))][:FAR] if found else []
        return [Offset(*found[k], min(n, 2)) for n, k in enumerate(up) if k in found]

    def _target(self, word: Token) -> Token | None:
        """The word whose day it tells: the complement of a noun, what a preposition governs, the verb of an amount."""
        document = self.document
        kind = _entries()[word.lower]["kind"]
        if kind == "noun":
            return next((k for k in document.children(word.i) if k.dep.startswith("nmod")), None)
        governor = document.tokens[word.head]
        if kind == "after":
            return governor if governor.i > word.i else None
        return document.tokens[governor.head] if governor.head != governor.i else None

    def _date(self, word: Token) -> str | None:
        """The day that it tells; None where the text counts no distance by it."""
        entry = _entries()[word.lower]
        if "days" in entry:
            told = next((t for t in self._times(word) if t.span.start <= word.start < t.span.end), None)
            base = told.edtf if told is not None else self._anchor(word)
            return shift(base, entry["days"], "D")
        if "years" in entry:
            ordinal = next((n for k in self.document.children(word.i) if (n := _ordinal(k.lower))), 0)
            return shift(self._anchor(word), entry["years"] * ordinal, "Y") if ordinal else None
        amount = self._amount(word, entry["kind"] == "after")
        if amount is None:
            return None
        anchor = self._year(word) if amount[2] == "Y" and entry["kind"] == "after" else None
        date = shift(anchor or self._anchor(word), entry["sign"] * int(amount[1]), amount[2])
        return f"{date}/.." if date and entry["kind"] == "before" else date

    def _amount(self, word: Token, before: bool) -> re.Match[str] | None:
        """The amount of time right before or after the word."""
        document = self.document
        for time in document.times_in(document.sentences[word.sent].span):
            if time.type != "DURATION":
                continue
            words = document.tokens_in(time.span)
            gap = (word.i - words[-1].i if before else words[0].i - word.i) if words else 0
            if 0 < gap <= (BETWEEN if before else 1):
                return AMOUNT.fullmatch(time.value)
        return None

    def _anchor(self, word: Token) -> str | None:
        """The day that the distance is told from: the nearest one of the sentence, else the article's."""
        days = [t for t in self._times(word) if tells_day(t)]
        nearest = min(days, key=lambda t: abs(t.span.start - word.start), default=None)
        return nearest.edtf if nearest is not None else self.document.published

    def _year(self, word: Token) -> str | None:
        """The year told nearest before the word: "réintégrée en 2017, trente-trois ans après l'avoir quittée"."""
        told = [t for t in self._times(word) if t.span.end <= word.start and t.edtf and tells_year(t.edtf)]
        return told[-1].edtf if told else None

    def _times(self, word: Token) -> list[Time]:
        return self.dates.of(word.sent)


def tells_year(date: str) -> bool:
    """Whether the date is a year and no more."""
    return bool(YEAR.fullmatch(date))


def shift(date: str | None, steps: int, unit: str) -> str | None:
    """The day `steps` units (Y, M, W, D) after a day, as exact as the unit tells: by years and months, a month."""
    try:
        if date is not None and unit == "Y" and tells_year(date):
            return f"{int(date) + steps:04d}" if 0 < int(date) + steps <= 9999 else None
        if date is None or not is_day(date):
            return None
        day = bounds(date)[0]
        if unit in "DW":
            return (day + dt.timedelta(days=steps * (7 if unit == "W" else 1))).isoformat()
        months = day.year * 12 + day.month - 1 + steps * (12 if unit == "Y" else 1)
        return f"{dt.date(months // 12, months % 12 + 1, 1):%Y-%m}"
    except (DateError, OverflowError, ValueError):
        return None


@cache
def _entries() -> dict[str, dict[str, Any]]:
    """Each word that tells a distance → its entry."""
    return {row["lemma"]: row for row in load_yaml("fr/event_offsets")}


@cache
def _ordinals() -> dict[str, int]:
    rows = [row for row in load_yaml("fr/times_units") if row["class"] == "ordinal"]
    return {form: row["value"] for row in rows for form in (row["lemma"], *row.get("forms", ()))}


def _ordinal(word: str) -> int:
    """What an ordinal counts ("deuxième", "60e"), 0 where the word is none."""
    numbered = NUMBERED.fullmatch(word)
    return int(numbered[1]) if numbered else _ordinals().get(word, 0)
