"""A document and its claims as the codebook's layers: the JSON object of `dragoman annotate`.

Spans are `[start, end]` code points; the fields are those of docs/codebook.md.
"""

from __future__ import annotations

from typing import Any

from dragoman.extract import Claims
from dragoman.model.documents import Document
from dragoman.model.spans import Span


def to_layers(document: Document, claims: Claims) -> dict[str, Any]:
    """One JSON-ready object: article, times, statements, events, meetings, positions."""

    def span(s: Span | None) -> list[int] | None:
        return None if s is None else [s.start, s.end]

    return {
        "article": {
            "id": document.article.name,
            "published": document.published,
            "dateline": document.dateline,
            "agency": list(document.agency),
            "language": document.article.language,
        },
        "times": [{"span": span(t.span), "type": t.type, "value": t.value} for t in document.times],
        "statements": [
            {
                "span": span(s.span),
                "kind": s.kind,
                "fragments": [span(f) for f in s.fragments],
                "cue": span(s.cue),
                "speaker": s.speaker,
                "relayed_by": list(s.relayed_by),
            }
            for s in claims.statements
        ],
        "events": [
            {
                "span": span(e.span),
                "type": e.type,
                "mode": e.mode,
                "actors": list(e.actors),
                "recipients": list(e.recipients),
                "status": e.status,
                "date": e.date,
                "place": e.place,
                "according_to": e.according_to,
                "contexts": list(e.contexts),
            }
            for e in claims.events
        ],
        "meetings": [
            {
                "label": m.label,
                "kind": m.kind,
                "participants": list(m.participants),
                "date": m.date,
                "place": m.place,
                "status": m.status,
                "mentions": [span(x) for x in m.mentions],
            }
            for m in claims.meetings
        ],
        "positions": [
            {
                "span": span(p.span),
                "party": p.party,
                "stance": p.stance,
                "toward": list(p.toward),
                "issue": p.issue,
                "conditional_on": span(p.conditional_on),
            }
            for p in claims.positions
        ],
    }
