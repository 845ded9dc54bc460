"""A passage that may be a position, with what is known of it before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span
from dragoman.model.statements import Statement


@dataclass(slots=True)
class Candidate:
    """`speakers` are the actors bound; `head` is the content's head token.

    `sure` is the lexicon's 0..2; `content` is infinitive, clause, noun or sentence; `statement` is the one
    that the passage lies in or that the cue opens; `company` tells what other candidates share most of its span;
    `parties` are the sides that the speakers bind.
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
    company: frozenset[str] = frozenset()
    parties: tuple[str, ...] = ()


def others_in(document: Document, head: Token, names: tuple[str, ...]) -> tuple[str, ...]:
    """The actors in the subtree of `head` but for `names`."""
    out: list[str] = []
    for i in document.subtree(head.i):
        mention = document.mention_of(i)
        if mention is not None and not mention.place:
            out.extend(a for a in mention.actors if a not in names and a not in out)
    return tuple(out)


def overlap(a: Candidate, b: Candidate) -> float:
    """The share of the shorter span that the two have in common."""
    common = min(a.span.end, b.span.end) - max(a.span.start, b.span.start)
    return common / min(a.span.end - a.span.start, b.span.end - b.span.start) if common > 0 else 0.0


def keep_company(candidates: list[Candidate]) -> None:
    """Set the company of each of the candidates, which are in text order."""
    for k, a in enumerate(candidates):
        for b in candidates[k + 1 :]:
            if b.span.start >= a.span.end:
                break
            if overlap(a, b) > 0.5 and set(a.speakers) & set(b.speakers):
                same = "same" if a.stance == b.stance else "other"
                a.company |= {
                    f"{b.content} {same}",
                    f"{b.content} sure {b.sure}",
                    f"{b.stance} sure {b.sure}",
                }
                b.company |= {
                    f"{a.content} {same}",
                    f"{a.content} sure {a.sure}",
                    f"{a.stance} sure {a.sure}",
                }
