"""Each actor of a record with all that stands about them: roles with their days, counterparts, words, meetings.

make_portraits(record, Scope(actor="biegun")) → Stephen Biegun, "émissaire" from 2018-09-19 to 2019-10-07, with whom.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.gather import tell_story
from dragoman.model.edtf import bounds
from dragoman.model.meetings import Meeting
from dragoman.model.statements import Statement
from dragoman.model.stories import ResolvedActor, Story
from dragoman.record import Record, Role, Scope, find_claims, find_role_days, named, sum_roles

# Kinds of actors that the coverage only describes.
UNNAMED = ("group", "official")


@dataclass(frozen=True, slots=True)
class Portrait:
    """`counterparts` are those whom the actor met or dealt with, with the number of meetings and acts, most first.

    `statements` counts the actor's, `last_said` is the day of the last (EDTF); `meetings` are in their order.
    """

    actor: ResolvedActor
    roles: tuple[Role, ...]
    counterparts: tuple[tuple[str, int], ...]
    statements: int
    last_said: str | None
    meetings: tuple[Meeting, ...]


def make_portraits(record: Record, scope: Scope, kind: str | None = None) -> list[Portrait]:
    """Those whom the scope's actor asks for (by name, other name or side), those most written about first.

    Groups and officials without a name come last.
    """
    with record.snapshot():
        story = tell_story(record, as_of=scope.as_of, known_by=scope.known_by)
        days = find_role_days(record, scope)
        claims = find_claims(record, Statement, Scope(as_of=scope.as_of, known_by=scope.known_by))
    said: dict[str, list[str | None]] = defaultdict(list)
    for told in claims:
        said[told.claim.speaker or ""].append(told.day)
    meetings: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in story.meetings:
        for name in meeting.participants:
            meetings[name].append(meeting)
    met = _counterparts(story)
    return [
        Portrait(
            actor=a,
            roles=tuple(sum_roles(_joined(days.get(name, {}) for name in (a.name, *a.aliases)))),
            counterparts=tuple(sorted(met[a.name].items(), key=lambda row: (-row[1], row[0]))),
            statements=sum(len(said.get(name, ())) for name in (a.name, *a.aliases)),
            last_said=_last(day for name in (a.name, *a.aliases) for day in said.get(name, ())),
            meetings=tuple(meetings[a.name]),
        )
        for a in sorted(story.actors, key=lambda a: (a.kind in UNNAMED, -len(a.articles), a.name))
        if kind in (None, a.kind)
        and (scope.actor is None or any(named(name, scope.actor) for name in (a.name, a.side, *a.aliases)))
    ]


def _counterparts(story: Story) -> dict[str, Counter[str]]:
    """Who met or dealt with whom how often."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    together = [m.participants for m in story.meetings]
    together += [(*h.actors, *h.recipients) for h in story.happenings if h.recipients]
    for names in together:
        for name in set(names):
            out[name].update(set(names) - {name})
    return out


def _joined(tables: Iterable[dict[str, list[str | None]]]) -> dict[str, list[str | None]]:
    out: dict[str, list[str | None]] = {}
    for table in tables:
        for role, days in table.items():
            out.setdefault(role, []).extend(days)
    return out


def _last(days: Iterable[str | None]) -> str | None:
    return max((d for d in days if d), key=lambda d: (bounds(d)[1], d), default=None)
