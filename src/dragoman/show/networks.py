"""Who meets, accuses, supports whom: the acts and meetings of a selection as ties between actors, with days.

"Washington accuse Pyongyang" (28 February) and again in March → Tie(États-Unis → Corée du Nord, ACCUSE, count 2).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, product

from dragoman.model.edtf import bounds
from dragoman.show.selections import Selection

MEETS = "MEETING"
REAL = frozenset({"occurred", "ongoing", "held"})


@dataclass(frozen=True, slots=True)
class Tie:
    """`kind` is a PLOVER type or MEETING; `first` and `last` are ISO days, None where no telling has one.

    `claims` are the ids of the tellings; a meeting ties both ways and is given once, names in order.
    """

    source: str
    target: str
    kind: str
    count: int
    first: str | None
    last: str | None
    claims: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    claims: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)


def make_ties(selection: Selection, *, by_side: bool = False) -> list[Tie]:
    """The ties of what took place, the most told first; with `by_side`, between the sides of the actors."""
    drafts: dict[tuple[str, str, str], _Draft] = {}

    def tie(source: str, target: str, kind: str, day: str | None, claim: str) -> None:
        if by_side:
            source, target = (selection.sides.get(n, n) for n in (source, target))
        if source == target:
            return
        if kind == MEETS and target < source:
            source, target = target, source
        draft = drafts.setdefault((source, target, kind), _Draft())
        if claim not in draft.claims:
            draft.claims.append(claim)
            if day:
                draft.days.extend(d.isoformat() for d in bounds(day))

    for told in selection.events:
        event = told.claim
        if event.status in REAL and event.type != "CONSULT":
            for source, target in product(event.actors, event.recipients):
                tie(source, target, event.type, told.day, event.id)
    for meeting in selection.meetings:
        if meeting.status in REAL and meeting.reports:
            for source, target in combinations(meeting.participants, 2):
                tie(source, target, MEETS, meeting.date, meeting.reports[0])
    ties = [
        Tie(*key, len(d.claims), min(d.days, default=None), max(d.days, default=None), tuple(d.claims))
        for key, d in drafts.items()
    ]
    return sorted(ties, key=lambda t: (-t.count, t.source, t.target, t.kind))
