"""Meetings: a board by status, each meeting with its life and its sources.

The summit of Hanoï → in the column "held": proposed in September, planned in January, held on 27 February.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.edtf import bounds, is_edtf
from dragoman.model.meetings import LifePoint, Meeting
from dragoman.show.briefs import STATUS_ORDER, has_passed, is_telling, last_told, today_of
from dragoman.show.web.pages.ledgers import is_telling_of
from dragoman.show.web.views import Facet, Pager, Ref, View

CARDS = 8  # of a column; the rest is a click away
SOURCES = 6  # sentences on a card; all of them are on its explanation


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """A meeting: `life` pairs each change of status with its sentence, `told_on` is the day of the last article.

    `passed` is true where its day went by and no article tells what became of it. `refs` are the first of its `count`
    sentences, `why` the address of all of them.
    """

    meeting: Meeting
    told_on: str | None
    passed: bool
    life: tuple[tuple[LifePoint, Ref | None], ...]
    refs: tuple[Ref, ...]
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class Column:
    """The meetings of one status, the latest first: `count` of them, `rest` the address of those not shown."""

    status: str
    cards: tuple[MeetingCard, ...]
    count: int
    rest: str | None


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """`columns` are the board; where one status is asked for it has one, in parts (`pager`).

    `vague` counts the meetings that tell too little to be one, which are only shown when all are asked for.
    `ledgers` are what stands beside the board: agreements, measures, channels, how many, and where.
    """

    columns: tuple[Column, ...]
    count: int
    vague: int
    pager: Pager
    ledgers: tuple[tuple[str, int, str], ...]
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
    of = {s: sorted((m for m in shown if m.status == s), key=_day, reverse=True) for s in STATUS_ORDER}
    today = today_of(held.scope, held.articles)
    part, pager = view.part(of.get(asked.get("status") or "", []))
    columns = tuple(
        Column(
            status,
            tuple(_card(view, m, today) for m in (part if asked.get("status") else found[:CARDS])),
            len(found),
            asked.here(view.path, status=status) if len(found) > CARDS and not asked.get("status") else None,
        )
        for status, found in of.items()
        if found
    )
    return MeetingsPage(columns, len(shown), len(kept) - len(shown), pager, _ledgers(view), facets)


def _ledgers(view: View) -> tuple[tuple[str, int, str], ...]:
    """How much the ledgers hold, within the same days and about the same actor."""
    story, asked = view.selection.story, view.asked
    kept = {"from_": asked.get("from"), "to": asked.get("to"), "actor": asked.get("actor")}
    named = (("agreements", story.agreements), ("measures", story.measures), ("channels", story.channels))
    counts = ((name, sum(map(is_telling_of, nouns))) for name, nouns in named)
    return tuple((name, n, f"{asked.link('/ledgers', **kept)}#{name}") for name, n in counts if n)


def _card(view: View, meeting: Meeting, today: str | None) -> MeetingCard:
    changes = [p for n, p in enumerate(meeting.life) if n == 0 or p.status != meeting.life[n - 1].status]
    return MeetingCard(
        meeting,
        last_told(meeting),
        has_passed(meeting, today),
        tuple((p, view.ref(p.claim)) for p in changes[-SOURCES:]),
        view.refs(meeting.reports[:SOURCES]),
        len(meeting.reports),
        view.why(meeting.id),
    )


def _day(meeting: Meeting) -> tuple[int, int, str]:
    day = meeting.date or last_told(meeting)
    return (bounds(day)[0].toordinal() if day and is_edtf(day) else 0, meeting.sources, meeting.id)
