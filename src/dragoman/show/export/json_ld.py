"""JSON-LD in the vocabulary of schema.org: articles, actors, meetings, and what was said where.

A statement → {"@type": "Quotation", "text": …, "creator": {"@id": actor}, "isPartOf": {"@id": article}}.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from dragoman.model.edtf import Day, bounds
from dragoman.model.meetings import Meeting
from dragoman.show.selections import Selection

TYPES = {
    "person": "Person", "official": "Person", "state": "Country", "media": "NewsMediaOrganization",
}  # fmt: skip
STATUSES = {
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
    "planned": "https://schema.org/EventScheduled",
    "ongoing": "https://schema.org/EventScheduled",
    "held": "https://schema.org/EventScheduled",
}
BASE = "urn:dragoman:"


def write(selection: Selection, table: str | None = None) -> bytes:  # noqa: ARG001
    """One graph; a meeting that was only proposed or was refused is no schema.org event, and stays out."""
    graph = [
        *(_article(a) for a in selection.articles),
        *({"@id": _name(name), "@type": TYPES.get(kind, "Organization"), "name": name}
            for name, kind in selection.cast.items()),
        *(_meeting(m) for m in selection.meetings if m.status in STATUSES),
        *(_statement(selection, told) for told in selection.statements),
    ]  # fmt: skip
    whole = {"@context": "https://schema.org", "@graph": [_told(node) for node in graph]}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _name(actor: str) -> str:
    return f"{BASE}actor:{quote(actor)}"


def _told(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _article(a: Any) -> dict[str, Any]:
    return {
        "@id": BASE + a.article_id,
        "@type": "NewsArticle",
        "headline": a.title or a.name,
        "datePublished": _first(a.published),
        "url": a.url,
        "publisher": {"@type": "Organization", "name": a.outlet} if a.outlet else None,
        "inLanguage": "fr",
    }


def _meeting(m: Meeting) -> dict[str, Any]:
    return {
        "@id": BASE + m.id,
        "@type": "Event",
        "name": m.label,
        "startDate": _first(m.date),
        "endDate": _last(m.date),
        "location": {"@type": "Place", "name": m.place} if m.place else None,
        "eventStatus": STATUSES[m.status],
        "attendee": [{"@id": _name(p)} for p in m.participants],
    }


def _statement(selection: Selection, told: Any) -> dict[str, Any]:
    s, source = told.claim, selection.source(told)
    return {
        "@id": BASE + s.id,
        "@type": "Quotation" if s.kind == "direct" else "Claim",
        "text": source.quote,
        "creator": {"@id": _name(s.speaker)} if s.speaker else None,
        "dateCreated": _first(told.day),
        "isPartOf" if s.kind == "direct" else "appearance": {"@id": BASE + source.article.article_id},
        "citation": source.url,
    }


def _first(edtf: str | None) -> str | None:
    first = bounds(edtf)[0] if edtf else Day.min
    return first.isoformat() if first > Day.min else None


def _last(edtf: str | None) -> str | None:
    last = bounds(edtf)[1] if edtf else Day.max
    return last.isoformat() if last < Day.max else None
