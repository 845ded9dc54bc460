"""TimelineJS: the chronology as the JSON that the Knight Lab's timeline takes.

An act of 28 February → {"start_date": {"year": 2019, "month": 2, "day": 28}, "text": {"headline": …}, "group": …}.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

from dragoman.model.edtf import Day, bounds
from dragoman.show.messages import word_for
from dragoman.show.selections import Selection

DONE = frozenset({"occurred", "ongoing", "held"})


def write(selection: Selection, table: str | None = None) -> bytes:  # noqa: ARG001
    """What has a date; TimelineJS shows the text as HTML, so the press's words are escaped."""
    events = []
    for entry in selection.chronology:
        if not entry.day or Day.min in bounds(entry.day) or Day.max in bounds(entry.day):
            continue
        first, last = bounds(entry.day)
        who = ", ".join(entry.actors)
        whom = f" → {', '.join(entry.recipients)}" if entry.recipients else ""
        kind = word_for("type", entry.type)
        status = "" if entry.status in DONE else f" ({word_for('status', entry.status)})"
        source = next(selection.sources_of(entry.claims), None)
        told: dict[str, Any] = {
            "unique_id": entry.id,
            "start_date": _date(first),
            "group": kind,
            "text": {
                "headline": escape(f"{kind}{status} : {who}{whom}" if who else f"{kind}{status}"),
                "text": _paragraph(source.sentence, source.url, source.article.outlet or source.article.name)
                if source
                else "",
            },
        }
        if last != first:
            told["end_date"] = _date(last)
        events.append(told)
    return json.dumps({"events": events}, ensure_ascii=False, indent=1).encode()


def _date(day: Day) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _paragraph(sentence: str, url: str, outlet: str) -> str:
    name = escape(outlet)
    where = f'<a href="{escape(url)}">{name}</a>' if url.startswith(("http://", "https://")) else name
    return f"<p>{escape(sentence)}</p><p>{where}</p>"
