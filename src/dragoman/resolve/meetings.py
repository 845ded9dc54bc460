"""The same meeting told by many articles becomes one object with a life.

"un deuxième sommet peu après le Nouvel An" (December), "le sommet de Hanoï" (February) → proposed, then held.

The reports are taken in the order of publication, each joins the meeting that fits it best or begins one; the
order in which they were read plays no part.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dragoman.lexicon.bodies import members_of_body
from dragoman.model.edtf import Day, bounds, meets
from dragoman.model.meetings import LifePoint, Meeting, MeetingReport
from dragoman.resolve.cast import Cast
from dragoman.resolve.days import MANY, date_meeting, is_alone
from dragoman.resolve.fits import fit
from dragoman.resolve.gatherings import (
    OFF,
    PAIR,
    PENDING,
    Gathering,
    Telling,
    is_name,
    read_telling,
)
from dragoman.resolve.judged import Judged
from dragoman.resolve.labels import SEVERAL, name_meeting
from dragoman.resolve.places import place_key, same_place, state_of
from dragoman.resolve.reported import Reported
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.twins import join_twins
from dragoman.resolve.wordings import Wordings

# How sure a report is on which a meeting may rest. Measured by hand on a sample of real articles.
SURE = 0.4
# Of very many reports, more than one in so many must name somebody for them to have been there.
FEW = 10


def resolve_meetings(tellings: Tellings, reported: Mapping[str, Reported]) -> tuple[Meeting, ...]:
    """All meetings, earliest first, undated last, of what is `reported` (by the reports' ids)."""
    gatherings: list[Gathering] = []
    judged = Judged(tellings.same, tellings.apart, {*tellings.statuses, *tellings.accepted})
    met: dict[tuple[str, ...], Day] = {}
    near: dict[tuple[str, tuple[bool, bool, bool]], dict[int, Gathering]] = defaultdict(dict)
    for report in sorted((r.report for r in reported.values()), key=tellings.order):
        # a plan is known from the day it is told, a meeting from its day
        if not tellings.is_by_now(report.article, report.date if report.status == "held" else None):
            continue
        told = read_telling(report, tellings, reported[report.id].ordinal)
        keys = _keys(told)
        candidates = {n: g for key in keys for n, g in near[key, told.nature].items()}
        others = judged.apart(report.id)
        score, nth = 0.0, 0
        for n, g in candidates.items():
            fits = 0.0 if others and g.ids & others else fit(told, g)
            if fits > 0 and (fits, -n) > (score, nth) and not _is_spent(told, g, met):
                score, nth = fits, -n
        if score <= 0:
            gatherings.append(Gathering())
            nth = 1 - len(gatherings)
        chosen = gatherings[-nth]
        chosen.add(told)
        if chosen.held and told.told:
            for pair in combinations(sorted(told.people), PAIR):
                met[pair] = max(told.told[0], met.get(pair, told.told[0]))
        for key in keys:
            near[key, chosen.nature][-nth] = chosen
    wholes = judged.join(join_twins(gatherings, tellings, judged))
    meetings = [m for parts in wholes if is_telling(m := _meeting(parts, tellings, reported, judged))]
    return tuple(
        sorted(_placed(meetings, tellings), key=lambda m: (bounds(m.date)[0] if m.date else Day.max, m.id))
    )


def _is_spent(t: Telling, g: Gathering, met: Mapping[tuple[str, ...], Day]) -> bool:
    """Whether the two met since the plan was last told: what is told now without place or day is another.

    `met` has the last day on which articles told that two persons had met.
    """
    if t.when or t.report.place or g.held or g.last_status not in PENDING or not (t.told and g.last_told):
        return False
    if g.planned_on and g.planned_on[1] >= t.told[0]:
        return False
    pairs = combinations(sorted(t.people & g.people), PAIR)
    return any(g.last_told[1] < met[pair] <= t.told[0] for pair in pairs if pair in met)


def find_meeting_keys(tellings: Tellings, report: MeetingReport) -> tuple[str, ...]:
    """Whom and where a report tells of, and with which reports a person judged it to be one."""
    judged = [f"judged|{'|'.join(sorted((report.id, other)))}" for other in tellings.same.get(report.id, ())]
    keys = tuple(f"meetings|{k}" for k in (*_keys(read_telling(report, tellings)), *judged))
    return keys or (f"meetings|{report.id}",)


def is_telling(meeting: Meeting) -> bool:
    """Whether one can tell which meeting it is: by two who take part, by one with a day or a place, or by both.

    "les négociations", of which an article tells neither whose nor where nor when, are no meeting of the story.
    """
    known = (meeting.place is not None) + (meeting.date is not None)
    return len(meeting.participants) + known > 1 or (meeting.kind == "summit" and meeting.place is not None)


def is_sure(
    reports: list[MeetingReport],
    participants: tuple[str, ...],
    kind: str,
    date: str | None,
    place: str | None,
    tellings: Tellings,
) -> bool:
    """Whether to show it without being asked: one report at least is sure, and it can be told from any other.

    It has a day or a place (a call has no place), and two who are named, or a body that sits, or a summit's place where
    nobody is named: one person alone meets nobody. A call is between two; of a visit one can tell who came to whom, or
    who came to which place.
    """
    surest = max(r.confidence for r in reports)
    if surest < SURE or not (date or place or kind == "call"):
        return False
    people = [p for p in participants if tellings.cast.kind(p) == "person"]
    if any(not is_name(p) for p in participants) or (kind == "call" and len(participants) != PAIR):
        return False
    if kind == "visit" and len(people) > 1 and not any(r.host for r in reports):
        return False
    if kind == "visit" and place and all(tellings.cast.side(p) == state_of(place) for p in participants):
        return False  # who goes somewhere in their own capital
    if kind in ("summit", "session") and any(tellings.cast.kind(p) == "organisation" for p in participants):
        return True
    if kind == "visit" and len(participants) == 1 and place and place[0].isupper():
        return len(people) == 1
    return len(participants) > 1 or (kind == "summit" and place is not None and not participants)


def _keys(told: Telling) -> list[str]:
    """What two reports of one meeting have in common: a person, two sides, or a place."""
    sides = sorted(told.sides)
    pairs = [f"{a}|{b}" for n, a in enumerate(sides) for b in sides[n + 1 :]]
    keys = sorted(told.people) + sorted(told.bodies) + (pairs[:20] if pairs else sides)
    keys += [told.edition] if told.edition else []
    return [*keys, place_key(told.report.place)] if told.report.place else keys


def _meeting(
    parts: Sequence[Gathering], tellings: Tellings, reported: Mapping[str, Reported], judged: Judged
) -> Meeting:
    """One meeting of what the articles tell to be one, or of the several parts that a person judged to be."""
    reports = sorted((t.report for part in parts for t in part.tellings), key=tellings.order)
    phrases = Counter(phrase for r in reports for phrase in reported[r.id].phrases)
    place = _place(parts)
    participants = _participants(parts, place, tellings.cast)
    date = date_meeting(reports, tellings) or next(
        (d for p in parts if (d := date_meeting(_reports(p), tellings))), None
    )
    first = reports[0].id  # a later report changes no id
    statuses = [tellings.statuses[r.id] for r in reports if r.id in tellings.statuses]
    kinds = Counter(r.kind for r in reports)
    several = sum(reported[r.id].ordinal == SEVERAL for r in reports)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    return Meeting(
        id="m" + hashlib.sha256(first.encode()).hexdigest()[:10],
        label=name_meeting(reports, kind, participants, place, phrases, tellings),
        kind=kind,
        participants=participants,
        date=date,
        place=place,
        status=statuses[-1] if statuses else _standing(reports, date, tellings),
        life=tuple(LifePoint(tellings.day(r.article), r.status, r.article, r.id) for r in reports),
        reports=tuple(r.id for r in reports),
        outcome=next((r.outcome for r in reversed(reports) if r.outcome), None),
        cancelled_by=next((r.cancelled_by for r in reversed(reports) if r.cancelled_by), None),
        sources=tellings.sources.count(r.article for r in reports),
        sure=judged.has_seen(reports)
        or (2 * several <= len(reports) and is_sure(reports, participants, kind, date, place, tellings)),
    )


def _reports(part: Gathering) -> list[MeetingReport]:
    return [t.report for t in part.tellings]


def _place(parts: Sequence[Gathering]) -> str | None:
    """The place that most reports tell, of those that hold for a part."""
    told = Counter(r.place for part in parts for r in _reports(part) if r.place)
    kept = {place for part in parts if (place := _place_of(part))}
    return min(kept, key=lambda p: (-told[p], p), default=None)


def _place_of(part: Gathering) -> str | None:
    places = Counter(r.place for r in _reports(part) if r.place and r.place in part.places)
    place = min(places, key=lambda p: (-places[p], p), default=None)
    return None if place and is_alone(places[place], part.tellings) else place


def _kept(part: Gathering, cast: Cast) -> list[str]:
    """Whom the reports tell of, but for somebody whom one of many puts there, or no more than one in FEW.

    At the summit of a body of which we know who sits there, one is enough for the one most told of each who does.
    """
    told = Counter(p for t in part.tellings for p in t.names)
    many = len(part.tellings)
    least = 0.0 if many < MANY else max(1.0, many / FEW)
    kept = [p for p in told if told[p] > least]
    members = (
        frozenset[str]().union(*map(members_of_body, part.bodies)) if "summit" in part.kinds else frozenset()
    )
    sits: dict[str, str] = {}
    for p in sorted(told, key=lambda p: (-told[p], p)):
        side = cast.side(p)
        if side in members and cast.kind(p) == "person" and is_name(p):
            sits.setdefault(side, p)
    return list(dict.fromkeys((*kept, *(p for p in told if p in sits.values())))) or list(told)


def _participants(parts: Sequence[Gathering], place: str | None, cast: Cast) -> tuple[str, ...]:
    """Who took part, those most told first.

    A state whose own envoy sits at the table is not listed beside them; nor is the state of the place beside
    two others; nor somebody whom one article of many puts there, where no person judged these to be one.
    """
    kept = list(dict.fromkeys(p for part in parts for p in _kept(part, cast)))
    if sum(is_name(p) for p in kept) > 1:
        # "leurs collaborateurs" are nobody that one could tell from others
        kept = [p for p in kept if is_name(p) or cast.kind(p) not in ("official", "group", "person")]
    spoken_for = {cast.side(p) for p in kept if cast.kind(p) == "person"}
    # the order of the report that names most of them
    every = [t for part in parts for t in part.tellings]
    among = set(kept)
    fullest = max(every, key=lambda t: len(among.intersection(t.names)))
    order = list(dict.fromkeys((*fullest.names, *sorted(kept))))
    out = [p for p in order if p in among and (cast.kind(p) == "person" or p not in spoken_for)]
    host = state_of(place) if place else None
    others = [p for p in out if p != host]
    sides = cast.sides(others)
    if host in out and len(sides) >= 2 and not any("visit" in part.kinds for part in parts):
        return tuple(others)
    return tuple(out)


def _standing(reports: list[MeetingReport], date: str | None, tellings: Tellings) -> str:
    """The status that stands: held once held, else what the latest article says.

    An article that came out before the day of the meeting cannot tell that it was held.
    """
    for r in reports:
        told = tellings.day_bounds(r.article)
        early = date and told and told[1] < bounds(date)[0]
        if r.status == "held" and not early:
            return "held"
    last = [r.status for r in reports if r.article == reports[-1].article]
    # that it is off is told with that it was planned
    status = next((x for x in reversed(last) if x in (*OFF, "postponed")), last[-1])
    told = tellings.day_bounds(reports[-1].article)
    if status == "ongoing" and date and told:
        # it is over by then, or still ahead
        status = "held" if bounds(date)[1] < told[0] else status
        return "planned" if told[1] < bounds(date)[0] else status
    return "planned" if status == "held" else status


def _placed(meetings: list[Meeting], tellings: Tellings) -> list[Meeting]:
    """Each meal within its summit (same people, same days), and what was talked about on a visit within it."""
    meal = Wordings.load().meal
    wholes: dict[str, list[Meeting]] = defaultdict(list)
    visits: dict[str, list[Meeting]] = defaultdict(list)
    for m in meetings:
        for p in m.participants:
            if m.date and not meal(m.label):
                wholes[p].append(m)
            if m.kind == "visit" and m.status == "held":
                visits[p].append(m)
    out = []
    met: dict[str, list[str]] = defaultdict(list)
    for m in meetings:
        if meal(m.label):
            near = {w.id: w for p in m.participants for w in wholes[p]}
            around = {n: w for n, w in near.items() if (_within(m, w) if m.date else _beside(m, w))}
        elif m.kind == "talks" and m.status == "held":
            around = {w.id: w for p in m.participants for w in visits[p] if _on_visit(m, w, tellings)}
        else:
            around = {}
        if around:
            first = min(
                around.values(), key=lambda w: (-len(set(w.participants) & set(m.participants)), w.id)
            )
            m = replace(m, part_of=first.id, date=m.date or first.date, place=m.place or first.place)
            if first.kind == "visit":
                met[first.id].extend(m.participants)
        out.append(m)
    return [_with_met(m, met[m.id], tellings) if m.id in met else m for m in out]


def _with_met(visit: Meeting, met: Sequence[str], tellings: Tellings) -> Meeting:
    """The visit with those who were met on it, in the place of the state for which they speak."""
    people = [p for p in met if tellings.cast.kind(p) == "person" and is_name(p)]
    people = [p for p in people if tellings.cast.side(p) in visit.participants]
    spoken_for = {tellings.cast.side(p) for p in people}
    kept = [p for p in visit.participants if p not in spoken_for]
    return replace(visit, participants=tuple(dict.fromkeys((*kept, *people))))


def _beside(part: Meeting, whole: Meeting) -> bool:
    """Whether articles tell of the summit and of its meal, and all who were to eat were there."""
    told = {p.article for p in part.life} & {p.article for p in whole.life}
    return bool(told) and set(part.participants) <= set(whole.participants)


def _on_visit(part: Meeting, visit: Meeting, tellings: Tellings) -> bool:
    """Whether one article tells of both, and the same two sides met in both."""
    sides = tellings.cast.sides(part.participants)
    told = {p.article for p in part.life if p.status == "held"} & {p.article for p in visit.life}
    if not told or len(sides) < PAIR or sides != tellings.cast.sides(visit.participants):
        return False
    apart = part.date and visit.date and not meets(part.date, visit.date)
    elsewhere = part.place and visit.place and not same_place(part.place, visit.place)
    return not apart and not elsewhere


def _within(part: Meeting, whole: Meeting) -> bool:
    assert part.date and whole.date
    if part.place and whole.place and state_of(part.place) and not same_place(part.place, whole.place):
        return False
    a, b = bounds(part.date), bounds(whole.date)
    return a[0] <= b[1] and b[0] <= a[1]
