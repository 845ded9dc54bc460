"""The blocks of an article: which lines are title, paragraph, heading, byline, boilerplate.

"date 2019-02 Photo : YONHAP News" → Block(kind="boilerplate").
"""

from __future__ import annotations

import re

from dragoman.model.documents import Block
from dragoman.model.spans import Span


def find_blocks(text: str, title: str | None = None) -> list[Block]:
    """Every non-empty line of `text` as a block, in order."""
    blocks = [Block(Span(m.start(), m.end()), "paragraph") for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    if title and blocks and blocks[0].span.of(text) == title.strip():
        blocks[0] = Block(blocks[0].span, "title")
    return blocks
