"""A meeting being put together from reports.

"un deuxième sommet peu après le Nouvel An", "le sommet de Hanoï" → one Gathering, planned and then held.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from dragoman.model.edtf import Day, bounds
from dragoman.model.meetings import MeetingReport
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

Days = tuple[Day, Day]
# "COP26", and no other COP
_EDITION = re.compile(r"[a-z]{3,}\d\d$")

PENDING = ("proposed", "planned", "postponed")
OFF = ("cancelled", "refused")
# How many it takes to meet.
PAIR = 2
# What is called off or still to come has no date that lies so many days behind.
BEHIND = 31
# A date that is wider than this many days dates nothing.
WIDE = 62


@dataclass(slots=True)
class Telling:
    """A report with what is asked of it again and again; `names` are those who take part, by the record's names.

    `portfolio` is of what they are ministers, where the report's label tells: "des finances".
    """

    report: MeetingReport
    names: tuple[str, ...]
    people: frozenset[str]
    sides: frozenset[str]
    when: Days | None
    within: Days | None
    told: Days | None
    meal: bool
    process: bool
    bodies: frozenset[str]
    edition: str | None
    ordinal: int | None = None
    portfolio: str | None = None
    kind: str = field(init=False)
    status: str = field(init=False)
    # A meal, a call, a process: reports of two natures never are of one meeting.
    nature: tuple[bool, bool, bool] = field(init=False)

    def __post_init__(self) -> None:
        self.kind, self.status = self.report.kind, self.report.status
        self.nature = (self.meal, self.kind == "call", self.process)


def is_name(actor: str) -> bool:
    """Whether it is a name and no description ("secrétaire d'État américain", "négociateurs")."""
    return not actor[:1].islower()


def told_date(report: MeetingReport, tellings: Tellings) -> str | None:
    """The date that the report gives; None where it lies so far behind that what is to come, or was, is another."""
    told = tellings.day_bounds(report.article)
    if report.date and told and report.status in (*PENDING, *OFF):
        behind = (told[0] - bounds(report.date)[1]).days
        return None if behind > BEHIND else report.date
    return report.date


def read_telling(report: MeetingReport, tellings: Tellings, ordinal: int | None = None) -> Telling:
    """The report, its actors by the record's names, its dates as days."""
    cast = tellings.cast
    names = cast.names(report.participants)
    people = frozenset(p for p in names if cast.kind(p) == "person" and is_name(p))
    bodies = frozenset(p for p in names if cast.kind(p) == "organisation")
    edition = _EDITION.search(report.rule)
    portfolio = Wordings.load().find("portfolio", report.label)
    date = told_date(report, tellings)
    within = bounds(date) if date else None
    when = within if within and (within[1] - within[0]).days <= WIDE else None
    standing = (
        report.status == "ongoing"
        or (report.status == "held" and not report.date)
        or (report.status == "planned" and report.date is not None)
    )
    return Telling(
        report=report,
        names=names,
        people=people,
        sides=cast.sides(report.participants),
        when=when,
        within=within,
        told=tellings.day_bounds(report.article),
        meal=Wordings.load().meal(report.label),
        # talks that go on for months, of which no place and no day is told
        bodies=bodies if report.kind in ("summit", "session") else frozenset(),
        edition=edition[0] if edition else None,
        ordinal=ordinal,
        portfolio=portfolio[0] if portfolio else None,
        process=report.kind == "talks" and not report.place and not when and standing and len(people) < 2,
    )


@dataclass(slots=True)
class Gathering:
    """Reports of one meeting, and what they tell of it together."""

    tellings: list[Telling] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    named: Counter[str] = field(default_factory=Counter)
    edition: str | None = None
    ordinal: int | None = None
    portfolio: str | None = None
    held_on: Days | None = None
    planned_on: Days | None = None
    within: Days | None = None
    last_told: Days | None = None
    last_status: str = ""
    held: bool = False
    core: set[str] = field(default_factory=set)
    nature: tuple[bool, bool, bool] = (False, False, False)  # that of the first report
    naming: int = 0

    def add(self, telling: Telling) -> None:
        """One more report; they come in the order of publication."""
        if not self.tellings:
            self.nature = telling.nature
        self.tellings.append(telling)
        self.people |= telling.people
        if telling.people:
            self.naming += 1
            self.named.update(telling.people)
            # the people whom at least every second report that names anybody names
            self.core = {p for p, n in self.named.items() if 2 * n >= self.naming}
        self.bodies |= telling.bodies
        self.edition = self.edition or telling.edition
        self.ordinal = self.ordinal or telling.ordinal
        self.portfolio = self.portfolio or telling.portfolio
        self.sides |= telling.sides
        self.kinds.add(telling.kind)
        self.articles.add(telling.report.article)
        self.ids.add(telling.report.id)
        if telling.report.place:
            if self.last_status == "postponed":
                self.places.clear()  # it was moved
            self.places.add(telling.report.place)
        postponed = telling.status == "postponed"  # its date may be the old one
        if (
            telling.within
            and not postponed
            and (self.within is None or length(telling.within) < length(self.within))
        ):
            self.within = telling.within
        if telling.told:
            self.last_told = max(self.last_told or telling.told, telling.told)
        # an article before the day that is set cannot tell that it was held
        early = self.planned_on and telling.told and telling.told[1] < self.planned_on[0]
        status = "planned" if early and telling.status in ("held", "ongoing") else telling.status
        if status in PENDING:
            self.planned_on = (None if postponed else telling.when) or self.planned_on
        elif telling.when and (self.held_on is None or length(telling.when) < length(self.held_on)):
            self.held_on = telling.when
        self.held = self.held or status in ("held", "ongoing")
        self.last_status = status


def length(when: Days) -> int:
    return (when[1] - when[0]).days
