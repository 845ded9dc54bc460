"""Where a content may end: "lever les sanctions, afin de…" → to its parse's end, to the comma, to the purpose.

In: a Document and a Candidate. Out: the spans that it may have, each with the names of the ends that agree on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.positions.candidates import Candidate
from dragoman.extract.positions.spans import trim
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

STRONG = frozenset([".", ";", ":", "!", "?", "—", "–", "--", "(", ")"])
REASONS = frozenset(
    ["afin", "parce", "car", "puisque", "alors", "tandis", "tant", "si", "s'", "s’", "lors", "après"]
)


def _opens_reason(tokens: list[Token], k: int) -> bool:
    """Whether a purpose, a reason, a circumstance or a relative clause opens at `k`."""
    token = tokens[k]
    low = token.lower
    if low in REASONS and token.pos in ("SCONJ", "ADP", "ADV", "CCONJ"):
        return True
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if low in ("pour", "en") and following is not None:
        return following.morph.get("VerbForm") == "Inf" or following.morph.get("Tense") == "Pres"
    return token.pos == "PRON" and low in ("qui", "dont", "où", "lequel", "laquelle")


def _joins_clause(tokens: list[Token], k: int) -> bool:
    """Whether a second clause or infinitive is joined at `k`."""
    if tokens[k].pos != "CCONJ":
        return False
    return any(
        t.pos in ("VERB", "AUX") or t.lower in ("de", "d'", "d’", "à", "que", "qu'")
        for t in tokens[k + 1 : k + 3]
    )


def variants(document: Document, c: Candidate) -> Iterator[Candidate]:
    """The candidate with each of its ends, that of the parse first."""
    for span, ends in extents(document, c).items():
        yield replace(c, span=span, signs=(*c.signs, *(f"end={end}" for end in ends)))


def extents(document: Document, c: Candidate) -> dict[Span, tuple[str, ...]]:
    """Each span that the content may have, with the names of its ends."""
    sentence = document.sentence_of(c.head).span
    held = c.statement is not None and c.statement.start <= c.span.start < c.statement.end
    limit = min(sentence.end, c.statement.end) if held and c.statement is not None else sentence.end
    limit = max(limit, c.span.end)
    if c.condition is not None and c.span.end <= c.condition.start < limit:
        # what it depends on is told apart
        limit = c.span.end
    tokens = document.tokens_in(Span(c.span.start, limit))
    ends = {"base": c.span.end}
    least = max(c.head, tokens[0].i + 1) if tokens else 0
    full = limit
    for k, token in enumerate(tokens):
        if token.i <= least:
            continue
        if token.text in STRONG and not (
            token.text in (".", "(") and k + 1 < len(tokens) and tokens[k + 1].text in "...)"
        ):
            full = token.start
            break
        if token.text == ",":
            ends.setdefault("comma", token.start)
        elif _opens_reason(tokens, k):
            ends.setdefault("reason", token.start)
        elif _joins_clause(tokens, k):
            ends.setdefault("joined", token.start)
    ends["full"] = full
    ends.setdefault("comma", full)
    out: dict[Span, tuple[str, ...]] = {}
    for name, end in ends.items():
        if name == "full" and c.content in ("sentence", "piece"):
            continue
        span = trim(document.text, Span(c.span.start, end))
        if span.end - span.start >= 3:
            out[span] = (*out.get(span, ()), name)
    return out
