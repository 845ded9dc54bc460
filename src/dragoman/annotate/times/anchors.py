"""What a time hangs on: the day that speaks, the tense around it, the times told before it.

"Ils se verront jeudi" → direction future; "le lendemain" → the day after the last day told.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.annotate.times.moments import Bounds, Moment
from dragoman.annotate.times.tenses import tense
from dragoman.model.documents import Document
from dragoman.model.edtf import Day, bounds
from dragoman.model.errors import DateError


@dataclass(slots=True)
class Anchor:
    """`now` is the day that speaks as an interval, None where nothing tells; `told` the times read so far."""

    document: Document
    now: Bounds | None
    told: list[tuple[int, Moment]] = field(default_factory=list)

    @classmethod
    def of(cls, document: Document) -> Anchor:
        now = None
        if document.published:
            try:
                now = bounds(document.published)
            except DateError:
                now = None
        return cls(document, now)

    def last_day(self, since: int = 0, before: Day | None = None) -> Moment | None:
        """The last single day told after the offset `since`, none later than `before` where that is given."""
        for at, moment in reversed(self.told):
            if at < since:
                return None
            if moment.day and (before is None or moment.day <= before):
                return moment
        return None

    def last_time(self, since: int = 0) -> Moment | None:
        """The last time told after the offset `since`, of any length."""
        for at, moment in reversed(self.told):
            if at < since:
                return None
            if moment.first:
                return moment
        return None

    def sentence_start(self, offset: int) -> int:
        """Where the sentence around `offset` begins (the line, where the text was not parsed)."""
        token = self.document.token_at(offset)
        if token is not None and self.document.sentences:
            return min(self.document.sentences[token.sent].span.start, offset)
        return self.document.text.rfind("\n", 0, offset) + 1

    def direction(self, offset: int, modal: bool = True) -> str | None:
        """past, future or present: where the verb that governs the word at `offset` looks.

        With `modal` false, "devoir" and its like are verbs of the present like any other.
        """
        token = self.document.token_at(offset)
        if token is None or not token.start <= offset < token.end:
            return None
        return tense(self.document, token, modal)
