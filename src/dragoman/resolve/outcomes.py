"""What later articles tell of something that was said to come.

A summit planned in January; "le sommet s'est tenu", told on 28 February → met by that meeting, on its day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.model.edtf import Day, bounds
from dragoman.model.events import Event
from dragoman.model.meetings import Meeting
from dragoman.model.spans import Span
from dragoman.resolve.leads import Block, Lead
from dragoman.resolve.tellings import Tellings, stems

# What stands right after a trigger tells of what act it is, in characters.
CLAUSE = 60
# What was set for so few days, and nothing tells of, may have been done or not.
DAYS_SET = 7
# What the leads tell by which coverage is known.
COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What settled an expectation."""

    state: str
    by: str | None = None
    on: str | None = None


class Coverage:
    """On which days articles told of acts of which sides; what is to come is looked for in it, as of `today`."""

    def __init__(self, told: Iterable[tuple[Day, frozenset[str]]], today: Day) -> None:
        self._today = today
        self._last: dict[frozenset[str], Day] = {}
        for day, sides in told:
            if day <= today:
                self._last[sides] = max(day, self._last.get(sides, day))
        self._with: dict[str, list[frozenset[str]]] = defaultdict(list)
        for sides in self._last:
            for side in sides:
                self._with[side].append(sides)

    def unsettled(self, horizon: str | None, sides: frozenset[str]) -> Outcome:
        """Open before its horizon; past it, lapsed where later coverage of the same sides tells nothing of it.

        What was set for so few days that nobody need tell that it was done may have been done: unknown.
        """
        if not horizon or bounds(horizon)[1] >= self._today:
            return Outcome("open")
        told = min((self._with[s] for s in sides), key=len, default=[])
        covered = any(sides <= other and self._last[other] > bounds(horizon)[1] for other in told)
        return Outcome("lapsed" if covered and _days(horizon) > DAYS_SET else "unknown")


def find_coverage_leads(
    tellings: Tellings, article: str, family: str, *, pairs: bool = False
) -> Iterator[Lead]:
    """Of which sides an article tells acts together, under each side; with `pairs`, under each two of them too."""
    day = tellings.day(article)
    told = (
        {tellings.cast.sides((*e.actors, *e.recipients)) for e in tellings.events_of(article)} if day else ()
    )
    by_key: dict[str, list[list[str]]] = defaultdict(list)
    for sides in sorted(map(sorted, told)):
        two = [f"{a}|{b}" for n, a in enumerate(sides) for b in sides[n + 1 :]] if pairs else []
        for key in (*sides, *two):
            by_key[key].append(sides)
    for key, sets in by_key.items():
        yield Lead(family, (f"{family}|{key}",), article, day, 0, told=(COVERAGE, sets))


def coverage_of(block: Block, today: Day) -> Coverage:
    """What the leads of `find_coverage_leads` in a block tell."""
    rows = (lead for lead in block if lead.day and lead.told and lead.told[0] == COVERAGE)
    return Coverage(
        ((bounds(lead.day)[0], frozenset(sides)) for lead in rows for sides in lead.told[1]),
        today,
    )


def outcome_of_meeting(
    tellings: Tellings,
    coverage: Coverage,
    meeting: Meeting,
    horizon: str | None,
    made_on: str | None,
) -> Outcome:
    """What articles later than the expectation say of the meeting, by today."""
    later = [
        p
        for p in meeting.life
        if p.on and made_on and bounds(made_on)[1] < bounds(p.on)[1] and bounds(p.on)[0] <= tellings.today
    ]
    sides = tellings.cast.sides(meeting.participants)
    if meeting.date is None and meeting.place is None and meeting.kind == "talks":
        return coverage.unsettled(horizon, sides)  # talks that go on: nothing that could be held on a day
    held = [p for p in later if p.status in ("held", "ongoing")]
    if held:
        on = meeting.date or held[0].on
        return Outcome("met late" if is_late(on, horizon) else "met", meeting.id, on)
    if any(p.status in ("cancelled", "refused") for p in later):
        return Outcome("overtaken", meeting.id, later[-1].on)
    return coverage.unsettled(horizon, sides)


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
