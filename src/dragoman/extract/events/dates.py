"""The times around an act: which is nearest in the parse, and how it stands to the article's day.

"a exigé mercredi la levée" → the Wednesday that the times layer found.
"""

from __future__ import annotations

from dragoman.model.documents import Document
from dragoman.model.edtf import bounds
from dragoman.model.errors import DateError
from dragoman.model.times import Time

FAR = 9


def nearest_time(document: Document, head: int) -> tuple[Time | None, int]:
    """The date of the sentence that is fewest steps from token `head` in the parse, and that number."""
    token = document.tokens[head]
    sentence = document.sentences[token.sent]
    times = [t for t in document.times_in(sentence.span) if t.edtf and t.type in ("DATE", "TIME")]
    if not times:
        return None, FAR
    up = {head: 0}
    for n, governor in enumerate(document.ancestors(head), 1):
        up[governor.i] = n
    best: tuple[int, int, Time] | None = None
    for time in times:
        steps = _steps(document, time, up)
        gap = abs(time.span.start - token.start)
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


def when(document: Document, date: str | None) -> str:
    """past, day, future or wide, seen from the article's day; none without a date, ? without a day."""
    if date is None:
        return "none"
    if document.published is None:
        return "?"
    try:
        first, last = bounds(date)
        day_first, day_last = bounds(document.published)
    except DateError:
        return "?"
    if last < day_first:
        return "past"
    if first > day_last:
        return "future"
    return "day" if first >= day_first and last <= day_last else "wide"


def last_before(document: Document, head: int) -> str | None:
    """The last date told in the two sentences before that of token `head`."""
    number = document.tokens[head].sent
    for n in (number - 1, number - 2):
        if n >= 0:
            times = [
                t
                for t in document.times_in(document.sentences[n].span)
                if t.edtf and t.type in ("DATE", "TIME")
            ]
            if times:
                return times[-1].edtf
    return None
