"""The time expressions of an article as TIMEX3.

"Ils se reverront fin avril" (28 February 2019) → Time(DATE, value "2019-04", edtf "2019-04").

The lexicon gives the words their classes (words.py); rules are patterns over those classes (rules.py, then
days.py, periods.py, clocks.py, relatives.py, distances.py, habits.py, amounts.py); what a rule reads is resolved
against the day that speaks, the tense and the times told before (anchors.py, tenses.py, nearest.py, moments.py),
and against the day of a quoted speaker (speeches.py).

Where the article's own day is not known, `value` keeps what is told and nothing else: `jeudi` is `XXXX-WXX-4`
(`2018-WXX-4` where the year is known), `le 12 juin` is `XXXX-06-12`, `hier` is `PAST_REF`; `edtf` has the interval
of the days it may mean, where there is one.
"""

from __future__ import annotations

from dragoman.annotate.times import amounts, clocks, days, distances, habits, periods, relatives
from dragoman.annotate.times.anchors import Anchor
from dragoman.annotate.times.rules import NOTHING, Found, Match, rules
from dragoman.annotate.times.speeches import as_spoken
from dragoman.annotate.times.words import read_words
from dragoman.model.documents import Document
from dragoman.model.times import Time

RULE_FILES = (days, periods, clocks, relatives, distances, habits, amounts)
__all__ = ["find_times"]


def find_times(document: Document) -> None:
    """Fill `document.times`; reads `document.published`, the tokens (for tense) where there are any."""
    document.times = [
        Time(
            span=found.span,
            type=found.type,
            value=found.moment.value,
            edtf=found.edtf or found.moment.edtf,
            rule=f"time/{name}",
        )
        for found, name in read_times(document)
        if found.type != NOTHING
    ]


def read_times(document: Document) -> list[tuple[Found, str]]:
    """Every time of the text in order, the longest match first, each with the name of its rule."""
    words, line = read_words(document.text)
    anchor = Anchor.of(document)
    matches = [
        (m.start(), -m.end(), order, name, read, m)
        for order, (name, pattern, read) in enumerate(rules())
        for m in pattern.finditer(line)
        if m.end() > m.start()
    ]
    matches.sort(key=lambda x: x[:3])
    out: list[tuple[Found, str]] = []
    cursor = 0
    for start, _, _, name, read, found in matches:
        if start < cursor:
            continue
        read_ = read(Match(words, found, anchor))
        for time in read_:
            out.append((time, name))
            aside = time.span.start and document.text[time.span.start - 1] == "("
            if time.type in ("DATE", "TIME") and not aside:
                anchor.told.append((time.span.start, time.moment))
        if read_:
            cursor = found.end()
    return as_spoken(document, anchor, out)
