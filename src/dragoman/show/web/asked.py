"""What a page's address asks for: the two dates, the filters, the language.

"/timeline?known_by=2019-02-28&actor=trump" → Asked with its Scope; asked.link("/timeline", page="2") keeps the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from dragoman.model.edtf import is_edtf
from dragoman.record import Scope
from dragoman.show.messages import LANGUAGES

DATES = ("as_of", "known_by", "from", "to", "since")
# In this order in every address, so that one view has one address.
NAMES = (
    *DATES, "actor", "q", "speaker", "type", "kind", "status", "issue", "stance", "party", "outlet", "by",
    "order", "about", "claim", "table", "all", "page", "lang",
)  # fmt: skip
KEPT = ("as_of", "known_by", "lang")  # what goes along from screen to screen
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """`values` are what was asked for, by name; `wrong` the names of the dates that are none."""

    lang: str
    values: Mapping[str, str]
    wrong: tuple[str, ...] = ()

    @property
    def scope(self) -> Scope:
        """The part of the record that is asked for."""
        return Scope(
            actor=self.get("actor"), since=self.get("from"), until=self.get("to"),
            as_of=self.get("as_of"), known_by=self.get("known_by"),
        )  # fmt: skip

    def get(self, name: str) -> str | None:
        """What was asked for under that name."""
        return self.values.get(name)

    @property
    def number(self) -> int:
        """The number of the page of a long list, from 1."""
        told = self.get("page") or ""
        return max(1, min(int(told), 100_000)) if told.isascii() and told.isdigit() else 1

    def link(self, path: str, **changes: object) -> str:
        """The address of a screen with only what goes along, and `changes`."""
        return _address(path, {**{k: v for k, v in self.values.items() if k in KEPT}, **_told(changes)})

    def here(self, path: str, **changes: object) -> str:
        """The address of the same view with `changes`; a list begins anew unless they say otherwise."""
        return _address(path, {**self.values, "page": "", **_told(changes)})

    def without(self, path: str, names: Iterable[str]) -> str:
        """The address of the same view without the filters `names`."""
        return self.here(path, **dict.fromkeys(names, ""))

    @property
    def is_narrow(self) -> bool:
        """Whether anything is asked for besides what goes along."""
        return any(name not in (*KEPT, "about", "page", "by", "order", "since") for name in self.values)

    def rest(self, *names: str) -> list[tuple[str, str]]:
        """What a form has to carry along besides its own fields `names`."""
        return [(k, v) for k, v in self.values.items() if k not in (*names, "page")]


def ask(query: Iterable[tuple[str, str]], lang: str) -> Asked:
    """What the pairs of a query ask for; what we do not know, and what is empty, is left out."""
    values: dict[str, str] = {}
    wrong = []
    for name, value in query:
        told = " ".join(value.replace("\0", "").split())[:LONGEST]
        if name not in NAMES or not told:
            continue
        if name in DATES and not is_edtf(told):
            wrong.append(name)
        elif name != "lang" or told in LANGUAGES:
            values[name] = told
    return Asked(values.get("lang", lang), {n: values[n] for n in NAMES if n in values}, tuple(wrong))


def _told(changes: Mapping[str, object]) -> dict[str, str]:
    return {k.rstrip("_"): "" if v is None else str(v) for k, v in changes.items()}


def _address(path: str, values: Mapping[str, str]) -> str:
    asked = urlencode([(n, values[n]) for n in NAMES if values.get(n)])
    return f"{path}?{asked}" if asked else path
