"""Which candidates are positions, whose, and on what: weighed, overlaps settled, parties told apart."""

from __future__ import annotations

from dragoman.extract.positions.bindings import Bindings
from dragoman.extract.positions.candidates import Candidate, others_in, overlap
from dragoman.extract.positions.extents import variants
from dragoman.extract.positions.features import (
    extent_features,
    features_of,
    frame_features,
    issue_features,
    party_features,
)
from dragoman.extract.positions.issues import Topics
from dragoman.extract.positions.weights import likely_issue, likely_stance, points, probability
from dragoman.model.claims import Resolution
from dragoman.model.documents import Document
from dragoman.model.positions import Position

# The probability from which a candidate is kept.
LEAST = 0.27
# What no other end of the content makes good.
HOPELESS = -2.2
# Contents whose stance a sure cue tells by itself.
TOLD = ("inf", "que", "noun", "self")
Weighed = tuple[float, Candidate, str]


def choose(document: Document, candidates: list[Candidate]) -> list[Position]:
    """The positions that stand, in text order."""
    topics = Topics(document)
    weighed: list[Weighed] = []
    for c in candidates:
        frame = points(frame_features(document, c))
        bound = {party: points(party_features(document, c, party)) for party in c.parties}
        if not bound:
            continue
        for variant in variants(document, c):
            here = frame + points(extent_features(document, variant, topics))
            for party, value in bound.items():
                chance = probability(here + value)
                if chance >= LEAST:
                    weighed.append((chance, variant, party))
            if here + max(bound.values()) < HOPELESS:
                break
    kept: list[Weighed] = []
    for one in sorted(weighed, key=lambda w: (-w[0], w[1].span, w[2])):
        if not any(k[2] == one[2] and overlap(k[1], one[1]) > 0.5 for k in kept):
            kept.append(one)
    bindings = Bindings(document)
    return sorted(
        (_position(document, k, topics, bindings) for k in kept), key=lambda p: (p.start, p.end, p.party)
    )


def told_by_cue(c: Candidate) -> bool:
    """Whether the cue itself tells the stance."""
    return c.sure >= 1 and c.content in TOLD


def _position(document: Document, weighed: Weighed, topics: Topics, bindings: Bindings) -> Position:
    chance, c, party = weighed
    features = features_of(document, c, party, topics)
    by = next((s for s in c.speakers if bindings.of((s,)) == (party,)), c.speakers[0])
    toward = c.toward or others_in(document, document.tokens[c.head], c.speakers)[:2]
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
        toward=tuple(t for t in bindings.of(toward) if t != party),
        issue=likely_issue(issue_features(document, c, topics), topics.issue_of(c.span)),
        conditional_on=c.condition,
        by=by,
    )
