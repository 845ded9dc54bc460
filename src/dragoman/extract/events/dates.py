"""The times around an act: which is nearest in the parse, and how it stands to the article's day.

"a exigé mercredi la levée" → the Wednesday that the times layer found.
"""

from __future__ import annotations

from dragoman.extract.dating import when
from dragoman.model.documents import Document
from dragoman.model.edtf import is_day
from dragoman.model.errors import DateError
from dragoman.model.times import Time

FAR = 9


class Dates:
    """The dates of one article by sentence; what was asked of them is remembered."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._in: dict[int, list[Time]] = {}
        self._near: dict[int, tuple[Time | None, int]] = {}
        self._when: dict[str, str] = {}

    def of(self, number: int) -> list[Time]:
        """The dates that the sentence with that number tells, in text order."""
        found = self._in.get(number)
        if found is None:
            times = self.document.times_in(self.document.sentences[number].span)
            found = self._in[number] = [t for t in times if t.edtf and t.type in ("DATE", "TIME")]
        return found

    def nearest(self, head: int) -> tuple[Time | None, int]:
        """The date of the sentence that is fewest steps from token `head` in the parse, and that number."""
        found = self._near.get(head)
        if found is None:
            found = self._near[head] = _nearest(self.document, self.of(self.document.tokens[head].sent), head)
        return found

    def last_before(self, head: int) -> str | None:
        """The last date told in the two sentences before that of token `head`."""
        number = self.document.tokens[head].sent
        for n in (number - 1, number - 2):
            if n >= 0 and (times := self.of(n)):
                return times[-1].edtf
        return None

    def when(self, date: str | None) -> str:
        """past, day, future or wide, seen from the article's day; none without a date, ? without a day."""
        if date is None:
            return "none"
        found = self._when.get(date)
        if found is None:
            found = self._when[date] = when(self.document.published, date)
        return found


def _nearest(document: Document, times: list[Time], head: int) -> tuple[Time | None, int]:
    if not times:
        return None, FAR
    start = document.tokens[head].start
    up = {head: 0}
    for n, governor in enumerate(document.ancestors(head), 1):
        up[governor.i] = n
    best: tuple[int, int, Time] | None = None
    for time in times:
        steps = _steps(document, time, up)
        gap = abs(time.span.start - start)
        if best is None or (steps, gap) < best[:2]:
            best = (steps, gap, time)
    assert best is not None
    return best[2], best[0]


def _steps(document: Document, time: Time, up: dict[int, int]) -> int:
    """Steps from the time's words up to the first word that also governs the act."""
    first = document.token_at(time.span.start)
    if first is None:
        return FAR
    if first.i in up:
        return up[first.i]
    for n, governor in enumerate(document.ancestors(first.i), 1):
        if governor.i in up:
            return n // 2 + up[governor.i]
    return FAR


def tells_day(time: Time) -> bool:
    """Whether the time is one single day."""
    try:
        return is_day(time.edtf)
    except DateError:
        return False
