"""Which candidates are positions, whose, and on what: weighed, overlaps settled, parties told apart."""

from __future__ import annotations

from dragoman.extract.positions.candidates import Candidate, overlap, sides_of
from dragoman.extract.positions.features import features_of, issue_features
from dragoman.extract.positions.issues import Topics
from dragoman.extract.positions.weights import Features, likely_issue, likely_stance, probability
from dragoman.model.claims import Resolution
from dragoman.model.documents import Document
from dragoman.model.positions import Position

# The probability from which a candidate is kept.
LEAST = 0.22
# Contents whose stance a sure cue tells by itself.
TOLD = ("inf", "que", "noun", "self")
# One passage binds at most so many parties.
MOST = 5
Weighed = tuple[float, Candidate, str, Features]


def choose(document: Document, candidates: list[Candidate]) -> list[Position]:
    """The positions that stand, in text order."""
    topics = Topics(document)
    weighed: list[Weighed] = []
    for c in candidates:
        for party in sides_of(document, c.speakers)[:MOST]:
            features = features_of(document, c, party, topics)
            chance = probability(features)
            if chance >= LEAST:
                weighed.append((chance, c, party, features))
    kept: list[Weighed] = []
    for one in sorted(weighed, key=lambda w: (-w[0], w[1].span, w[2])):
        if not any(k[2] == one[2] and overlap(k[1], one[1]) > 0.5 for k in kept):
            kept.append(one)
    return sorted((_position(document, k, topics) for k in kept), key=lambda p: (p.start, p.end, p.party))


def told_by_cue(c: Candidate) -> bool:
    """Whether the cue itself tells the stance."""
    return c.sure >= 1 and c.content in TOLD


def _position(document: Document, weighed: Weighed, topics: Topics) -> Position:
    chance, c, party, features = weighed
    by = next((s for s in c.speakers if sides_of(document, (s,)) == (party,)), c.speakers[0])
    return Position(
        article=document.article.id,
        start=c.span.start,
        end=c.span.end,
        rule=c.rule,
        cue=c.cue,
        resolved=(Resolution(c.cue, c.speakers, "party"),),
        confidence=round(chance, 3),
        party=party,
        stance=c.stance if told_by_cue(c) else likely_stance(features, c.stance),
        toward=tuple(t for t in sides_of(document, c.toward) if t != party),
        issue=likely_issue(issue_features(c, topics), topics.issue_of(c.span)),
        conditional_on=c.condition,
        by=by,
    )
