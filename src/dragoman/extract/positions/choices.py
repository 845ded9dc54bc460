"""Which candidates are positions, whose, and on what: weighed, overlaps settled, parties told apart."""

from __future__ import annotations

import math
from typing import NamedTuple

from dragoman.extract.positions.bindings import Bindings
from dragoman.extract.positions.candidates import Candidate, others_in, overlap
from dragoman.extract.positions.extents import variants
from dragoman.extract.positions.features import (
    Features,
    extent_features,
    frame_features,
    issue_features,
    party_features,
    stance_features,
)
from dragoman.extract.positions.issues import Topics
from dragoman.extract.positions.measures import measure
from dragoman.extract.positions.weights import likely_issue, likely_stance, points, probability, scores
from dragoman.model.claims import Resolution
from dragoman.model.documents import Document
from dragoman.model.positions import Position

# The score from which a candidate is kept.
LEAST = 0.2
# Points of the linear model below which no candidate was ever kept, and how far below no other end makes it good.
HOPELESS, FAR = -2.6, -4.0
# Contents whose stance a sure cue tells by itself.
TOLD = ("inf", "que", "noun", "self", "condition")
# Below this share of the chances, the issue is told to be unsure.
SURE = 0.35


class Reading(NamedTuple):
    """One way to read a candidate: where it ends and whom it binds, with what is seen of it."""

    candidate: Candidate
    party: str
    features: Features
    row: list[float]


def choose(document: Document, candidates: list[Candidate]) -> list[Position]:
    """The positions that stand, in text order."""
    topics = Topics(document)
    readings = [r for c in candidates for r in read(document, c, topics, HOPELESS)]
    weighed = zip(scores([r.row for r in readings]), readings, strict=True)
    kept: list[tuple[float, Reading]] = []
    for score, one in sorted(weighed, key=lambda w: (-w[0], w[1].candidate.span, w[1].party)):
        if score < LEAST:
            break
        if not any(excludes(other, one) for _, other in kept):
            kept.append((score, one))
    bindings = Bindings(document)
    return sorted(
        (_position(document, score, r, topics, bindings) for score, r in kept),
        key=lambda p: (p.start, p.end, p.party),
    )


def read(document: Document, c: Candidate, topics: Topics, least: float = -math.inf) -> list[Reading]:
    """All ways to read a candidate that have at least so many points."""
    frame = frame_features(document, c)
    bound = {party: party_features(document, c, party) for party in c.parties}
    out = []
    for variant in variants(document, c):
        extent = extent_features(document, variant, topics)
        best = -math.inf
        for party, told in bound.items():
            features = {**frame, **told, **extent}
            value = points(features)
            best = max(best, value)
            if value >= least:
                row = measure(document, variant, party, features, value)
                out.append(Reading(variant, party, features, row))
        if best < least + FAR - HOPELESS:
            break
    return out


def excludes(kept: Reading, other: Reading) -> bool:
    """Whether the two are one passage, unless one cue binds two parties by it."""
    a, b = kept.candidate, other.candidate
    several = kept.party != other.party and a.span == b.span and a.cue == b.cue
    return not several and overlap(a, b) > 0.5


def told_by_cue(c: Candidate) -> bool:
    """Whether the cue itself tells the stance."""
    return c.sure >= 1 and c.content in TOLD


def _position(
    document: Document, score: float, reading: Reading, topics: Topics, bindings: Bindings
) -> Position:
    c, party, features, _ = reading
    by = next((s for s in c.speakers if bindings.of((s,)) == (party,)), c.speakers[0])
    toward = c.toward or others_in(document, document.tokens[c.head], c.speakers)[:2]
    issue, share = likely_issue(issue_features(c, topics), topics.issue_of(c.span))
    words = ", ".join(dict.fromkeys(topics.words_of(c.span, issue))) or "likeness"
    doubt = ", unsure" if share < SURE else ""
    return Position(
        article=document.article.id,
        start=c.span.start,
        end=c.span.end,
        rule=c.rule,
        cue=c.cue,
        resolved=(
            Resolution(c.cue, c.speakers, "party"),
            Resolution(c.span, (issue,), f"issue by {words}{doubt}"),
        ),
        confidence=round(probability(score), 3),
        party=party,
        stance=c.stance if told_by_cue(c) else likely_stance(stance_features(c, features), c.stance),
        toward=tuple(t for t in bindings.of(toward) if t != party),
        issue=issue,
        conditional_on=c.condition,
        by=by,
    )
