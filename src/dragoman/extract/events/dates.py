"""The day of an act: the time expression nearest to it in the parse, else the article's day, else none.

"a exigé mercredi la levée" → the Wednesday that the times layer found.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import Document
from dragoman.model.edtf import bounds, is_day
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


def when(document: Document, time: Time | None) -> str:
    """past, day, future or wide, seen from the article's day; none without a date, ? without a day."""
    if time is None or time.edtf is None:
        return "none"
    if document.published is None:
        return "?"
    try:
        first, last = bounds(time.edtf)
        day_first, day_last = bounds(document.published)
    except DateError:
        return "?"
    if last < day_first:
        return "past"
    if first > day_last:
        return "future"
    return "day" if first >= day_first and last <= day_last else "wide"


# Where the model is less sure than this that the text tells no day, the likeliest of the days is taken.
UNTOLD = 0.7
KINDS = ("near", "day", "same", "last", "before", "first")


class Calendar:
    """The days of the acts of one article, asked in text order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.told: dict[str, str] = {}
        self.last: str | None = None
        self.first = next((t.edtf for t in document.times if _day(t)), None)

    def day(self, trigger: Trigger, kind: str) -> str | None:
        """The date that `kind` stands for: near (the nearest time of the sentence), day (the article's),
        same (that of the last act with this word), last (that of the last act that had one), before (the
        last time told before the sentence), first (the first day that the article tells)."""
        if kind == "near":
            time, _ = nearest_time(self.document, trigger.head)
            return time.edtf if time else None
        if kind == "same":
            return self.told.get(self.document.tokens[trigger.head].lemma.lower())
        if kind == "last":
            return self.last
        if kind == "first":
            return self.first
        if kind == "before":
            return last_before(self.document, trigger.head)
        return self.document.published if kind == "day" else None

    def choose(self, trigger: Trigger, chances: Mapping[str, float]) -> str | None:
        """The likeliest day that there is, kept for the next act with this word."""
        if chances.get("none", 0.0) > UNTOLD:
            return None
        for kind in sorted(KINDS, key=lambda k: -chances.get(k, 0.0)):
            if date := self.day(trigger, kind):
                self.keep(trigger, date)
                return date
        return None

    def keep(self, trigger: Trigger, date: str) -> None:
        """Remember the date of an act."""
        self.told[self.document.tokens[trigger.head].lemma.lower()] = self.last = date


def _day(time: Time) -> bool:
    try:
        return is_day(time.edtf)
    except DateError:
        return False


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
