"""How well the day of one more report fits a meeting.

A summit planned for February, one held on the 27th: the days fit; one held in June: they do not.
"""

from __future__ import annotations

from dragoman.resolve.gatherings import OFF, PENDING, Days, Gathering, Telling, length

# A plan that is carried out more than this many days later is taken for another meeting.
PLAN_LIFE = 300
# Two mentions without date or place are one meeting where their articles lie within this many days.
SAME_NEWS = 21
# What is called off without a date is told of for this many days.
OFF_LIFE = 60
# A meeting is put off more often than brought forward by more than so many days.
EARLY = 3
SUMMIT_DAYS = 2
MONTH = 31


def date_fit(t: Telling, g: Gathering, slack: int) -> float:
    """1 for dates that meet, 0.5 for a plan and what may be its outcome, 0 unknown, -1 for two dates."""
    if t.within and g.within and not t.when and overlap(t.within, g.within, slack) < 0:
        return -1.0  # another year
    if g.held and t.within and g.last_told and (t.within[0] - g.last_told[1]).days > slack:
        return -1.0  # it was still to come when the other had been held
    if g.held and t.status in (*OFF, "postponed"):
        return -1.0  # what was held cannot be called off: it is a session of it, or the next
    if g.held_on:
        return _fit_of_dated(t, g.held_on, g.held, slack)
    same_day = bool(t.when and g.planned_on) and overlap(t.when, g.planned_on, slack) > 0  # type: ignore[arg-type]
    if same_day and g.last_status in PENDING:
        return 1.0
    if t.within and g.last_told and t.within[1] < g.last_told[0] and g.last_status in PENDING:
        return -1.0  # it lay behind when the other was still to come
    gap = days_since(t, g)
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
        return 0.5 if slack and abs(told_gap(t, g)) <= slack else -1.0
    return 0.5 if gap is not None and gap <= SAME_NEWS and not t.when else 0.0


def _is_past_plan(t: Telling, g: Gathering) -> bool:
    """Whether the day that was planned lay behind when another plan without a day was told."""
    return bool(
        t.status in PENDING and not t.when and t.told and g.planned_on and g.planned_on[1] < t.told[0]
    )


def _is_due(t: Telling, g: Gathering) -> bool:
    """Whether it was set for the days on which an article, without a day, tells that it was held."""
    if t.when or not t.told or not g.planned_on or length(g.planned_on) > MONTH:
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
        return overlap(t.when, on, slack)
    if not t.told:
        return 0.0
    after = (t.told[1] - on[0]).days
    if t.status in PENDING:
        return 0.5 if (t.told[1] - on[1]).days <= slack else -1.0
    if t.status in OFF:
        return 0.5 if not held and after <= OFF_LIFE else -1.0
    if after < 0:
        return -1.0
    return 0.5 if after <= SAME_NEWS else 0.0


def told_gap(t: Telling, g: Gathering) -> int:
    """Days between the articles; many where one is undated."""
    return (t.told[0] - g.last_told[1]).days if t.told and g.last_told else PLAN_LIFE + 1


def days_since(t: Telling, g: Gathering) -> int | None:
    """Days from the last article that told of the meeting to the day of this report."""
    day = t.when or t.told
    return (day[0] - g.last_told[1]).days if day and g.last_told else None


def overlap(a: Days, b: Days, slack: int) -> float:
    return 1.0 if max((a[0] - b[1]).days, (b[0] - a[1]).days) <= slack else -1.0


def fresh(t: Telling, g: Gathering) -> float:
    """Of two that fit alike, the one told of last."""
    gap = days_since(t, g)
    return 0.1 / (1 + abs(gap) / 30) if gap is not None else 0.0
