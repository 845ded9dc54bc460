"""The claims of all articles → one story: who is who, which meeting, what conflicts, what became of it.

The story is told in blocks, each by itself: see `leads.py` for what a block is and `families.py` for what it is told
of. Here all blocks are told; `dragoman.gather` has only those told again that new articles touch.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dragoman.model.stories import Sourced, Story, StoryClaims, join_stories
from dragoman.resolve.cast import Cast
from dragoman.resolve.disputes import settle_disputes
from dragoman.resolve.families import find_leads, tell_block
from dragoman.resolve.leads import Lead, join_leads
from dragoman.resolve.sources import Sources
from dragoman.resolve.tellings import Tellings


def resolve_story(articles: Sequence[Sourced], claims: StoryClaims, as_of: str | None = None) -> Story:
    """The story as it stands: with `as_of` (EDTF), what lay behind or was told by its last day.

    It does not depend on the order of `articles` or of the claims. Without `as_of`, the day of the last article
    that tells its own.
    """
    with uncollected():
        return _resolve(articles, claims, as_of)


@contextmanager
def uncollected() -> Iterator[None]:
    """Looking for cycles among a million claims, which have none, costs a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            if not gc.get_freeze_count():
                # what was made meanwhile counts as old: nobody looks through it now
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _resolve(articles: Sequence[Sourced], claims: StoryClaims, as_of: str | None) -> Story:
    binds = ((p.by, p.party) for p in claims.positions if p.by and p.by != p.party)
    cast = Cast(claims.actors, binds, claims.same, claims.apart)
    tellings = Tellings(articles, claims, cast, Sources.of(articles), as_of)
    families: dict[str, list[Lead]] = defaultdict(list)
    for article in tellings.articles:
        for lead in find_leads(tellings, article):
            families[lead.family].append(lead)
    told = [Story(actors=cast.actors())]
    for family in tuple(families):
        # the leads of a family are let go once it is told
        told.extend(tell_block(block, tellings) for block in join_leads(families.pop(family)))
    return join_stories(told, lambda disputes: settle_disputes(tellings, disputes))


__all__ = ["resolve_story"]
