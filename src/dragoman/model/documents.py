"""An article with what annotation made of it: blocks, sentences, tokens, quotations, times, mentions.

Annotation fills a Document; extraction only reads it. It holds plain objects, so that what comes after the
parser needs neither spaCy nor its model.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.model.actors import Actor, Mention
from dragoman.model.articles import Article
from dragoman.model.spans import Span
from dragoman.model.times import Time

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# How many numbers of Token.vector tell the word in its sentence.
CONTEXT = 96


@dataclass(slots=True)
class Token:
    """A word with its analysis (Universal Dependencies as spaCy's French model gives it).

    `head` is the index of the governor in the document, its own index for a root; `children` are indices in
    text order; `sent` is the index of the sentence. `vector` has CONTEXT numbers of the word in its sentence (the
    parser's own reading of it), then those of the word alone; None for a document made by hand.
    """

    i: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    sent: int
    morph: Mapping[str, str]
    children: list[int] = field(default_factory=list)
    vector: NDArray[np.float16] | None = field(default=None, repr=False, compare=False)

    lower: str = field(default="", init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.lower = self.text.lower()  # once: rules ask for it at every turn

    def __setstate__(self, state: tuple[None, dict[str, object]]) -> None:
        for name, value in state[1].items():
            setattr(self, name, value)
        self.__post_init__()  # a parse that was kept may be older than the field

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of the text and what it is.

    `kind`: title, standfirst, paragraph, heading, caption, byline, dateline, agency, boilerplate. Only title,
    standfirst, paragraph and heading are parsed; statements and events come from title, standfirst and paragraph.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`first` inclusive and `last` exclusive are token indices; `block` is the index of its block."""

    span: Span
    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `outer` with its marks, `inner` without; `depth` 0 for one that no other holds.

    `closed` is false where the closing mark is missing (the end is then the end of the block).
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True


@dataclass(slots=True)
class Document:
    """What annotation knows of one article.

    `published` is EDTF: the article's own, or what its body lets infer; None where nothing tells.
    `actors` maps each canonical name met in the article to its Actor.
    """

    article: Article
    blocks: list[Block] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)
    published: str | None = None
    dateline: str | None = None
    agency: tuple[str, ...] = ()
    _by_head: dict[int, Mention] = field(default_factory=dict, repr=False)
    _indexed: int = field(default=0, repr=False)
    _quotes_seen: int = field(default=-1, repr=False)
    _outermost: list[Quote] = field(default_factory=list, repr=False)
    _quote_starts: list[int] = field(default_factory=list, repr=False)
    _starts: list[int] = field(default_factory=list, repr=False)

    @property
    def text(self) -> str:
        return self.article.text

    # --- tokens -----------------------------------------------------------------------------------

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character at `offset`, or the last one before it."""
        k = bisect_right(self._token_starts(), offset) - 1
        return self.tokens[k] if k >= 0 else None

    def _token_starts(self) -> list[int]:
        if len(self._starts) != len(self.tokens):
            self._starts = [t.start for t in self.tokens]
        return self._starts

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that start inside `span`."""
        starts = self._token_starts()
        return self.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def sentence_of(self, i: int) -> Sentence:
        """The sentence of token `i`."""
        return self.sentences[self.tokens[i].sent]

    def block_of(self, i: int) -> Block:
        """The block of token `i`."""
        return self.blocks[self.sentence_of(i).block]

    def head_of(self, i: int) -> Token:
        """The governor of token `i` (the token itself for a root)."""
        return self.tokens[self.tokens[i].head]

    def children(self, i: int, *deps: str) -> list[Token]:
        """The dependents of token `i` in text order; with `deps`, those whose relation is one of these.

        A relation given without its subtype matches all of them: `obl` matches `obl:arg` and `obl:mod`.
        """
        tokens = self.tokens
        kids = tokens[i].children
        if not kids:
            return []
        if not deps:
            return [tokens[k] for k in kids]
        return [
            t for k in kids if (d := (t := tokens[k]).dep) in deps or (":" in d and d.split(":")[0] in deps)
        ]

    def ancestors(self, i: int) -> Iterator[Token]:
        """The governors of token `i`, nearest first."""
        seen = {i}
        while (h := self.tokens[i].head) not in seen:
            seen.add(h)
            yield self.tokens[h]
            i = h

    def subtree(self, i: int) -> list[int]:
        """Token `i` and all that depends on it, as sorted indices."""
        out, todo, seen = [], [i], {i}
        while todo:
            k = todo.pop()
            out.append(k)
            for c in self.tokens[k].children:
                if c not in seen:
                    seen.add(c)
                    todo.append(c)
        return sorted(out)

    # --- layers -----------------------------------------------------------------------------------

    def mention_of(self, i: int) -> Mention | None:
        """The mention whose head is token `i`."""
        if self._indexed != len(self.mentions):
            self._by_head = {}
            self._indexed = len(self.mentions)
            for m in self.mentions:
                self._by_head.setdefault(m.head, m)
        return self._by_head.get(i)

    def actors_of(self, i: int) -> tuple[str, ...]:
        """The actors that the phrase headed by token `i` refers to, its coordinated phrases included."""
        out: list[str] = []
        todo = [i]
        while todo:
            k = todo.pop(0)
            m = self.mention_of(k)
            if m is not None and not m.place:
                out.extend(a for a in m.actors if a not in out)
            todo.extend(
                t.i for t in self.children(k, "conj") if t.pos in ("NOUN", "PROPN", "PRON", "X", "ADJ")
            )
        return tuple(out)

    def quote_at(self, offset: int) -> Quote | None:
        """The outermost quotation that holds `offset`."""
        if self._quotes_seen != len(self.quotes):
            self._quotes_seen = len(self.quotes)
            self._outermost = sorted((q for q in self.quotes if q.depth == 0), key=lambda q: q.outer.start)
            self._quote_starts = [q.outer.start for q in self._outermost]
        k = bisect_right(self._quote_starts, offset) - 1
        return self._outermost[k] if k >= 0 and offset < self._outermost[k].outer.end else None

    def times_in(self, span: Span) -> list[Time]:
        """The time expressions inside `span`, in text order."""
        return [t for t in self.times if span.holds(t.span)]
