"""Whose account an act is: the speaker of the innermost statement that holds the trigger.

"Kim affirme que Séoul a refusé" → refused, according to Kim; "affirme" itself is the article's.
"""

from __future__ import annotations

from dragoman.model.spans import Span
from dragoman.model.statements import Statement


class Accounts:
    """The statements of one article, asked by trigger."""

    def __init__(self, statements: list[Statement]) -> None:
        self._statements = sorted(statements, key=lambda s: s.end - s.start)

    def around(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds `span`."""
        return next((s for s in self._statements if s.span.holds(span)), None)

    def cued_by(self, span: Span) -> Statement | None:
        """The statement that the word at `span` introduces."""
        return next((s for s in self._statements if s.cue is not None and s.cue.touches(span)), None)
