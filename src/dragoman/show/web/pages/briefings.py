"""Briefing: where the talks stand, what changed since a day, what is due, what is disputed.

"/?since=2019-02" → what is new since February; the meetings, the last word of each, what was expected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sized
from dataclasses import dataclass

from dragoman.model.disputes import Dispute, Version
from dragoman.model.edtf import bounds, is_edtf
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.model.statements import Statement
from dragoman.record import Told
from dragoman.show.briefs import STATUS_ORDER, Change, brief_of, has_passed, last_told, today_of
from dragoman.show.web.pages.news import NewsLines, days_ago, gather_news
from dragoman.show.web.views import Ref, View

SHOWN, MORE = 8, 200  # of each part; more of the expectations where all are asked for, which have no screen


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting, the day of the last article that tells of it, and where its status stands.

    `passed` is true where its day went by and no article tells what became of it.
    """

    meeting: Meeting
    told_on: str | None
    passed: bool
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
    """A dispute with its versions side by side, each with its cue and its first evidence."""

    dispute: Dispute
    versions: tuple[tuple[Version, str, Ref | None], ...]


@dataclass(frozen=True, slots=True)
class ExpectationLine:
    """What was said to come, and where."""

    expectation: Expectation
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """`article_count` articles from `first` to `last` (EDTF, None where nothing is dated); each part latest first.

    `more` tells for each part (meetings, changes, last_words, disputes, expectations) how many are not shown.
    `states` counts the meetings of each status, with the address of those; `news` is what changed since the day
    that is asked for, None where none is; `ago` are days to ask for, each with its address.
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
    states: tuple[tuple[str, int, str], ...]
    news: NewsLines | None
    ago: tuple[tuple[int, str], ...]


def gather(view: View) -> BriefingPage:
    """The page."""
    held = view.selection
    made = brief_of(held.story, held.articles, view.whole.positions, held.statements, held.scope)
    days = sorted({a.published for a in made.articles if a.published and is_edtf(a.published)}, key=bounds)
    today = today_of(held.scope, made.articles)
    most = MORE if view.asked.get("all") else SHOWN
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
                m,
                last_told(m),
                has_passed(m, today),
                next(iter(view.refs((*(p.claim for p in m.life[-1:]), *m.reports))), None),
            )
            for m in made.meetings[:SHOWN]
        ),
        tuple(ChangeLine(c, view.ref(c.claim)) for c in made.changes[:SHOWN]),
        tuple(WordLine(t, view.ref(t.claim.id)) for t in made.last_words[:SHOWN]),
        tuple(DisputeLine(d, tuple(_version(view, v) for v in d.versions)) for d in made.disputes[:SHOWN]),
        tuple(ExpectationLine(e, view.ref(e.claim)) for e in made.expectations[:most]),
        {n: max(0, len(p) - (most if n == "expectations" else SHOWN)) for n, p in parts.items()},
        _states(view, made.meetings),
        gather_news(view, since) if (since := view.asked.get("since")) else None,
        days_ago(view, days[-1] if days else None),
    )


def _version(view: View, version: Version) -> tuple[Version, str, Ref | None]:
    _, cue, refs = view.version(version)
    return version, cue, next(iter(refs), None)


def _states(view: View, meetings: list[Meeting]) -> tuple[tuple[str, int, str], ...]:
    asked, counts = view.asked, Counter(m.status for m in meetings)
    kept = {"from_": asked.get("from"), "to": asked.get("to"), "actor": asked.get("actor")}
    return tuple((s, counts[s], asked.link("/meetings", status=s, **kept)) for s in STATUS_ORDER if counts[s])
