"""What resolution takes and gives: the claims of many articles, and the story that they tell together.

Three dispatches on "le sommet de Hanoï" → one Meeting, the dispute over what was asked, what was expected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any

from dragoman.model.actors import Actor
from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.deadlocks import DEADLOCK_ORDER, Deadlock
from dragoman.model.disputes import Dispute
from dragoman.model.edtf import Day, bounds
from dragoman.model.events import Event
from dragoman.model.expectations import Expectation
from dragoman.model.happenings import Happening
from dragoman.model.measures import Measure
from dragoman.model.meetings import Meeting, MeetingReport
from dragoman.model.positions import Position, Shift
from dragoman.model.statements import Statement
from dragoman.model.times import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """What resolution needs of an article: `published` is EDTF, `digest` the SHA-256 of `text`,
    `url` its address."""

    article_id: str
    name: str
    outlet: str | None = None
    agency: tuple[str, ...] = ()
    published: str | None = None
    title: str | None = None
    digest: str = ""
    text: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryClaims:
    """The claims of all articles, each layer in order of article then of text.

    `actors` are pairs of article id and the Actor as that article knows it, `times` pairs of article id and
    time expression. `same` and `apart` are pairs of report ids or of names that a person judged to be one or two,
    `statuses` pairs of report id and the status that a person gave to its meeting, `accepted` the ids of claims that
    a person found right.
    """

    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    meetings: tuple[MeetingReport, ...] = ()
    positions: tuple[Position, ...] = ()
    actors: tuple[tuple[str, Actor], ...] = ()
    times: tuple[tuple[str, Time], ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    statuses: tuple[tuple[str, str], ...] = ()
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedActor:
    """One actor over all articles; `aliases` are its other names, `articles` the ids that know it."""

    name: str
    kind: str
    side: str | None = None
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What the articles tell together, as of a date."""

    actors: tuple[ResolvedActor, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    shifts: tuple[Shift, ...] = ()
    happenings: tuple[Happening, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    measures: tuple[Measure, ...] = ()
    channels: tuple[Channel, ...] = ()
    deadlocks: tuple[Deadlock, ...] = ()


Settle = Callable[[Iterable[Dispute]], tuple[Dispute, ...]]


def join_stories(parts: Iterable[Story], settle: Settle = tuple) -> Story:
    """One story out of its parts, everything in its order; `settle` puts the disputes of all parts together."""
    told: dict[str, list[Any]] = {part.name: [] for part in fields(Story)}
    for story in parts:
        for name, found in told.items():
            found.extend(getattr(story, name))
    disputes = settle(told.pop("disputes"))
    return Story(disputes=disputes, **{name: tuple(sorted(told[name], key=ORDERS[name])) for name in told})


def _by_day(noun: Meeting | Happening) -> tuple[Day, str]:
    return (bounds(noun.date)[0] if noun.date else Day.max, noun.id)


def _most_told(noun: Agreement | Measure | Channel) -> tuple[int, str]:
    return (-len(noun.life), noun.id)


# In which order each part of a story stands.
ORDERS: dict[str, Callable[[Any], Any]] = {
    "actors": lambda a: (-len(a.articles), a.name),
    "meetings": _by_day,
    "expectations": lambda e: (e.made_on or "9999", e.id),
    "shifts": lambda s: (s.party, s.issue, s.before, s.after),
    "happenings": _by_day,
    "agreements": _most_told,
    "measures": _most_told,
    "channels": _most_told,
    "deadlocks": lambda d: (DEADLOCK_ORDER.index(d.kind), d.parties, d.id),
}
