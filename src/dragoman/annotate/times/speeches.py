"""Days that a speaker counts from his own: in « "Je pars demain", a dit mardi X » it is the Wednesday.

A deictic inside a quotation whose verb of saying has a day of its own is moved from the article's day to that one.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from dragoman.annotate.times.anchors import Anchor
from dragoman.annotate.times.moments import Moment, on_day, shift_day
from dragoman.annotate.times.rules import Found
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document
from dragoman.model.edtf import Day

# Rules whose times a speaker counts from his own day, and rules that tell on which day he spoke.
COUNTED = frozenset(("deictic_day", "part_today"))
DATED = frozenset(("bare_weekday", "numbered_day"))
# An older speech is told of with its date, and its deictics are rare.
WITHIN = 10


def as_spoken(document: Document, anchor: Anchor, times: list[tuple[Found, str]]) -> list[tuple[Found, str]]:
    """The times, those that somebody counts from the day on which he spoke moved to it."""
    now = anchor.now
    if now is None or now[0] != now[1] or not document.tokens:
        return times
    dated = [f for f, name in times if name in DATED]
    return [(_as_said(document, f, now[0], dated) if name in COUNTED else f, name) for f, name in times]


def _as_said(document: Document, found: Found, now: Day, dated: list[Found]) -> Found:
    day = found.moment.day
    quote, token = document.quote_at(found.span.start), document.token_at(found.span.start)
    if day is None or quote is None or token is None:
        return found
    sentence = document.sentences[token.sent].span
    said = set()
    for k in range(bisect_left(dated, sentence.start, key=lambda f: f.span.start), len(dated)):
        f = dated[k]
        if f.span.start >= sentence.end:
            break
        if not quote.outer.touches(f.span) and _is_said(document, f):
            said.add(f.moment.day)
    if len(said) != 1 or (on := said.pop()) is None or not 0 < (now - on).days <= WITHIN:
        return found
    return found._replace(moment=_moved(found.moment, day, on, now))


def _moved(moment: Moment, day: Day, on: Day, now: Day) -> Moment:
    moved = on_day(shift_day(day, (on - now).days))
    return Moment(moved.value + moment.value[10:], moved.first, moved.last)


def _is_said(document: Document, found: Found) -> bool:
    """Whether the time hangs on a verb of saying."""
    token = document.token_at(found.span.end - 1)
    if token is None:
        return False
    verb = next((t for t in document.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.lemma in _speech_verbs()


@lru_cache(maxsize=1)
def _speech_verbs() -> frozenset[str]:
    return frozenset(entry["lemma"] for entry in load_yaml("fr/speech_verbs"))
