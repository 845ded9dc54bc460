"""A passage that may be a position, with what is known of it before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span
from dragoman.model.statements import Statement


@dataclass(slots=True)
class Candidate:
    """`speakers` are the actors bound, before their sides are taken; `head` is the content's head token.

    `sure` is the lexicon's 0..2; `content` is infinitive, clause, noun or sentence; `statement` is the one
    that the passage lies in or that the cue opens; `company` tells what other candidates share most of its span.
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


def sides_of(document: Document, names: tuple[str, ...]) -> tuple[str, ...]:
    """The sides bound: the state or body that a person speaks for, else the person.

    A member of a government whose state nobody tells speaks for the state that the article is most about.
    """
    out: list[str] = []
    for name in names:
        actor = document.actors.get(name)
        side = actor.side if actor is not None and actor.side else name
        if side == name and actor is not None and actor.kind == "person" and _governs(actor.roles):
            side = _state_of(document) or name
        if side not in out:
            out.append(side)
    return tuple(out)


@cache
def _offices() -> frozenset[str]:
    classes = ("head", "government", "diplomacy", "minister", "vice")
    return frozenset(
        lemma for entry in load_yaml("fr/offices") if entry["class"] in classes for lemma in entry["lemmas"]
    )


def _governs(roles: tuple[str, ...]) -> bool:
    return any(role in _offices() for role in roles)


def _state_of(document: Document) -> str | None:
    """The state with the most mentions."""
    seen: dict[str, int] = {}
    for mention in document.mentions:
        for name in mention.actors:
            actor = document.actors.get(name)
            if actor is not None and actor.kind == "state" and not mention.place:
                seen[name] = seen.get(name, 0) + 1
    return max(seen, key=lambda n: (seen[n], n), default=None)


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
                a.company |= {f"{b.content} {same}", f"{b.content} sure {b.sure}"}
                b.company |= {f"{a.content} {same}", f"{a.content} sure {a.sure}"}
