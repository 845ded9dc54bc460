"""What later articles tell of something that was said to come.

A release promised on 3 May by Bordurie; "Bordurie a libéré…" told on 9 May → met by that event, on its day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from dragoman.model.edtf import Day, bounds
from dragoman.model.events import Event
from dragoman.model.meetings import Meeting
from dragoman.model.spans import Span
from dragoman.resolve.tellings import Tellings, stems

# An act is carried out by one of these (an announced release by a release, an accord by its signing).
FULFILS = {
    "AGREE": ("AGREE", "SUPPORT"),
    "CONCEDE": ("RETREAT", "CONCEDE"),
    "SUPPORT": ("SUPPORT",),
    "CONSULT": ("CONSULT",),
    "SANCTION": ("SANCTION",),
    "COOPERATE": ("COOPERATE",),
    "AID": ("AID",),
    "RETREAT": ("RETREAT",),
    "MOBILIZE": ("MOBILIZE",),
    "COERCE": ("COERCE",),
    "ASSAULT": ("ASSAULT",),
}
# What stands right after a trigger tells of what act it is, in characters.
CLAUSE = 60
# How far ahead coverage is looked through for the sides of an expectation.
FAR = 3000
# A meeting set for so few days that nothing tells of may have been held or not.
DAYS_SET = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What settled an expectation."""

    state: str
    by: str | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """An event with the day that its article was out, its sides and the words of its clause."""

    event: Event
    told: tuple[Day, Day]
    sides: frozenset[str]
    words: frozenset[str]


class Outcomes:
    """The events of all articles, ready to be asked what became of something; states as of `today`."""

    def __init__(self, tellings: Tellings, today: Day) -> None:
        self._tellings, self._today = tellings, today
        self._acts: dict[tuple[str, str], list[Act]] = defaultdict(list)
        self._coverage: dict[str, list[tuple[Day, frozenset[str]]]] = defaultdict(list)
        fulfilling = {t for types in FULFILS.values() for t in types}
        for event in tellings.events:
            told = tellings.day_bounds(event.article)
            if told is None or told[0] > today:
                continue
            sides = tellings.cast.sides((*event.actors, *event.recipients))
            for side in sides:
                self._coverage[side].append((told[0], sides))
            if event.status in ("occurred", "cancelled") and event.type in fulfilling:
                act = Act(event, told, sides, clause_words(tellings, event))
                for side in sides:
                    self._acts[event.type, side].append(act)

    def of_meeting(
        self, meeting: Meeting, horizon: str | None, made_on: str | None, planned: bool
    ) -> Outcome:
        """What articles later than the expectation say of the meeting."""
        later = [
            p
            for p in meeting.life
            if p.on and made_on and bounds(made_on)[1] < bounds(p.on)[1] and bounds(p.on)[0] <= self._today
        ]
        sides = self._tellings.cast.sides(meeting.participants)
        if meeting.date is None and meeting.place is None and meeting.kind == "talks":
            return self.unsettled(horizon, sides)  # talks that go on: nothing that could be held on a day
        held = [p for p in later if p.status in ("held", "ongoing")]
        if held:
            on = meeting.date or held[0].on
            return Outcome("met late" if is_late(on, horizon) else "met", meeting.id, on)
        if any(p.status in ("cancelled", "refused") for p in later):
            return Outcome("overtaken", meeting.id, later[-1].on)
        found = self.unsettled(horizon, sides)
        if found.state == "lapsed" and planned and not later and horizon and _days(horizon) <= DAYS_SET:
            return Outcome("unknown")
        return found

    def of_event(self, event: Event, horizon: str | None) -> Outcome:
        """The first later act of the same sides, told in like words, that carries it out or calls it off."""
        made = self._tellings.day_bounds(event.article)
        cast = self._tellings.cast
        sides, others = cast.sides(event.actors), cast.sides(event.recipients)
        words = clause_words(self._tellings, event)
        if made:
            acts = [a for t in FULFILS[event.type] for a in self._acts[t, min(sides)] if a.told[0] > made[1]]
            for act in sorted(acts, key=lambda a: (a.told, a.event.id)):
                if act.event.date and bounds(act.event.date)[1] <= made[0]:
                    continue
                if not sides <= act.sides or (others and not others & act.sides) or not words & act.words:
                    continue
                on = act.event.date or self._tellings.day(act.event.article)
                if act.event.status == "cancelled":
                    return Outcome("overtaken", act.event.id, on)
                return Outcome("met late" if is_late(on, horizon) else "met", act.event.id, on)
        return self.unsettled(horizon, sides)

    def unsettled(self, horizon: str | None, sides: frozenset[str]) -> Outcome:
        """Open before its horizon; past it, lapsed where later coverage of the same sides tells nothing of it."""
        if not horizon or bounds(horizon)[1] >= self._today:
            return Outcome("open")
        rows = min((self._coverage[s] for s in sorted(sides)), key=len, default=[])
        first = bisect_right(rows, bounds(horizon)[1], key=lambda row: row[0])
        covered = any(sides <= told for _, told in rows[first : first + FAR])
        return Outcome("lapsed" if covered else "unknown")


def clause_words(tellings: Tellings, event: Event) -> frozenset[str]:
    """The content of the trigger and of what stands right after it in its sentence."""
    sentence = tellings.sentence(event.article, event.start)
    span = Span(event.start, max(event.end, min(event.end + CLAUSE, sentence.end)))
    return stems(span.of(tellings.text(event.article)))


def is_late(on: str | None, horizon: str | None) -> bool:
    """Whether the day lies wholly past the horizon."""
    return bool(on and horizon) and bounds(on)[0] > bounds(horizon)[1]


def _days(edtf: str) -> int:
    first, last = bounds(edtf)
    return (last - first).days + 1
