"""What later articles tell of something that was said to come.

A summit planned in January; "le sommet s'est tenu", told on 28 February → met by that meeting, on its day.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.edtf import bounds, width
from dragoman.model.events import Event
from dragoman.model.meetings import Meeting
from dragoman.model.spans import Span
from dragoman.resolve.tellings import Tellings, stems

# What stands right after a trigger tells of what act it is, in characters.
CLAUSE = 60
# What was set for so few days, and nothing tells of, may have been done or not.
DAYS_SET = 7


@dataclass(frozen=True, slots=True)
class Outcome:
    """What settled an expectation."""

    state: str
    by: str | None = None
    on: str | None = None


def unsettled(tellings: Tellings, horizon: str | None, sides: frozenset[str]) -> Outcome:
    """Open before its horizon; past it, lapsed where later coverage of the same sides tells nothing of it.

    What was set for so few days that nobody need tell that it was done may have been done: unknown.
    """
    if not horizon or bounds(horizon)[1] >= tellings.today:
        return Outcome("open")
    lapsed = width(horizon) >= DAYS_SET and tellings.coverage.tells(sides, bounds(horizon)[1])
    return Outcome("lapsed" if lapsed else "unknown")


def outcome_of_meeting(
    tellings: Tellings,
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
        return unsettled(tellings, horizon, sides)  # talks that go on: nothing that could be held on a day
    held = [p for p in later if p.status in ("held", "ongoing")]
    if held:
        on = meeting.date or held[0].on
        return Outcome("met late" if is_late(on, horizon) else "met", meeting.id, on)
    if any(p.status in ("cancelled", "refused") for p in later):
        return Outcome("overtaken", meeting.id, later[-1].on)
    return unsettled(tellings, horizon, sides)


def clause_words(tellings: Tellings, event: Event) -> list[str]:
    """The content of the trigger and of what stands right after it in its sentence, in order."""
    known = tellings.once(event.article, "clauses", _no_clauses)
    at = event.start, event.end
    if at not in known:
        known[at] = sorted(_clause_words(tellings, event))
    return known[at]


def _no_clauses(_: Tellings, __: str) -> dict[tuple[int, int], list[str]]:
    return {}


def _clause_words(tellings: Tellings, event: Event) -> frozenset[str]:
    sentence = tellings.sentence(event.article, event.start)
    span = Span(event.start, max(event.end, min(event.end + CLAUSE, sentence.end)))
    return stems(span.of(tellings.text(event.article)))


def is_late(on: str | None, horizon: str | None) -> bool:
    """Whether the day lies wholly past the horizon."""
    return bool(on and horizon) and bounds(on)[0] > bounds(horizon)[1]
