"""What the page says, in its readers' language: its messages, the labels of codes, the dates.

Words("fr").label("status", "held") → "tenu"; Words("fr").date("2019-02-28") → "28 février 2019".
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.model.edtf import Day, bounds, interval
from dragoman.show.messages import messages


@cache
def load_messages(lang: str) -> dict[str, Any]:
    """The page's own messages in one language."""
    text = files("dragoman.show.dossier").joinpath(f"messages/{lang}.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    return told


class Words:
    """The words of one language; `words(key, **values)` gives a message."""

    def __init__(self, lang: str = "fr") -> None:
        self.lang = lang
        self._told = load_messages(lang)
        self._labels = messages(lang)["words"]

    def __call__(self, key: str, **values: object) -> str:
        message = self._told["messages"][key]
        return str(message).format(**values)

    def label(self, group: str, code: str | None) -> str:
        """What users read for a code (`status`, `held`), as on the screens; the code itself where nothing is told."""
        return "" if code is None else str(self._labels.get(group, {}).get(code, code))

    def date(self, edtf: str | None) -> str:
        """An EDTF date for people: a day, a month, a year, or "from … to …"; a word where it is unknown."""
        if not edtf:
            return self("undated")
        first, last = bounds(edtf)
        sure = "?" not in edtf and "~" not in edtf
        told = self._interval(first, last)
        return told if sure else self("approximately", date=told)

    def _interval(self, first: Day, last: Day) -> str:
        if first == Day.min:
            return self("until", date=self._day(last))
        if last == Day.max:
            return self("from", date=self._day(first))
        whole = interval(first, last)
        months = self._told["months"]
        if len(whole) == 4:
            return whole
        if len(whole) == 7:
            return f"{months[first.month - 1]} {first.year}"
        if first == last:
            return self._day(first)
        if (first.year, first.month) == (last.year, last.month):
            return self("days", first=first.day, last=self._day(last))
        return self("between", first=self._day(first), last=self._day(last))

    def _day(self, day: Day) -> str:
        return self("day", day=day.day, month=self._told["months"][day.month - 1], year=day.year)
