"""A passage that may be a position, with what is known of it before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span
from dragoman.model.statements import Statement


@dataclass(slots=True)
class Candidate:
    """`speakers` are the actors bound, before their sides are taken; `head` is the content's head token.

    `sure` is the lexicon's 0..2; `content` is infinitive, clause, noun or sentence; `statement` is the one
    that the passage lies in or that the cue opens.
    """

    span: Span
    head: int
    cue: Span
    rule: str
    stance: str
    speakers: tuple[str, ...]
    toward: tuple[str, ...]
    sure: int
    content: str
    negated: bool = False
    conditional: bool = False
    statement: Statement | None = None
    condition: Span | None = None
    signs: tuple[str, ...] = ()


def sides_of(document: Document, names: tuple[str, ...]) -> tuple[str, ...]:
    """The sides bound: the state or body that a person speaks for, else the person."""
    out: list[str] = []
    for name in names:
        actor = document.actors.get(name)
        side = actor.side if actor is not None and actor.side else name
        if side not in out:
            out.append(side)
    return tuple(out)


def others_in(document: Document, head: Token, names: tuple[str, ...]) -> tuple[str, ...]:
    """The actors in the subtree of `head` but for `names`."""
    out: list[str] = []
    for i in document.subtree(head.i):
        mention = document.mention_of(i)
        if mention is not None and not mention.place:
            out.extend(a for a in mention.actors if a not in names and a not in out)
    return tuple(out)
