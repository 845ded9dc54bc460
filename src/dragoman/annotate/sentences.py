"""The sentences of the blocks that are parsed."""

from __future__ import annotations

import re

from dragoman.model.documents import Block, Quote
from dragoman.model.spans import Span

PARSED = ("title", "standfirst", "paragraph", "heading")


def find_sentences(text: str, blocks: list[Block], quotes: list[Quote]) -> list[tuple[Span, int]]:
    """(span, index of the block) of every sentence, in text order."""
    out = []
    for k, b in enumerate(blocks):
        if b.kind not in PARSED:
            continue
        start = b.span.start
        for m in re.finditer(r"[.!?…]+[\"”»]?\s*(?=[A-ZÀÉÈÊ\"«“])", b.span.of(text)):
            end = b.span.start + m.end()
            if any(q.inner.start < end < q.inner.end for q in quotes):
                continue
            out.append((_strip(text, start, end), k))
            start = end
        out.append((_strip(text, start, b.span.end), k))
    return [(s, k) for s, k in out if s.end > s.start]


def _strip(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
