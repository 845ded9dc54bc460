"""An act told twice, in one article or in several, is one happening with its tellings.

"La Ruritanie a libéré douze soldats" and "la libération des soldats par Klow", both of 3 May → one happening.

Events are taken in the order of publication, and each joins the happening that fits it best or begins one.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from dragoman.model.edtf import Day, bounds
from dragoman.model.events import Event
from dragoman.model.happenings import Detail, Happening
from dragoman.resolve.outcomes import clause_words
from dragoman.resolve.places import same_place
from dragoman.resolve.tellings import Tellings

# What lies behind, what is to come, what did not happen: three things that never are one.
CLASSES = {
    "occurred": "behind", "ongoing": "behind", "planned": "ahead", "proposed": "wanted",
    "hypothetical": "wanted", "negated": "not", "cancelled": "not",
}  # fmt: skip
# Two acts of one type by the same on the same day may be two unless they share a word; a meeting is one.
ONE_A_DAY = ("CONSULT",)
# Undated acts are one where their articles came out within this many days, dated ones up to this many after.
SAME_NEWS = 3
REPEATED = 30
DIFFERING = ("date", "place", "status")


@dataclass(slots=True)
class Group:
    """Tellings of one act."""

    events: list[Event] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    day: tuple[Day, Day] | None = None
    told: tuple[Day, Day] | None = None


def find_happenings(tellings: Tellings) -> tuple[Happening, ...]:
    """All acts whose actors are told, by day, the undated last."""
    near: dict[tuple[str, str, str, int], list[Group]] = defaultdict(list)
    groups: list[Group] = []
    for event in tellings.events:
        behind = CLASSES[event.status] == "behind"
        if not event.actors or not tellings.is_by_now(event.article, event.date if behind else None):
            continue
        actors, recipients = _parties(tellings, event.actors), _parties(tellings, event.recipients)
        words = clause_words(tellings, event)
        told = tellings.day_bounds(event.article)
        day = bounds(event.date) if event.date else None
        kind = (event.type, CLASSES[event.status])
        months = _months(day or told)
        candidates = {id(g): g for a in sorted(actors) for n in months for g in near[*kind, a, n]}
        best, most = None, 0.0
        for g in candidates.values():
            score = _fit(event, actors, recipients, words, day, told, g)
            if score > most:
                best, most = g, score
        if best is None:
            best = Group()
            groups.append(best)
        best.events.append(event)
        best.recipients |= recipients
        best.words |= words
        best.day = best.day or day
        best.told = best.told or told
        for a in sorted(actors):
            for n in months:
                if best not in near[*kind, a, n]:
                    near[*kind, a, n].append(best)
        best.actors |= actors
    found = [_happening(g, tellings) for g in groups]
    return tuple(sorted(found, key=lambda h: (bounds(h.date)[0] if h.date else Day.max, h.id)))


def _parties(tellings: Tellings, names: tuple[str, ...]) -> set[str]:
    """The names, and for a state or body itself: a person's act is not another person's of the same side."""
    return set(tellings.cast.names(names))


def _months(day: tuple[Day, Day] | None) -> tuple[int, ...]:
    """The months in which to look: numbers from year and month; 0 for what has no day."""
    if day is None:
        return (0,)
    first, last = day[0].year * 12 + day[0].month, day[1].year * 12 + day[1].month
    return tuple(range(first, last + 1)) if last - first <= 2 else (-first,)


def _fit(
    event: Event,
    actors: set[str],
    recipients: set[str],
    words: frozenset[str],
    day: tuple[Day, Day] | None,
    told: tuple[Day, Day] | None,
    group: Group,
) -> float:
    """How well a telling fits; 0 where it cannot be one of the same act."""
    shared = actors & group.actors
    if not shared or (recipients and group.recipients and not recipients & group.recipients):
        return 0.0
    first = group.events[0]
    if event.mode and first.mode and event.mode != first.mode:
        return 0.0
    if event.place and first.place and not same_place(event.place, first.place):
        return 0.0
    common = len(words & group.words)
    if not common and event.type not in ONE_A_DAY:
        return 0.0
    near = _near(day, told, group)
    return near and near + 0.2 * min(common, 4) + 0.3 * len(shared) + 0.3 * bool(
        recipients & group.recipients
    )


def _near(day: tuple[Day, Day] | None, told: tuple[Day, Day] | None, group: Group) -> float:
    if day and group.day:
        return 1.0 if day[0] <= group.day[1] and group.day[0] <= day[1] else 0.0
    if not told or not group.told:
        return 0.0
    gap = abs((told[0] - group.told[0]).days)
    if not day and not group.day:
        return 0.5 if gap <= SAME_NEWS else 0.0
    dated = day or group.day
    return (
        0.4
        if dated and 0 <= (max(told[1], group.told[1]) - dated[0]).days <= REPEATED and gap <= SAME_NEWS
        else 0.0
    )


def _happening(group: Group, tellings: Tellings) -> Happening:
    events = group.events
    ids = [e.id for e in events]
    values = {name: Counter(v for e in events if (v := getattr(e, name))) for name in DIFFERING}
    if len(events) > 1:
        events = sorted(events, key=lambda e: -len(e.actors))
    actors = tellings.cast.names(n for e in events for n in e.actors)
    events = group.events
    recipients = tellings.cast.names(n for e in events for n in e.recipients)
    return Happening(
        id="h" + hashlib.sha256(ids[0].encode()).hexdigest()[:10],
        type=events[0].type,
        mode=next((e.mode for e in events if e.mode), None),
        actors=actors,
        recipients=tuple(r for r in recipients if r not in actors),
        status=_standing(values["status"]) or events[0].status,
        date=_standing(values["date"], precise=True),
        place=_standing(values["place"]),
        tellings=tuple(dict.fromkeys(ids)),
        differing=tuple(
            Detail(
                name, value, tuple(i for i, e in zip(ids, events, strict=True) if getattr(e, name) == value)
            )
            for name in DIFFERING
            if len(values[name]) > 1
            for value in sorted(values[name])
        ),
        sources=tellings.sources.count(e.article for e in events),
    )


def _standing(values: Counter[str], precise: bool = False) -> str | None:
    """The value most told; of dates, the most precise."""

    def order(v: str) -> tuple[int, int, str]:
        first, last = bounds(v) if precise else (Day.min, Day.min)
        return ((last - first).days, -values[v], v)

    return min(values, key=order) if values else None
