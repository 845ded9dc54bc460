"""The claims of all articles → one story: who is who, which meeting, what conflicts, what became of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dragoman.model.stories import Sourced, Story, StoryClaims
from dragoman.resolve.cast import Cast
from dragoman.resolve.deadlocks import find_deadlocks
from dragoman.resolve.disputes import find_disputes
from dragoman.resolve.expectations import find_expectations
from dragoman.resolve.happenings import find_happenings
from dragoman.resolve.ledgers import find_agreements, find_channels, find_measures
from dragoman.resolve.meetings import resolve_meetings
from dragoman.resolve.shifts import find_shifts
from dragoman.resolve.sources import Sources
from dragoman.resolve.tellings import Tellings


def resolve_story(articles: Sequence[Sourced], claims: StoryClaims, as_of: str | None = None) -> Story:
    """The story as it stands: with `as_of` (EDTF), what lay behind or was told by its last day.

    It does not depend on the order of `articles` or of the claims. Without `as_of`, the day of the last article
    that tells its own.
    """
    with _uncollected():
        return _resolve(articles, claims, as_of)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Looking for cycles among a million claims, which have none, costs a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _resolve(articles: Sequence[Sourced], claims: StoryClaims, as_of: str | None) -> Story:
    binds = ((p.by, p.party) for p in claims.positions if p.by and p.by != p.party)
    cast = Cast(claims.actors, binds, claims.same, claims.apart)
    tellings = Tellings(articles, claims, cast, Sources(articles), as_of)
    today = as_of or tellings.last_day()
    meetings = resolve_meetings(tellings)
    return Story(
        actors=cast.actors(),
        meetings=meetings,
        disputes=find_disputes(tellings, meetings),
        expectations=find_expectations(tellings, meetings, today),
        shifts=find_shifts(tellings),
        happenings=find_happenings(tellings),
        agreements=find_agreements(tellings),
        measures=find_measures(tellings),
        channels=find_channels(tellings),
        deadlocks=find_deadlocks(tellings, as_of),
    )


__all__ = ["resolve_story"]
