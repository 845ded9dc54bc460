"""The gather: the claims of all articles → the story that they tell, as of a date and as known by a date.

tell_story(record, known_by="2019-02-27") → the summit of Hanoï as it stood on its eve, from no later article.
"""

from __future__ import annotations

from dragoman.model.stories import Story
from dragoman.record import (
    Record,
    Scope,
    find_articles,
    is_story_stale,
    read_story,
    story_claims,
    write_story,
)


def tell_story(record: Record, *, as_of: str | None = None, known_by: str | None = None) -> Story:
    """The story from what articles surely published by `known_by` claim, as of `as_of`; dates are EDTF.

    Without either it is the one that the record holds, where that is still true.
    """
    scope = Scope(as_of=as_of, known_by=known_by)
    with record.snapshot():
        if scope == Scope() and not is_story_stale(record):
            return read_story(record)
        articles = find_articles(record, scope, text=True)
        claims = story_claims(record, scope)
    from dragoman.resolve import resolve_story  # only here: a story that is told already needs none of it

    return resolve_story(articles, claims, as_of)


def refresh_story(record: Record) -> None:
    """Tell the story anew into the record's tables."""
    from dragoman.resolve import resolve_story

    with record.transaction():  # nothing is written between what is read and what is told of it
        story = resolve_story(find_articles(record, text=True), story_claims(record), None)
        write_story(record, story)
