"""Meetings beside a larger one: "Sotek a vu Kovar en marge du sommet, à Klow" → at Klow, and both are at the summit.

In: the reports of one article. Out: the same, each of the two with what the other tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from dragoman.extract.meetings.parties import is_person
from dragoman.extract.meetings.words import words
from dragoman.model.documents import Document
from dragoman.model.edtf import width
from dragoman.model.meetings import MeetingReport
from dragoman.model.spans import Span

LARGER = ("summit", "session")
SMALLER = ("talks", "call", "other", "visit")
# What lasts longer from its first day to its last dates nothing beside it.
LASTS = 4


def join_margins(document: Document, reports: Sequence[MeetingReport]) -> list[MeetingReport]:
    """The reports; one that the article sets beside another takes its place and day, and lends it its people."""
    out = list(reports)
    told = sorted((span, n) for n, r in enumerate(reports) for span in r.mentions)
    for (first, a), (second, b) in pairwise(told):
        if a == b or out[a].kind not in SMALLER or out[b].kind not in LARGER:
            continue
        if not _beside(document, first, second):
            continue
        small, large = out[a], out[b]
        near = large.date is not None and width(large.date) < LASTS
        out[a] = replace(
            small,
            place=small.place or (None if small.kind == "call" else large.place),
            date=small.date or (large.date if near and small.status == large.status else None),
        )
        people = [p for p in small.participants if is_person(document, p) and p[:1].isupper()]
        out[b] = replace(large, participants=tuple(dict.fromkeys((*large.participants, *people))))
    return out


def _beside(document: Document, small: Span, large: Span) -> bool:
    """Whether "en marge de" stands between the two in one sentence, or at the end of the first."""
    last = document.token_at(max(small.start, large.start - 1))
    sentence = document.sentence_of(last.i).span if last is not None else None
    if sentence is None or not (sentence.start <= small.start and large.end <= sentence.end):
        return False
    return _margin().search(document.text[small.start : large.start].lower()) is not None


@cache
def _margin() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words('margins'))))})\s?(?:d|$)")
