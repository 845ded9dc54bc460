"""The same meeting told by many articles becomes one object with a life.

"un deuxième sommet peu après le Nouvel An" (December), "le sommet de Hanoï" (February) → proposed, then held.

The reports are taken in the order of publication, each joins the meeting that fits it best or begins one; the
order in which they were read plays no part.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from dragoman.model.edtf import Day, bounds
from dragoman.model.meetings import LifePoint, Meeting, MeetingReport
from dragoman.resolve.places import same_place
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

PENDING = ("proposed", "planned", "postponed")
# A plan that is carried out more than this many days later is taken for another meeting.
PLAN_LIFE = 400
# Two mentions without date or place are one meeting where their articles lie within this many days.
SAME_NEWS = 21


@dataclass(slots=True)
class Gathering:
    """A meeting being put together."""

    reports: list[MeetingReport] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    held_on: tuple[Day, Day] | None = None
    planned_on: tuple[Day, Day] | None = None
    told_on: list[tuple[Day, Day]] = field(default_factory=list)
    pending: bool = True
    meal: bool = False
    call: bool = False


def resolve_meetings(tellings: Tellings) -> tuple[Meeting, ...]:
    """All meetings, earliest first, undated last."""
    gatherings: list[Gathering] = []
    by_side: dict[str, list[Gathering]] = defaultdict(list)
    for report in tellings.meetings:
        sides = tellings.cast.sides(report.participants)
        near: dict[int, Gathering] = {id(g): g for s in sorted(sides) for g in by_side[s]}
        scored = [(fit(report, g, tellings), n) for n, g in enumerate(near.values())]
        best = max(scored, key=lambda x: (x[0], -x[1]), default=(0.0, 0))
        if best[0] > 0:
            chosen = list(near.values())[best[1]]
        else:
            chosen = Gathering(meal=is_meal(report), call=report.kind == "call")
            gatherings.append(chosen)
        _add(chosen, report, tellings)
        for side in sides:
            if not any(g is chosen for g in by_side[side]):
                by_side[side].append(chosen)
    meetings = [_meeting(g, tellings) for g in gatherings]
    meetings = [_placed(m, meetings) for m in meetings]
    return tuple(sorted(meetings, key=lambda m: (bounds(m.date)[0] if m.date else Day.max, m.id)))


def is_meal(report: MeetingReport) -> bool:
    """Whether it is a part of a larger meeting: a lunch, a banquet."""
    return Wordings.load().meal(report.label)


def fit(report: MeetingReport, gathering: Gathering, tellings: Tellings) -> float:
    """How well a report fits a meeting; 0 where they cannot be one."""
    if is_meal(report) != gathering.meal or (report.kind == "call") != gathering.call:
        return 0.0
    people = {p for p in tellings.cast.names(report.participants) if tellings.cast.kind(p) == "person"}
    sides = tellings.cast.sides(report.participants)
    shared_people, shared_sides = people & gathering.people, sides & gathering.sides
    if len(people) > 1 and len(gathering.people) > 1 and len(shared_people) < 2:
        return 0.0
    if people and gathering.people and not shared_people and report.kind == "visit":
        return 0.0
    if len(shared_sides) < min(2, len(sides), len(gathering.sides)) or not shared_sides:
        return 0.0
    place = _place_fit(report, gathering)
    date = _date_fit(report, gathering, tellings)
    if place < 0 or date < 0:
        return 0.0
    alone = len(shared_sides) < 2 and len(shared_people) < 2
    if alone and not (place > 0 and date > 0):
        return 0.0
    if place + date == 0:
        return 0.0
    kinds = {r.kind for r in gathering.reports}
    closeness = 1.0 if report.kind in kinds else 0.3
    if closeness < 1 and place + date < 1.5:
        return 0.0
    return place + date + closeness + 0.5 * len(shared_people) + 0.2 * len(shared_sides)


def _place_fit(report: MeetingReport, gathering: Gathering) -> float:
    if not report.place or not gathering.places:
        return 0.0
    return 1.0 if any(same_place(report.place, p) for p in gathering.places) else -1.0


def _date_fit(report: MeetingReport, gathering: Gathering, tellings: Tellings) -> float:
    """1 for dates that meet, 0.5 for a plan and what may be its outcome, 0 unknown, -1 for two dates."""
    told = tellings.day_bounds(report.article)
    when = bounds(report.date) if report.date else None
    if when and gathering.held_on:
        return _overlap(when, gathering.held_on)
    if gathering.held_on:
        if report.status in PENDING:
            # what is still to come cannot be what was held before
            return 0.5 if told and told[1] <= gathering.held_on[1] else -1.0
        return 0.5 if told and 0 <= (told[1] - gathering.held_on[0]).days <= SAME_NEWS else 0.0
    if when and gathering.planned_on and _overlap(when, gathering.planned_on) > 0:
        return 1.0
    news = _last_told(gathering)
    if not news or not told:
        return 0.0
    gap = ((when or told)[0] - news[0]).days
    if not gathering.pending:
        return 0.5 if gap <= SAME_NEWS and not when else 0.0
    if report.status in PENDING:
        return 0.5 if gap <= PLAN_LIFE else -1.0
    return 0.5 if -1 <= gap <= PLAN_LIFE else -1.0


def _overlap(a: tuple[Day, Day], b: tuple[Day, Day]) -> float:
    if a[0] <= b[1] and b[0] <= a[1]:
        return 1.0 if max((a[1] - a[0]).days, (b[1] - b[0]).days) < 100 else 0.5
    return -1.0


def _last_told(gathering: Gathering) -> tuple[Day, Day] | None:
    return max(gathering.told_on, default=None)


def _add(gathering: Gathering, report: MeetingReport, tellings: Tellings) -> None:
    gathering.reports.append(report)
    cast = tellings.cast
    gathering.people |= {p for p in cast.names(report.participants) if cast.kind(p) == "person"}
    gathering.sides |= cast.sides(report.participants)
    if report.place:
        gathering.places.append(report.place)
    if told := tellings.day_bounds(report.article):
        gathering.told_on.append(told)
    when = bounds(report.date) if report.date else None
    if report.status in PENDING:
        gathering.planned_on = when or gathering.planned_on
    else:
        gathering.pending = False
        if when and (gathering.held_on is None or _length(when) < _length(gathering.held_on)):
            gathering.held_on = when


def _length(when: tuple[Day, Day]) -> int:
    return (when[1] - when[0]).days


def _meeting(gathering: Gathering, tellings: Tellings) -> Meeting:
    reports = gathering.reports
    life = tuple(LifePoint(tellings.day(r.article), r.status, r.article, r.id) for r in reports)
    participants = tellings.cast.names(p for r in _fullest(reports) for p in r.participants)
    named = {p for p in participants if tellings.cast.kind(p) == "person"}
    spoken_for = {tellings.cast.side(p) for p in named}
    dates = Counter(r.date for r in reports if r.date and r.status not in PENDING) or Counter(
        r.date for r in reports[-1:] if r.date
    )
    places = Counter(r.place for r in reports if r.place)
    labels = Counter(r.label for r in reports)
    first = min(r.id for r in reports)
    return Meeting(
        id="m" + hashlib.sha256(first.encode()).hexdigest()[:10],
        label=min(labels, key=lambda x: (not any(p in x for p in places), -labels[x], x)),
        kind=_most([r.kind for r in reports]),
        # a state whose own envoy sits at the table is not listed beside them
        participants=tuple(p for p in participants if p in named or p not in spoken_for),
        date=min(dates, key=lambda d: (-dates[d], _length(bounds(d)), d)) if dates else None,
        place=min(places, key=lambda p: (-places[p], p)) if places else None,
        status=_standing([r.status for r in reports]),
        life=life,
        reports=tuple(r.id for r in reports),
        outcome=next((r.outcome for r in reversed(reports) if r.outcome), None),
        cancelled_by=next((r.cancelled_by for r in reversed(reports) if r.cancelled_by), None),
        sources=tellings.sources.count(r.article for r in reports),
    )


def _fullest(reports: list[MeetingReport]) -> list[MeetingReport]:
    return sorted(reports, key=lambda r: -len(r.participants))


def _most(values: list[str]) -> str:
    tally = Counter(values)
    return min(tally, key=lambda v: (-tally[v], v))


def _standing(statuses: list[str]) -> str:
    """The status that stands: held once held, else what the latest article says."""
    return "held" if "held" in statuses else statuses[-1]


def _placed(meeting: Meeting, all_meetings: list[Meeting]) -> Meeting:
    """The meal within its summit: same people, same days."""
    from dataclasses import replace

    if not Wordings.load().meal(meeting.label) or not meeting.date:
        return meeting
    for other in all_meetings:
        if other.id == meeting.id or Wordings.load().meal(other.label) or not other.date:
            continue
        if (
            set(meeting.participants) & set(other.participants)
            and _overlap(bounds(meeting.date), bounds(other.date)) > 0
        ):
            return replace(meeting, part_of=other.id)
    return meeting
