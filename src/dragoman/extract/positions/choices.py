"""Which candidates are positions, whose, and on what: weighed, overlaps settled, parties told apart."""

from __future__ import annotations

from dragoman.extract.positions.candidates import Candidate, sides_of
from dragoman.extract.positions.issues import article_points, issue_of
from dragoman.model.claims import Resolution
from dragoman.model.documents import Document
from dragoman.model.positions import Position

KINDS = ("state", "person", "organisation", "armed_group", "group", "official")


def choose(document: Document, candidates: list[Candidate]) -> list[Position]:
    """The positions that stand, in text order."""
    article = article_points(document)
    kept: list[tuple[Candidate, str, float]] = []
    for candidate in sorted(candidates, key=lambda c: -c.sure):
        if candidate.sure < 1:
            continue
        for party in sides_of(document, candidate.speakers)[:5]:
            if any(p == party and _overlap(c, candidate) > 0.5 for c, p, _ in kept):
                continue
            kept.append((candidate, party, 0.5 + 0.2 * candidate.sure))
    return sorted(
        (_position(document, c, party, sure, article) for c, party, sure in kept),
        key=lambda p: (p.start, p.end, p.party),
    )


def _overlap(a: Candidate, b: Candidate) -> float:
    inter = min(a.span.end, b.span.end) - max(a.span.start, b.span.start)
    return inter / min(a.span.end - a.span.start, b.span.end - b.span.start) if inter > 0 else 0.0


def _position(
    document: Document, c: Candidate, party: str, sure: float, article: dict[str, float]
) -> Position:
    by = next((s for s in c.speakers if sides_of(document, (s,)) == (party,)), c.speakers[0])
    return Position(
        article=document.article.id,
        start=c.span.start,
        end=c.span.end,
        rule=c.rule,
        cue=c.cue,
        resolved=(Resolution(c.cue, c.speakers, "party"),),
        confidence=sure,
        party=party,
        stance=c.stance,
        toward=tuple(t for t in sides_of(document, c.toward) if t != party),
        issue=issue_of(document, c.span, article),
        conditional_on=c.condition,
        by=by,
    )
