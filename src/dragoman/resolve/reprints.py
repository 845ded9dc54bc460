"""Which article follows which among those that tell one dispatch, and what changed between the two.

Le Courrier prints the agency's text, then changes its lead → Reprint(kind="rewrite", added=("Les pourparlers…",)).
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.edtf import bounds
from dragoman.model.errors import DateError
from dragoman.model.reprints import Reprint
from dragoman.model.stories import Sourced
from dragoman.resolve.sources import Sources, shared_part

# Two paragraphs that are alike by this much are one, with a word or two changed.
ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class _Turn:
    """Where an article stands in time; what has no date comes last."""

    day: dt.date
    clock: str
    id: str


def find_reprints(articles: Sequence[Sourced]) -> list[Reprint]:
    """For every article that is no first telling, the earlier one that it is nearest to."""
    known = {a.article_id: a for a in articles}
    out: list[Reprint] = []
    for members in Sources.of(articles).clusters():
        turns = sorted((known[m] for m in members), key=lambda a: _key(_turn(a)))
        for k, later in enumerate(turns[1:], start=1):
            parts = [
                (shared_part(earlier.text, later.text), -n) for n, earlier in enumerate(reversed(turns[:k]))
            ]
            part, back = max(parts)
            out.append(_compare(turns[k - 1 + back], later, part))
    return out


def _turn(article: Sourced) -> _Turn:
    try:
        day = bounds(article.published)[0] if article.published else dt.date.max
    except DateError:
        day = dt.date.max
    clock = (article.published or "").partition("T")[2]
    return _Turn(day, clock, article.article_id)


def _key(turn: _Turn) -> tuple[dt.date, str, str]:
    return turn.day, turn.clock, turn.id


def _compare(earlier: Sourced, later: Sourced, part: float) -> Reprint:
    before, after = _paragraphs(earlier.text), _paragraphs(later.text)
    added = tuple(p for p in after if not _has(before, p))
    dropped = tuple(p for p in before if not _has(after, p))
    house = earlier.outlet is not None and earlier.outlet == later.outlet
    agency = earlier.outlet is None and later.outlet is None and earlier.agency == later.agency
    changed = bool(added or dropped) or set(before) != set(after)
    kinds = ("update" if changed else "same") if house or agency else ("rewrite" if changed else "reprint")
    return Reprint(
        article=later.article_id,
        of=earlier.article_id,
        kind=kinds,
        shared=round(part, 3),
        added=added,
        dropped=dropped,
    )


def _paragraphs(text: str) -> list[str]:
    return [line for part in text.split("\n") if (line := " ".join(part.split()))]


def _has(paragraphs: Sequence[str], wanted: str) -> bool:
    """Whether one of them is `wanted`, or is `wanted` but for a few words."""
    if wanted in paragraphs:
        return True
    words = wanted.casefold().split()
    for paragraph in paragraphs:
        matcher = difflib.SequenceMatcher(None, words, paragraph.casefold().split(), autojunk=False)
        if (
            matcher.real_quick_ratio() >= ALIKE
            and matcher.quick_ratio() >= ALIKE
            and matcher.ratio() >= ALIKE
        ):
            return True
    return False
