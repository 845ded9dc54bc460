"""A stretch of an article's text: `[start, end)` in Unicode code points of the stored text.

`Span(3, 7)` over "une rencontre" is "renc".
"""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """`start` inclusive, `end` exclusive, both in code points of the article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The surface that the span marks in `text`."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
