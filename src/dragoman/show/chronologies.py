"""What happened, day by day: each act once however often it is told, and the meetings with the rest.

Three articles on "Pyongyang a exigé…" of 28 February → one entry, told by three.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.edtf import earliest
from dragoman.model.events import Event
from dragoman.model.happenings import Happening
from dragoman.model.meetings import Meeting
from dragoman.record import Told

MEETING = "MEETING"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line: `id` is that of the first telling or of the meeting, `tellings` the number of articles."""

    id: str
    day: str | None
    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    what_happened: str
    tellings: int
    claims: tuple[str, ...]


def make_chronology(
    events: Sequence[Told[Event]], meetings: Iterable[Meeting], happenings: Iterable[Happening] = ()
) -> list[Entry]:
    """Events of one happening are one entry, and those that agree on day, type, status and who does it to whom.

    By day, undated last.
    """
    same: dict[tuple[object, ...], list[Told[Event]]] = {}
    of = {claim: h.id for h in happenings for claim in h.tellings}
    for told in events:
        e = told.claim
        key = (told.day, e.type, e.status, frozenset(e.actors), frozenset(e.recipients))
        if e.id in of:
            same.setdefault((of[e.id],), []).append(told)
            continue
        # acts by nobody known to nobody known share nothing that tells them to be one
        same.setdefault(key if e.actors or e.recipients else (e.id,), []).append(told)
    entries = [_of_events(group) for group in same.values()]
    entries += [_of_meeting(meeting) for meeting in meetings]
    return sorted(entries, key=_order)


def _order(entry: Entry) -> tuple[bool, str, bool, str]:
    day = earliest(entry.day)
    return day is None, str(day or ""), entry.type != MEETING, entry.id


def _of_events(group: Sequence[Told[Event]]) -> Entry:
    first = group[0]
    event = first.claim
    return Entry(
        id=event.id,
        day=first.day,
        type=event.type,
        mode=next((t.claim.mode for t in group if t.claim.mode), None),
        status=event.status,
        actors=event.actors,
        recipients=event.recipients,
        place=next((t.claim.place for t in group if t.claim.place), None),
        what_happened=first.surface,
        tellings=len({t.article.article_id for t in group}),
        claims=tuple(t.claim.id for t in group),
    )


def _of_meeting(meeting: Meeting) -> Entry:
    return Entry(
        id=meeting.id,
        day=meeting.date,
        type=MEETING,
        mode=meeting.kind,
        status=meeting.status,
        actors=meeting.participants,
        recipients=(),
        place=meeting.place,
        what_happened=meeting.label,
        tellings=len({point.article for point in meeting.life}),
        claims=meeting.reports,
    )
