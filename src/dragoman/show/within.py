"""Which parts of a story lie within a scope: whom a meeting, a dispute or an expectation is about, and when.

is_about(meeting, "trump") → True where Donald Trump takes part.
"""

from __future__ import annotations

from dragoman.model.claims import Claim
from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds
from dragoman.model.errors import DateError
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.record import Scope, named


def is_about(noun: Meeting | Dispute | Expectation, actor: str | None) -> bool:
    """Whether `actor` (part of a name, None for anybody) has a share in it."""
    if actor is None:
        return True
    if isinstance(noun, Meeting):
        return any(named(p, actor) for p in (*noun.participants, noun.cancelled_by))
    if isinstance(noun, Dispute):
        return any(named(name, actor) for v in noun.versions for name in (v.party, v.by))
    return named(noun.by, actor) or named(noun.what, actor)


NAMES = ("speaker", "on_behalf_of", "according_to", "host", "cancelled_by", "party", "by")
LISTS = ("relayed_by", "actors", "recipients", "participants", "toward")


def concerns(claim: Claim, actor: str | None) -> bool:
    """Whether `actor` (part of a name, None for anybody) has a share in what a claim tells."""
    if actor is None:
        return True
    return any(named(getattr(claim, field, None), actor) for field in NAMES) or any(
        named(name, actor) for field in LISTS for name in getattr(claim, field, ())
    )


def is_between(edtf: str | None, scope: Scope) -> bool:
    """Whether a date may lie in the scope's `since` to `until`; an unknown date only where neither is asked."""
    if scope.since is None and scope.until is None:
        return True
    try:
        first, last = bounds(edtf or "")
    except DateError:
        return False
    return (scope.since is None or last >= bounds(scope.since)[0]) and (
        scope.until is None or first <= bounds(scope.until)[1]
    )
