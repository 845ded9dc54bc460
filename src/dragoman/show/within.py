"""Which parts of a story lie within a scope: whom a meeting, a dispute or an expectation is about, and when.

is_about(meeting, "trump") → True where Donald Trump takes part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.claims import Claim
from dragoman.model.deadlocks import Deadlock
from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds
from dragoman.model.errors import DateError
from dragoman.model.expectations import Expectation
from dragoman.model.measures import Measure
from dragoman.model.meetings import Meeting
from dragoman.record import Scope, named

Ledger = Agreement | Measure | Channel


def is_about(noun: Meeting | Dispute | Expectation | Ledger | Deadlock, actor: str | None) -> bool:
    """Whether `actor` (part of a name, None for anybody) has a share in it."""
    if actor is None:
        return True
    if isinstance(noun, Agreement | Deadlock):
        return any(named(p, actor) for p in noun.parties)
    if isinstance(noun, Measure):
        return any(named(p, actor) for p in (*noun.by, *noun.on))
    if isinstance(noun, Channel):
        return any(named(p, actor) for p in noun.between)
    if isinstance(noun, Meeting):
        return any(named(p, actor) for p in (*noun.participants, noun.cancelled_by))
    if isinstance(noun, Dispute):
        return any(named(name, actor) for v in noun.versions for name in (v.party, v.by))
    return named(noun.by, actor) or named(noun.what, actor)


NAMES = ("speaker", "on_behalf_of", "according_to", "host", "cancelled_by", "party", "by")
LISTS = ("relayed_by", "actors", "recipients", "participants", "toward")


_FIELDS: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {}


def names_in(claim: Claim) -> Iterator[str]:
    """Every actor that has a share in what a claim tells."""
    noun = type(claim)
    if noun not in _FIELDS:
        own = {f.name for f in fields(noun)}
        _FIELDS[noun] = tuple(n for n in NAMES if n in own), tuple(n for n in LISTS if n in own)
    names, lists = _FIELDS[noun]
    yield from (name for field in names if (name := getattr(claim, field)))
    yield from (name for field in lists for name in getattr(claim, field))


def concerns(claim: Claim, actor: str | None) -> bool:
    """Whether `actor` (part of a name, None for anybody) has a share in what a claim tells."""
    if actor is None:
        return True
    return any(named(name, actor) for name in names_in(claim))


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


def is_told_between(noun: Ledger, scope: Scope) -> bool:
    """Whether any passage of its life may lie in the scope's `since` to `until`."""
    return any(is_between(e.on, scope) for e in noun.life) or (scope.since is None and scope.until is None)
