"""Meetings to come as a calendar (RFC 5545): each an all-day event with who says so.

A summit planned for 27 and 28 February → VEVENT from the 27th to the 1st (the end of a day is the next one).
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.model.edtf import Day, bounds, latest
from dragoman.model.meetings import Meeting
from dragoman.show.export.tables import source_of_meeting
from dragoman.show.messages import word_for
from dragoman.show.selections import Selection
from dragoman.version import __version__

TO_COME = {
    "planned": "CONFIRMED", "ongoing": "CONFIRMED", "proposed": "TENTATIVE", "postponed": "TENTATIVE",
}  # fmt: skip
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
WIDEST = 75  # bytes of a line
LONGEST = dt.timedelta(days=62)  # what is only known to be "this year" has no place in a calendar


def write(selection: Selection, table: str | None = None) -> bytes:  # noqa: ARG001
    """The meetings that are still to come on the day asked for, or on that of the last article."""
    today = present(selection)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Dragoman//{__version__}//FR", "CALSCALE:GREGORIAN"]
    for meeting in selection.meetings:
        if meeting.status in TO_COME and meeting.date:
            first, last = bounds(meeting.date)
            if last >= today and last < Day.max and last - first <= LONGEST:
                lines += _event(selection, meeting, first, last, today)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def present(selection: Selection) -> Day:
    """The last day of what is asked for, else of what was read."""
    scope = selection.scope
    asked = latest(scope.as_of or scope.known_by)
    days = [day for a in selection.articles if (day := latest(a.published))]
    return asked or max(days, default=Day.min)


def _event(selection: Selection, meeting: Meeting, first: Day, last: Day, today: Day) -> list[str]:
    source = source_of_meeting(selection, meeting)
    told = f"{word_for('status', meeting.status)}. {source.sentence} ({source.url})" if source else ""
    return [
        "BEGIN:VEVENT",
        f"UID:{meeting.id}@dragoman",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(meeting.label)}",
        *([f"LOCATION:{_text(meeting.place)}"] if meeting.place else []),
        f"DESCRIPTION:{_text(told)}",
        f"STATUS:{TO_COME[meeting.status]}",
        "END:VEVENT",
    ]


def _text(words: str) -> str:
    plain = CONTROLS.sub(" ", words)
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 bytes, cut between characters."""
    out, size = "", 0
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > WIDEST:
            out, size = f"{out}\r\n ", 1
        out, size = out + character, size + width
    return out
