"""Meetings: a board by status, each meeting with its life and its sources.

The summit of Hanoï → in the column "held": proposed in September, planned in January, held on 27 February.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.edtf import bounds, is_edtf
from dragoman.model.meetings import LifePoint, Meeting
from dragoman.show.briefs import STATUS_ORDER, is_telling, last_told
from dragoman.show.web.views import Facet, Ref, View


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """A meeting: `life` pairs each change of status with its sentence, `told_on` is the day of the last article."""

    meeting: Meeting
    told_on: str | None
    life: tuple[tuple[LifePoint, Ref | None], ...]
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """`columns` pairs a status with its meetings, the latest first; `vague` counts those that tell too little
    to be one, which are only shown when all are asked for."""

    columns: tuple[tuple[str, tuple[MeetingCard, ...]], ...]
    count: int
    vague: int
    facets: tuple[Facet, ...]


def gather(view: View) -> MeetingsPage:
    """The page."""
    held, asked = view.selection, view.asked
    facets = (
        view.facet("kind", (m.kind for m in held.meetings), "kind"),
        view.facet("status", (m.status for m in held.meetings), "status"),
    )
    kept = [
        m
        for m in held.meetings
        if asked.get("kind") in (None, m.kind) and asked.get("status") in (None, m.status)
    ]
    shown = kept if asked.get("all") else [m for m in kept if is_telling(m)]
    columns = []
    for status in STATUS_ORDER:
        found = sorted((m for m in shown if m.status == status), key=_day, reverse=True)
        if found:
            columns.append((status, tuple(_card(view, m) for m in found)))
    return MeetingsPage(tuple(columns), len(shown), len(kept) - len(shown), facets)


def _card(view: View, meeting: Meeting) -> MeetingCard:
    changes = [p for n, p in enumerate(meeting.life) if n == 0 or p.status != meeting.life[n - 1].status]
    return MeetingCard(
        meeting,
        last_told(meeting),
        tuple((p, view.ref(p.claim)) for p in changes),
        view.refs(meeting.reports),
    )


def _day(meeting: Meeting) -> tuple[int, int, str]:
    day = meeting.date or last_told(meeting)
    return (bounds(day)[0].toordinal() if day and is_edtf(day) else 0, meeting.sources, meeting.id)
