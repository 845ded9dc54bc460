"""What a page says, in its readers' language: its messages, the labels of codes, the dates.

Words("fr").label("status", "held") → "tenu"; Words("fr").date("2019-02-28") → "28 février 2019".
A message that counts has two forms, {one: "{n} source", many: "{n} sources"}: French says one for 0 and 1.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.model.edtf import Day, bounds, interval
from dragoman.model.errors import DateError
from dragoman.model.meetings import Meeting
from dragoman.show.messages import form_for, messages
from dragoman.show.naming import meeting_name


@cache
def load_messages(home: str, lang: str) -> dict[str, Any]:
    """The messages of one folder of `show` in one language."""
    path = files(f"dragoman.show.{home}").joinpath(f"messages/{lang}.yaml")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    told: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return told


class Words:
    """The words of one language; `words(key, **values)` gives a message of the folder `home`."""

    def __init__(self, lang: str = "fr", home: str = "dossier") -> None:
        self.lang = lang
        self._told: dict[str, Any] = load_messages(home, lang)["messages"]
        self._labels = messages(lang)["words"]
        self._dates = messages(lang)["dates"]
        self._columns = messages(lang)["columns"]

    def __call__(self, key: str, **values: object) -> str:
        told = self._told[key]
        if isinstance(told, dict):
            n = values["n"]
            told = told[form_for(n, self.lang)]
            values["n"] = self.number(n)
        return str(told).format(**values)

    def number(self, n: object) -> str:
        """A number as it is written: `12 345`, `12,345`."""
        return f"{n:,}".replace(",", self._dates["thousands"]) if isinstance(n, int) else str(n)

    def has(self, key: str) -> bool:
        """Whether the folder has such a message."""
        return key in self._told

    def label(self, group: str, code: str | None) -> str:
        """What users read for a code (`status`, `held`), as on the screens; the code itself where nothing is told."""
        return "" if code is None else str(self._labels.get(group, {}).get(code, code))

    def column(self, name: str) -> str:
        """What users read for a field of a noun (`according_to`), as above the tables; empty where nothing is told."""
        return str(self._columns.get(name, ""))

    def date(self, edtf: str | None) -> str:
        """An EDTF date for people: a day, a month, a year, or "from … to …"; a word where it is unknown."""
        if not edtf:
            return self._dated("undated")
        try:
            first, last = bounds(edtf)
        except DateError:  # what the rules got wrong is shown as it is
            return edtf
        sure = "?" not in edtf and "~" not in edtf
        told = self._interval(first, last)
        return told if sure else self._dated("approximately", date=told)

    def meeting(self, meeting: Meeting) -> str:
        """What a meeting is called."""
        return meeting_name(meeting, self.lang)

    def that_day(self, edtf: str | None) -> str:
        """A date after "since": French has `le 28 février 2019`, but `février 2019`."""
        told = self.date(edtf)
        return self._dated("the_day", date=told) if told[:1].isdigit() and " " in told else told

    def short_date(self, edtf: str) -> str:
        """A day, month or year of an axis in a few letters: `2019-02` → `févr. 2019`."""
        year, _, rest = edtf.partition("-")
        if not rest:
            return year
        month, _, day = rest.partition("-")
        name = self._dates["short_months"][int(month) - 1]
        return f"{self._nth(int(day))} {name}" if day else f"{name} {year}"

    def _interval(self, first: Day, last: Day) -> str:
        if first == Day.min:
            return self._dated("until", date=self._day(last))
        if last == Day.max:
            return self._dated("from", date=self._day(first))
        whole = interval(first, last)
        months = self._dates["months"]
        if len(whole) == 4:
            return whole
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{first.year}–{last.year}"
        if len(whole) == 7:
            return f"{months[first.month - 1]} {first.year}"
        if first == last:
            return self._day(first)
        if (first.year, first.month) == (last.year, last.month):
            return self._dated("days", first=self._nth(first.day), last=self._day(last))
        return self._dated("between", first=self._day(first), last=self._day(last))

    def _day(self, day: Day) -> str:
        return self._dated(
            "day", day=self._nth(day.day), month=self._dates["months"][day.month - 1], year=day.year
        )

    def _nth(self, day: int) -> str:
        """The day of a month: French has `1er mars`, `2 mars`."""
        return str(self._dates["first_of_month"]) if day == 1 else str(day)

    def _dated(self, key: str, **values: object) -> str:
        return str(self._dates[key]).format(**values)
