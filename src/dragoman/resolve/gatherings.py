"""A meeting being put together from reports, and how well one more report fits it.

"un deuxième sommet peu après le Nouvel An" fits what is planned between the same two, "Singapour" does not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from dragoman.model.edtf import Day, bounds
from dragoman.model.meetings import MeetingReport
from dragoman.resolve.places import may_hold, same_place
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

Days = tuple[Day, Day]
# "COP26", and no other COP
_EDITION = re.compile(r"[a-z]{3,}\d\d$")

PENDING = ("proposed", "planned", "postponed")
OFF = ("cancelled", "refused")
# A plan that is carried out more than this many days later is taken for another meeting.
PLAN_LIFE = 300
# Two mentions without date or place are one meeting where their articles lie within this many days.
SAME_NEWS = 21
# What is called off without a date is told of for this many days.
OFF_LIFE = 60
# What is called off or still to come has no date that lies so many days behind.
BEHIND = 31
# A date that is wider than this many days dates nothing.
WIDE = 62
# What counts for the fit beside place and date.
KIN, STRANGE = 1.0, 0.3
PERSON, SIDE = 0.5, 0.2
# A town of which we do not know the state, against a state.
IN_THE_STATE = 0.1
# A meeting is put off more often than brought forward by more than so many days.
EARLY = 3
SUMMIT_DAYS = 2
MONTH = 31
# A body that sits once a year has one summit within so many days.
YEARLY_DAYS = 6
# Summits of one body are one where their articles lie within so many days: those that sit often, those of each year.
OFTEN, YEARLY = 12, 120


@dataclass(slots=True)
class Telling:
    """A report with what is asked of it again and again."""

    report: MeetingReport
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

    @property
    def kind(self) -> str:
        return self.report.kind

    @property
    def status(self) -> str:
        return self.report.status

    @property
    def nature(self) -> tuple[bool, bool, bool]:
        """A meal, a call, a process: reports of two natures never are of one meeting."""
        return self.meal, self.report.kind == "call", self.process


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
    held_on: Days | None = None
    planned_on: Days | None = None
    within: Days | None = None
    last_told: Days | None = None
    last_status: str = ""
    held: bool = False
    core: set[str] = field(default_factory=set)
    naming: int = 0

    def add(self, telling: Telling) -> None:
        """One more report; they come in the order of publication."""
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
            and (self.within is None or _length(telling.within) < _length(self.within))
        ):
            self.within = telling.within
        if telling.told:
            self.last_told = max(self.last_told or telling.told, telling.told)
        # an article before the day that is set cannot tell that it was held
        early = self.planned_on and telling.told and telling.told[1] < self.planned_on[0]
        status = "planned" if early and telling.status in ("held", "ongoing") else telling.status
        if status in PENDING:
            self.planned_on = (None if postponed else telling.when) or self.planned_on
        elif telling.when and (self.held_on is None or _length(telling.when) < _length(self.held_on)):
            self.held_on = telling.when
        self.held = self.held or status in ("held", "ongoing")
        self.last_status = status


def fit(t: Telling, g: Gathering) -> float:
    """How well a report fits a meeting; 0 where they cannot be one."""
    if t.nature != g.tellings[0].nature:
        return 0.0
    if t.process:
        return _same_process(t, g)
    if t.edition or g.edition:
        return 2.0 if t.edition == g.edition else 0.0
    shared, shared_sides = t.people & g.people, t.sides & g.sides
    core = g.core
    place = _place_fit(t, g)
    # a summit lasts some days, of which each article names the one it speaks of
    summits = t.kind == "summit" and "summit" in g.kinds
    one_summit = summits and (place >= 1 or bool(t.bodies & g.bodies))
    slack = YEARLY_DAYS if _is_yearly(t.bodies & g.bodies) else SUMMIT_DAYS if one_summit else 0
    date = _date_fit(t, g, slack)
    others = t.people and core and len(t.people & core) < min(2, len(t.people), len(core))
    # each article names others who came to the summit of a body, or of a place and a day
    if others and not t.bodies & g.bodies and not (one_summit and date >= 1 and shared):
        return 0.0
    here = t.report.article in g.articles
    if here and place >= 1 and _called_off(t, g):
        date = max(date, 0.5)  # that it is off tells that it was planned
    if t.ordinal and g.ordinal and len(shared) > 1:
        # "leur deuxième sommet" is no other than their second
        return 2.0 + place + date + _fresh(t, g) if t.ordinal == g.ordinal and min(place, date) >= 0 else 0.0
    if t.bodies & g.bodies:
        return _same_body(t, g, place, date)
    if not shared_sides and (t.sides and g.sides):
        # "les membres du G7" and "le G7": one summit of a place and a day is one
        return place + date + _fresh(t, g) if one_summit and date >= 1 else 0.0
    if place < 0 and g.last_status == "postponed" and len(shared) > 1:
        place = 0.0  # it may be held elsewhere
    if not t.sides and t.kind == "summit" and place > 0 and date >= 0 and "summit" in g.kinds:
        return place + date + _fresh(t, g)  # "le sommet de Hanoï": its place names it
    if place < 0 or date < 0 or place + date <= 0 or not shared_sides:
        return 0.0
    if place == IN_THE_STATE and not date:
        return 0.0
    if shared and len(shared_sides) > 1 and place > 0 and date > 0 and _carries_out(t, g):
        return place + date + STRANGE + PERSON * len(shared) + _fresh(t, g)
    if bool(t.bodies) != bool(g.bodies) and t.kind not in g.kinds and max(place, date) < 1:
        return 0.0  # the talks of two who both go to the summit of a body
    known = len(shared) > 1 or (len(shared_sides) >= 2 and (bool(shared) or not t.people or not g.people))
    summit = "summit" in g.kinds or t.kind == "summit"
    same_span = bool(t.within and g.within) and _overlap(t.within, g.within, 0) > 0  # type: ignore[arg-type]
    recent = len(shared) > 1 or same_span or abs(_gap(t, g) or 0) <= OFF_LIFE
    if shared and summit and recent and place >= 1 and date >= 0 and g.held and t.status not in PENDING:
        return (
            place + date + PERSON * len(shared) + _fresh(t, g)
        )  # who was at the summit of a place was at that one
    # one side alone goes to many meetings in one place: it is the same on its day, or while the news of it lasts
    if not known and not (place > 0 and (date >= 1 or (date > 0 and abs(_gap(t, g) or 0) <= SAME_NEWS))):
        return 0.0
    # "les deux délégations" may be anybody's; that two who met are the same two is told by place or day
    if bool(t.people) != bool(g.people) and max(place, date) < 1:
        return 0.0
    if here and not (place > 0 and date >= 1) and not _told_twice(t, g, place):
        return 0.0
    if _is_invitation(t, g) and date < 1 and not (t.report.place and g.places):
        return 0.0  # that somebody may come to a place is no plan for a summit anywhere
    kin = KIN if t.kind in g.kinds else STRANGE
    if kin < KIN and max(place, date) < 1 and len(shared) < 2:
        return 0.0
    return place + date + kin + PERSON * len(shared) + SIDE * len(shared_sides) + _fresh(t, g)


def _told_twice(t: Telling, g: Gathering, place: float) -> bool:
    """Whether one article tells of the same twice: a plan and that it is off, a summit and its talks."""
    if len(t.people & g.people) < min(2, len(t.people | g.people)) or not t.people:
        return False
    if (t.status in ("held", "ongoing")) != g.held:
        return False
    bare = not t.report.place and not t.when and t.kind == "talks"
    return (bare and "summit" in g.kinds) or (t.kind in g.kinds and place >= 1)


def _carries_out(t: Telling, g: Gathering) -> bool:
    """Whether talks were held where a visit was to lead, while the news of it lasts."""
    planned = g.kinds == {"visit"} and g.last_status in PENDING
    return planned and t.status in ("held", "ongoing") and abs(_told_gap(t, g)) <= OFF_LIFE


def _called_off(t: Telling, g: Gathering) -> bool:
    """Whether one of the two is off and the other the same plan."""
    statuses = {t.status, g.last_status}
    return t.kind in g.kinds and bool(statuses & set(OFF)) and bool(statuses & set(PENDING))


def _is_invitation(t: Telling, g: Gathering) -> bool:
    """Whether one of the two alone is a visit that is still to come."""
    return (t.kind == "visit" and t.status in PENDING and "visit" not in g.kinds) or (
        t.kind != "visit" and g.kinds == {"visit"} and g.last_status in PENDING
    )


def _same_body(t: Telling, g: Gathering, place: float, date: float) -> float:
    """Two gatherings of one body: of one day, of one place while the news of it lasts, or told at one time."""
    if place < 0 or date < 0:
        return 0.0
    yearly = _is_yearly(t.bodies & g.bodies)
    told_apart = abs(_told_gap(t, g))
    undated = not (t.when or g.planned_on or g.held_on)
    near = told_apart <= YEARLY if yearly else told_apart <= OFTEN and (undated or place >= 1)
    if date >= 1 or (place >= 1 and told_apart <= PLAN_LIFE and yearly) or (near and t.kind in g.kinds):
        return place + date + KIN + _fresh(t, g)
    return 0.0


def _is_yearly(bodies: frozenset[str] | set[str]) -> bool:
    """Whether it is the G7, the G20, a COP: a body that is called by a number."""
    return any(any(c.isdigit() for c in body) for body in bodies)


def _told_gap(t: Telling, g: Gathering) -> int:
    """Days between the articles; many where one is undated."""
    return (t.told[0] - g.last_told[1]).days if t.told and g.last_told else PLAN_LIFE + 1


def _same_process(t: Telling, g: Gathering) -> float:
    if t.sides != g.sides or len(t.sides) < 2:
        return 0.0
    if t.told and g.last_told and (t.told[0] - g.last_told[1]).days > PLAN_LIFE:
        return 0.0
    return 1.0


def _place_fit(t: Telling, g: Gathering) -> float:
    if not t.report.place or not g.places:
        return 0.0
    if any(same_place(t.report.place, p) for p in g.places):
        return 1.0
    return IN_THE_STATE if any(may_hold(t.report.place, p) for p in g.places) else -1.0


def _date_fit(t: Telling, g: Gathering, slack: int) -> float:
    """1 for dates that meet, 0.5 for a plan and what may be its outcome, 0 unknown, -1 for two dates."""
    if t.within and g.within and not t.when and _overlap(t.within, g.within, slack) < 0:
        return -1.0  # another year
    if g.held and t.within and g.last_told and (t.within[0] - g.last_told[1]).days > slack:
        return -1.0  # it was still to come when the other had been held
    if g.held_on:
        return _fit_of_dated(t, g.held_on, g.held, slack)
    same_day = bool(t.when and g.planned_on) and _overlap(t.when, g.planned_on, slack) > 0  # type: ignore[arg-type]
    if same_day and g.last_status in PENDING:
        return 1.0
    if t.within and g.last_told and t.within[1] < g.last_told[0] and g.last_status in PENDING:
        return -1.0  # it lay behind when the other was still to come
    gap = _gap(t, g)
    if t.when and g.planned_on and (g.planned_on[0] - t.when[1]).days > EARLY:
        return -1.0
    if g.last_status in PENDING:
        if _is_past_plan(t, g) and not (t.people & g.people):
            return -1.0
        if _is_of_others(t, g):
            return -1.0
        if t.status in OFF and not t.when:
            return 0.5 if gap is not None and gap <= OFF_LIFE else 0.0
        if t.status in ("held", "ongoing") and _is_due(t, g):
            return 1.0
        return 0.0 if gap is None else 0.5 if gap <= PLAN_LIFE else -1.0
    if g.last_status in OFF:
        off = t.status in OFF or t.status == "postponed"
        return 0.0 if gap is None else 0.5 if off and gap <= OFF_LIFE else -1.0
    if t.status in PENDING or t.status in OFF:
        # what is still to come cannot be what was held before; of a summit, articles of one day tell both
        return 0.5 if slack and abs(_told_gap(t, g)) <= slack else -1.0
    return 0.5 if gap is not None and gap <= SAME_NEWS and not t.when else 0.0


def _is_past_plan(t: Telling, g: Gathering) -> bool:
    """Whether the day that was planned lay behind when another plan without a day was told."""
    return bool(
        t.status in PENDING and not t.when and t.told and g.planned_on and g.planned_on[1] < t.told[0]
    )


def _is_due(t: Telling, g: Gathering) -> bool:
    """Whether it was set for the days on which an article, without a day, tells that it was held."""
    if t.when or not t.told or not g.planned_on or _length(g.planned_on) > MONTH:
        return False
    return g.planned_on[0] <= t.told[1] and (t.told[0] - g.planned_on[1]).days <= SUMMIT_DAYS


def _is_of_others(t: Telling, g: Gathering) -> bool:
    """Whether the day that was planned lay well behind when another of the two was to meet somebody else."""
    if not (t.told and g.planned_on and t.people and g.people) or len(t.people & g.people) > 1:
        return False
    return (t.told[0] - g.planned_on[1]).days > SAME_NEWS and (t.when or t.told)[0] > g.planned_on[1]


def _fit_of_dated(t: Telling, on: Days, held: bool, slack: int) -> float:
    """Against a meeting of which the day is known."""
    if t.when:
        return _overlap(t.when, on, slack)
    if not t.told:
        return 0.0
    after = (t.told[1] - on[0]).days
    if t.status in PENDING:
        return 0.5 if t.told[1] <= on[1] else -1.0
    if t.status in OFF:
        return 0.5 if not held and after <= OFF_LIFE else -1.0
    if after < 0:
        return -1.0
    return 0.5 if after <= SAME_NEWS else 0.0


def _gap(t: Telling, g: Gathering) -> int | None:
    """Days from the last article that told of the meeting to the day of this report."""
    day = t.when or t.told
    return (day[0] - g.last_told[1]).days if day and g.last_told else None


def _overlap(a: Days, b: Days, slack: int) -> float:
    return 1.0 if max((a[0] - b[1]).days, (b[0] - a[1]).days) <= slack else -1.0


def _length(when: Days) -> int:
    return (when[1] - when[0]).days


def _fresh(t: Telling, g: Gathering) -> float:
    """Of two that fit alike, the one told of last."""
    gap = _gap(t, g)
    return 0.1 / (1 + abs(gap) / 30) if gap is not None else 0.0
