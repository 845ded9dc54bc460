"""Whose account an act is: the speaker of the innermost statement that holds the trigger.

"Kim affirme que Séoul a refusé" → refused, according to Kim; "affirme" itself is the article's.
"""

from __future__ import annotations

from dragoman.model.spans import Span
from dragoman.model.statements import Statement


class Accounts:
    """The statements of one article, asked by trigger; what was asked is remembered."""

    def __init__(self, statements: list[Statement]) -> None:
        self.statements = sorted(statements, key=lambda s: s.end - s.start)
        self._around: dict[Span, Statement | None] = {}
        self._cued: dict[Span, Statement | None] = {}

    def around(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds `span`."""
        if span not in self._around:
            start, end = span
            held = (s for s in self.statements if s.start <= start and end <= s.end)
            self._around[span] = next(held, None)
        return self._around[span]

    def cued_by(self, span: Span) -> Statement | None:
        """The statement that the word at `span` introduces."""
        if span not in self._cued:
            start, end = span
            told = (
                s for s in self.statements if (c := s.cue) is not None and c.start < end and start < c.end
            )
            self._cued[span] = next(told, None)
        return self._cued[span]
