"""Whose account an act is: the speaker of the innermost statement that holds the trigger.

"Kim affirme que Séoul a refusé" → refused, according to Kim; "affirme" itself is the article's.
"""

from __future__ import annotations

from dragoman.model.spans import Span
from dragoman.model.statements import Statement


class Accounts:
    """The statements of one article, asked by trigger."""

    def __init__(self, statements: list[Statement]) -> None:
        self.statements = sorted(statements, key=lambda s: s.end - s.start)

    def around(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds `span`."""
        start, end = span
        return next((s for s in self.statements if s.start <= start and end <= s.end), None)

    def cued_by(self, span: Span) -> Statement | None:
        """The statement that the word at `span` introduces."""
        start, end = span
        return next(
            (s for s in self.statements if (c := s.cue) is not None and c.start < end and start < c.end), None
        )
