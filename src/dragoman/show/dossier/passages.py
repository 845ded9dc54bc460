"""An article's text cut into passages that carry anchors and marks, nothing of it lost.

A sentence with a statement in it → Passage(anchor="a1f-120", pieces=(Piece("Trump a affirmé que ", ()), …)).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from dragoman.model.spans import Span
from dragoman.model.stories import Sourced
from dragoman.record import Passages


class Marked(Protocol):
    """What can be marked in a text: a claim, a time, a mention."""

    @property
    def layer(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def span(self) -> Span: ...


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same claims: `layers` names them, `claims` their ids."""

    text: str
    layers: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a stretch between two; `anchor` is None for the latter, `block` is the kind of its block.

    `breaks` is true where a new block begins.
    """

    anchor: str | None
    block: str
    breaks: bool
    pieces: tuple[Piece, ...]


def sentence_anchor(article_id: str, passages: Passages, offset: int) -> str:
    """The anchor of the sentence that holds `offset`, of the nearest one before it where none does."""
    starts = [s.start for s in passages.sentences]
    k = bisect_right(starts, offset) - 1
    return f"{article_id}-{starts[k] if k >= 0 else 0}"


def lay_out(article: Sourced, passages: Passages, claims: Sequence[Marked]) -> tuple[Passage, ...]:
    """The whole text as passages, in order."""
    out = []
    cursor = 0
    starts = {b.span.start for b in passages.blocks}
    for span in [*passages.sentences, Span(len(article.text), len(article.text))]:
        if span.start > cursor:
            out.extend(_between(article, passages, Span(cursor, span.start), claims))
        if span.end > span.start:
            anchor = f"{article.article_id}-{span.start}"
            kind = _kind(passages, span.start)
            out.append(Passage(anchor, kind, span.start in starts, _pieces(article.text, span, claims)))
        cursor = max(cursor, span.end)
    return tuple(out)


def _between(article: Sourced, passages: Passages, gap: Span, claims: Sequence[Marked]) -> list[Passage]:
    """What stands between two sentences: white space, and the blocks that are not analysed."""
    cuts = sorted(
        {gap.start, gap.end, *(b.span.start for b in passages.blocks if gap.start < b.span.start < gap.end)}
    )
    out = []
    starts = {b.span.start for b in passages.blocks}
    for a, b in pairwise(cuts):
        out.append(Passage(None, _kind(passages, a), a in starts, _pieces(article.text, Span(a, b), claims)))
    return out


def _kind(passages: Passages, offset: int) -> str:
    return next((b.kind for b in passages.blocks if b.span.start <= offset < b.span.end), "paragraph")


def _pieces(text: str, span: Span, claims: Sequence[Marked]) -> tuple[Piece, ...]:
    inside = [c for c in claims if c.span.touches(span)]
    cuts = {span.start, span.end}
    for c in inside:
        cuts |= {x for x in c.span if span.start < x < span.end}
    ordered = sorted(cuts)
    out = []
    for a, b in pairwise(ordered):
        over = [c for c in inside if c.span.start <= a and b <= c.span.end]
        layers = tuple(dict.fromkeys(c.layer for c in over))
        out.append(Piece(text[a:b], layers, tuple(c.id for c in over)))
    return tuple(out)
