"""The gather: the claims of all articles → the story that they tell, as of a date and as known by a date.

tell_story(record, known_by="2019-02-27") → the summit of Hanoï as it stood on its eve, from no later article.

A record holds what its story is told from: leads, in blocks, each told by itself (`resolve/leads.py`). After a
reading only the blocks that it touches are told again; a view as of a date keeps the blocks in which nothing that
it leaves out has a say, and tells the others without it. What comes out is what `resolve_story` tells of the same
claims, whatever came when.
"""

from __future__ import annotations

from dragoman.gather.retelling import Retelling
from dragoman.model.stories import Story
from dragoman.record import Record, Scope, find_articles, is_story_stale, read_story, story_claims


def tell_story(record: Record, *, as_of: str | None = None, known_by: str | None = None) -> Story:
    """The story from what articles surely published by `known_by` claim, as of `as_of`; dates are EDTF.

    Without either it is the one that the record holds, where that is still true.
    """
    scope = Scope(as_of=as_of, known_by=known_by)
    with record.snapshot():
        if not is_story_stale(record):
            return read_story(record) if scope == Scope() else Retelling(record, scope).story()
        articles = find_articles(record, scope, text=True)
        claims = story_claims(record, scope)
    from dragoman.resolve import resolve_story  # only here: a story that is told already needs none of it

    return resolve_story(articles, claims, as_of)


def refresh_story(record: Record) -> None:
    """Tell anew into the record's tables what has changed since they were written."""
    with record.transaction():  # nothing is written between what is read and what is told of it
        Retelling(record).write()
