"""An act told twice, in one article or in several, is one happening with its tellings.

"La Ruritanie a libéré douze soldats" and "la libération des soldats par Klow", both of 3 May → one happening.

Events are taken in the order of publication, and each joins the happening that fits it best or begins one.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.model.edtf import Day, bounds
from dragoman.model.happenings import Detail, Happening
from dragoman.model.stories import Story
from dragoman.resolve.leads import Block, Lead
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


@dataclass(frozen=True, slots=True)
class Act:
    """One telling of an act: `actors` and `recipients` are the record's names, `words` the stems of its clause."""

    id: str
    article: str
    type: str
    mode: str | None
    status: str
    date: str | None
    place: str | None
    actors: Sequence[str]
    recipients: Sequence[str]
    words: frozenset[str]
    day: tuple[Day, Day] | None
    told: tuple[Day, Day] | None

    @property
    def keys(self) -> list[str]:
        """Under which it is looked for."""
        return _keys(self.type, self.status, self.actors, self.day or self.told)


@dataclass(slots=True, eq=False)
class Group:
    """Tellings of one act."""

    acts: list[Act] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    day: tuple[Day, Day] | None = None
    told: tuple[Day, Day] | None = None

    def add(self, act: Act) -> None:
        """One more telling; they come in the order of publication."""
        self.acts.append(act)
        self.actors.update(act.actors)
        self.recipients.update(act.recipients)
        self.words |= act.words
        self.day = self.day or act.day
        self.told = self.told or act.told


def find_act_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's events whose actors are told."""
    day = tellings.day(article)
    for event in tellings.events_of(article):
        if not event.actors:
            continue
        actors, recipients = tellings.cast.names(event.actors), tellings.cast.names(event.recipients)
        words = clause_words(tellings, event)
        told = (event.type, event.mode, event.status, event.date, event.place, actors, recipients, words)
        on = event.date or day
        keys = tuple(_keys(event.type, event.status, actors, bounds(on) if on else None))
        yield Lead("acts", keys, article, day, event.start, tellings.id_of(event), told)


def tell_acts(block: Block, tellings: Tellings) -> Story:
    """The acts of one block, each telling joined to the act that fits it best."""
    near: dict[str, list[Group]] = defaultdict(list)
    groups: list[Group] = []
    for lead in block:
        act = _act(lead)
        behind = CLASSES[act.status] == "behind"
        if not tellings.is_by_now(act.article, act.date if behind else None):
            continue
        keys = act.keys  # in an order of their own, in which the lead's need not be
        candidates = {id(g): g for key in keys for g in near[key]}
        best, most = None, 0.0
        for g in candidates.values():
            score = _fit(act, g)
            if score > most:
                best, most = g, score
        if best is None:
            best = Group()
            groups.append(best)
        best.add(act)
        for key in keys:
            if best not in near[key]:
                near[key].append(best)
    return Story(happenings=tuple(_happening(g, tellings) for g in groups))


def _act(lead: Lead) -> Act:
    type_, mode, status, date, place, actors, recipients, words = lead.told
    return Act(
        lead.claim, lead.article, type_, mode, status, date, place, actors, recipients, frozenset(words),
        bounds(date) if date else None, bounds(lead.day) if lead.day else None,
    )  # fmt: skip


def _keys(kind: str, status: str, actors: Sequence[str], day: tuple[Day, Day] | None) -> list[str]:
    """The actors, each in the months in which its acts are looked for."""
    months = _months(day)
    return [f"{kind}|{CLASSES[status]}|{n}|{a}" for a in sorted(set(actors)) for n in months]


def _months(day: tuple[Day, Day] | None) -> tuple[int, ...]:
    """The months in which to look: numbers from year and month; 0 for what has no day."""
    if day is None:
        return (0,)
    first, last = day[0].year * 12 + day[0].month, day[1].year * 12 + day[1].month
    return tuple(range(first, last + 1)) if last - first <= 2 else (-first,)


def _fit(act: Act, group: Group) -> float:
    """How well a telling fits; 0 where it cannot be one of the same act."""
    shared = sum(a in group.actors for a in act.actors)
    common_recipients = any(r in group.recipients for r in act.recipients)
    if not shared or (act.recipients and group.recipients and not common_recipients):
        return 0.0
    first = group.acts[0]
    if act.mode and first.mode and act.mode != first.mode:
        return 0.0
    if act.place and first.place and not same_place(act.place, first.place):
        return 0.0
    common = len(act.words & group.words)
    if not common and act.type not in ONE_A_DAY:
        return 0.0
    near = _near(act, group)
    return near and near + 0.2 * min(common, 4) + 0.3 * shared + 0.3 * common_recipients


def _near(act: Act, group: Group) -> float:
    if act.day and group.day:
        return 1.0 if act.day[0] <= group.day[1] and group.day[0] <= act.day[1] else 0.0
    if not act.told or not group.told:
        return 0.0
    gap = abs((act.told[0] - group.told[0]).days)
    if not act.day and not group.day:
        return 0.5 if gap <= SAME_NEWS else 0.0
    dated = act.day or group.day
    return (
        0.4
        if dated and 0 <= (max(act.told[1], group.told[1]) - dated[0]).days <= REPEATED and gap <= SAME_NEWS
        else 0.0
    )


def _happening(group: Group, tellings: Tellings) -> Happening:
    acts = group.acts
    first = acts[0]
    if len(acts) == 1:  # most are told once
        return Happening(
            id=_id(first),
            type=first.type,
            mode=first.mode,
            actors=tuple(dict.fromkeys(first.actors)),
            recipients=tuple(dict.fromkeys(r for r in first.recipients if r not in first.actors)),
            status=first.status,
            date=first.date,
            place=first.place,
            tellings=(first.id,),
            differing=(),
            sources=1,
        )
    ids = [a.id for a in acts]
    fullest = sorted(acts, key=lambda a: -len(a.actors))
    actors = tuple(dict.fromkeys(n for a in fullest for n in a.actors))
    values = {name: Counter(v for a in acts if (v := getattr(a, name))) for name in DIFFERING}
    return Happening(
        id=_id(first),
        type=first.type,
        mode=next((a.mode for a in acts if a.mode), None),
        actors=actors,
        recipients=tuple(dict.fromkeys(r for a in acts for r in a.recipients if r not in actors)),
        status=_standing(values["status"]) or first.status,
        date=_standing(values["date"], precise=True),
        place=_standing(values["place"]),
        tellings=tuple(dict.fromkeys(ids)),
        differing=tuple(
            Detail(name, value, tuple(a.id for a in acts if getattr(a, name) == value))
            for name in DIFFERING
            if len(values[name]) > 1
            for value in sorted(values[name])
        ),
        sources=tellings.sources.count(a.article for a in acts),
    )


def _id(first: Act) -> str:
    return "h" + hashlib.sha256(first.id.encode()).hexdigest()[:10]


def _standing(values: Counter[str], precise: bool = False) -> str | None:
    """The value most told; of dates, the most precise."""

    def order(v: str) -> tuple[int, int, str]:
        first, last = bounds(v) if precise else (Day.min, Day.min)
        return ((last - first).days, -values[v], v)

    return min(values, key=order) if values else None
