"""Briefing: where the talks stand, what changed since a day, what is due, what is disputed.

"/?from=2019-02" → the meetings, the changes since February, the last word of each, what was expected.
"""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass

from dragoman.model.disputes import Dispute, Version
from dragoman.model.edtf import bounds, is_edtf
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.model.statements import Statement
from dragoman.record import Told
from dragoman.show.briefs import Change, brief_of, last_told
from dragoman.show.web.views import Ref, View

SHOWN = 8


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting, the day of the last article that tells of it, and where its status stands."""

    meeting: Meeting
    told_on: str | None
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A status or a stand that changed: `change.meeting` or `change.party` is whose."""

    change: Change
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class WordLine:
    """The last statement of a speaker."""

    told: Told[Statement]
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A dispute with its versions side by side, each with its first evidence."""

    dispute: Dispute
    versions: tuple[tuple[Version, Ref | None], ...]


@dataclass(frozen=True, slots=True)
class ExpectationLine:
    """What was said to come, and where."""

    expectation: Expectation
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """`article_count` articles from `first` to `last` (EDTF, None where nothing is dated); each part latest first.

    `more` tells for each part (meetings, changes, last_words, disputes, expectations) how many are not shown.
    """

    article_count: int
    first: str | None
    last: str | None
    meetings: tuple[MeetingLine, ...]
    changes: tuple[ChangeLine, ...]
    last_words: tuple[WordLine, ...]
    disputes: tuple[DisputeLine, ...]
    expectations: tuple[ExpectationLine, ...]
    more: dict[str, int]


def gather(view: View) -> BriefingPage:
    """The page."""
    held = view.selection
    made = brief_of(held.story, held.articles, view.whole.positions, held.statements, held.scope)
    days = sorted((a.published for a in made.articles if a.published and is_edtf(a.published)), key=bounds)
    parts: dict[str, Sized] = {
        "meetings": made.meetings, "changes": made.changes, "last_words": made.last_words,
        "disputes": made.disputes, "expectations": made.expectations,
    }  # fmt: skip
    return BriefingPage(
        len(made.articles),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(
            MeetingLine(
                m, last_told(m), next(iter(view.refs((*(p.claim for p in m.life[-1:]), *m.reports))), None)
            )
            for m in made.meetings[:SHOWN]
        ),
        tuple(ChangeLine(c, view.ref(c.claim)) for c in made.changes[:SHOWN]),
        tuple(WordLine(t, view.ref(t.claim.id)) for t in made.last_words[:SHOWN]),
        tuple(
            DisputeLine(d, tuple((v, next(iter(view.refs(v.claims)), None)) for v in d.versions))
            for d in made.disputes[:SHOWN]
        ),
        tuple(ExpectationLine(e, view.ref(e.claim)) for e in made.expectations[:SHOWN]),
        {name: max(0, len(part) - SHOWN) for name, part in parts.items()},
    )
