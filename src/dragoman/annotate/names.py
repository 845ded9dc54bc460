"""The proper names to be kept whole by the parser: "Kim Jong-un" is one token, not an article *un*."""

from __future__ import annotations

from dragoman.model.documents import Block
from dragoman.model.spans import Span


def find_names(text: str, blocks: list[Block]) -> list[Span]:
    """Spans of names that hold a word or a hyphen that the tokenizer would break on, in text order."""
    return []
