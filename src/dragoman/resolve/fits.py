"""How well one more report fits a meeting that is being put together.

"un deuxième sommet peu après le Nouvel An" fits what is planned between the same two, "Singapour" does not.
"""

from __future__ import annotations

from dragoman.resolve.datings import (
    OFF_LIFE,
    PLAN_LIFE,
    SAME_NEWS,
    SUMMIT_DAYS,
    date_fit,
    days_since,
    fresh,
    overlap,
    told_gap,
)
from dragoman.resolve.days import LASTS
from dragoman.resolve.gatherings import OFF, PAIR, PENDING, Gathering, Telling, length
from dragoman.resolve.places import may_hold, same_place

NONE: frozenset[str] = frozenset()
# What counts for the fit beside place and date.
KIN, STRANGE = 1.0, 0.3
PERSON, SIDE = 0.5, 0.2
# A town of which we do not know the state, against a state.
IN_THE_STATE = 0.1
# A body that sits once a year has one summit within so many days.
YEARLY_DAYS = 6
# Summits of one body are one where their articles lie within so many days: those that sit often, those of each year.
OFTEN, YEARLY = 12, 120


def fit(t: Telling, g: Gathering) -> float:
    """How well a report fits a meeting; 0 where they cannot be one."""
    if t.nature != g.nature:
        return 0.0
    if t.process:
        return _same_process(t, g)
    if t.edition or g.edition:
        return 2.0 if t.edition == g.edition else 0.0
    if t.portfolio and g.portfolio and t.portfolio != g.portfolio:
        return 0.0  # the ministers of defence of a body are not those of finance
    bodies = t.bodies & g.bodies if t.bodies else NONE
    core = g.core
    others = False
    if t.people and core:
        both = len(t.people & core)
        others = both < PAIR and both < len(t.people) and both < len(core)
    # a summit lasts some days, of which each article names the one it speaks of
    summits = t.kind == "summit" and "summit" in g.kinds
    if others and not summits and not bodies:
        return 0.0  # the most frequent of all answers
    shared, shared_sides = t.people & g.people, t.sides & g.sides
    here = t.report.article in g.articles
    if summits or bodies:
        place = _place_fit(t, g)
        one_summit = summits and (place >= 1 or bool(bodies))
        near = YEARLY_DAYS if _is_yearly(bodies) else SUMMIT_DAYS if one_summit else 0
        date = date_fit(t, g, near if t.kind in g.kinds else min(near, SUMMIT_DAYS))
    else:
        one_summit = False
        if not shared_sides and t.sides and g.sides:
            return 0.0
        date = date_fit(t, g, 0)
        if date < 0 and not here:
            return 0.0  # the next frequent one
        place = _place_fit(t, g)
    same_span = bool(t.within and g.within) and overlap(t.within, g.within, 0) > 0  # type: ignore[arg-type]
    one_place = one_summit and place >= 1 and (date >= 1 or same_span) and bool(shared_sides)
    # each article names others who came to the summit of a body, or of a place and its days
    if others and not bodies and not one_place:
        return 0.0
    if here and place >= 1 and _called_off(t, g):
        date = max(date, 0.5)  # that it is off tells that it was planned
    if t.ordinal and g.ordinal and len(shared) > 1:
        # "leur deuxième sommet" is no other than their second
        return 2.0 + place + date + fresh(t, g) if t.ordinal == g.ordinal and min(place, date) >= 0 else 0.0
    if bodies:
        return _same_body(t, g, bodies, place, date)
    if not shared_sides and (t.sides and g.sides):
        # "les membres du G7" and "le G7": one summit of a place and a day is one
        return place + date + fresh(t, g) if one_summit and date >= 1 and _is_of_days(t, g) else 0.0
    if place < 0 and g.last_status == "postponed" and len(shared) > 1:
        place = 0.0  # it may be held elsewhere
    if not t.sides and t.kind == "summit" and place > 0 and date >= 0 and "summit" in g.kinds:
        return place + date + fresh(t, g)  # "le sommet de Hanoï": its place names it
    if place < 0 or date < 0 or place + date <= 0 or not shared_sides:
        return 0.0
    if place == IN_THE_STATE and not date:
        return 0.0
    if shared and len(shared_sides) > 1 and place > 0 and date > 0 and _carries_out(t, g):
        return place + date + STRANGE + PERSON * len(shared) + fresh(t, g)
    if bool(t.bodies) != bool(g.bodies) and t.kind not in g.kinds and max(place, date) < 1:
        return 0.0  # the talks of two who both go to the summit of a body
    known = len(shared) > 1 or (len(shared_sides) >= 2 and (bool(shared) or not t.people or not g.people))
    summit = "summit" in g.kinds or t.kind == "summit"
    recent = len(shared) > 1 or same_span or abs(days_since(t, g) or 0) <= OFF_LIFE
    if (
        (shared or one_place)
        and summit
        and recent
        and place >= 1
        and date >= 0
        and g.held
        and t.status not in PENDING
    ):
        return (
            place + date + PERSON * len(shared) + fresh(t, g)
        )  # who was at the summit of a place was at that one
    # one side alone goes to many meetings in one place: it is the same on its day, or while the news of it lasts
    if not known and not (
        place > 0 and (date >= 1 or (date > 0 and abs(days_since(t, g) or 0) <= SAME_NEWS))
    ):
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
    return place + date + kin + PERSON * len(shared) + SIDE * len(shared_sides) + fresh(t, g)


def _is_of_days(t: Telling, g: Gathering) -> bool:
    """Whether both tell the days, and not a month in which several may meet."""
    on = g.held_on or g.planned_on
    return bool(t.when and on) and max(length(t.when), length(on)) < LASTS  # type: ignore[arg-type]


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
    return planned and t.status in ("held", "ongoing") and abs(told_gap(t, g)) <= OFF_LIFE


def _called_off(t: Telling, g: Gathering) -> bool:
    """Whether one of the two is off and the other the same plan."""
    statuses = {t.status, g.last_status}
    return t.kind in g.kinds and bool(statuses & set(OFF)) and bool(statuses & set(PENDING))


def _is_invitation(t: Telling, g: Gathering) -> bool:
    """Whether one of the two alone is a visit that is still to come."""
    return (t.kind == "visit" and t.status in PENDING and "visit" not in g.kinds) or (
        t.kind != "visit" and g.kinds == {"visit"} and g.last_status in PENDING
    )


def _same_body(t: Telling, g: Gathering, bodies: frozenset[str], place: float, date: float) -> float:
    """Two gatherings of one body: of one day, of one place while the news of it lasts, or told at one time."""
    if place < 0 or date < 0 or (place == IN_THE_STATE and not date):
        return 0.0
    yearly = _is_yearly(bodies)
    told_apart = abs(told_gap(t, g))
    undated = not (t.when or g.planned_on or g.held_on)
    near = told_apart <= YEARLY if yearly else told_apart <= OFTEN and (undated or place >= 1)
    if date >= 1 or (place >= 1 and told_apart <= PLAN_LIFE and yearly) or (near and t.kind in g.kinds):
        return place + date + KIN + fresh(t, g)
    return 0.0


def _is_yearly(bodies: frozenset[str]) -> bool:
    """Whether it is the G7, the G20, a COP: a body that is called by a number."""
    return any(any(c.isdigit() for c in body) for body in bodies)


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
