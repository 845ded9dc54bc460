"""The quotations of an article, by their marks."""

from __future__ import annotations

import re

from dragoman.model.documents import Block, Quote
from dragoman.model.spans import Span


def find_quotes(text: str, blocks: list[Block]) -> list[Quote]:
    """Every quotation, in text order; nested ones with their depth."""
    out = []
    for b in blocks:
        for m in re.finditer(r'"([^"\n]+)"|«\s*([^»\n]+?)\s*»|“([^”\n]+)”', b.span.of(text)):
            g = next(k for k in (1, 2, 3) if m[k] is not None)
            s = b.span.start
            out.append(Quote(Span(s + m.start(), s + m.end()), Span(s + m.start(g), s + m.end(g))))
    return out
