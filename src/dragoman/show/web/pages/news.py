"""What changed since a day, on the briefing: the same as `dragoman brief --since`, each line with its sentence.

"/?since=2019-02-27" → the summit of Hanoï held, who took another stand, what is disputed since, what fell due.
"""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass
from datetime import timedelta

from dragoman.gather import tell_story
from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds
from dragoman.model.expectations import Expectation
from dragoman.model.positions import Position
from dragoman.model.stories import Story
from dragoman.record import Told
from dragoman.show.news import MeetingNews, news_of
from dragoman.show.web.views import Ref, View

SHOWN, MORE = 8, 200
AGO = (7, 30, 90)  # days before the last article that one may ask for by a click


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A side that took another stand: `before` and `after` are stances."""

    party: str
    issue: str
    before: str
    after: str
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class NewsLines:
    """`articles` were published since; each part latest first; `more` tells how many of each are not shown."""

    since: str
    articles: int
    meetings: tuple[tuple[MeetingNews, Ref | None], ...]
    shifts: tuple[ShiftLine, ...]
    positions: tuple[tuple[Told[Position], Ref | None], ...]
    disputes: tuple[tuple[Dispute, Ref | None], ...]
    expectations: tuple[tuple[Expectation, Ref | None], ...]
    more: dict[str, int]


def gather_news(view: View, since: str) -> NewsLines:
    """What changed after the last day of `since` (EDTF), within the view."""
    held, whole = view.selection, view.whole
    made = news_of(_story_then(view, since), held.story, whole.articles, held.positions, since, held.scope)
    stances = {t.claim.id: t.claim.stance for t in whole.positions}
    most = MORE if view.asked.get("all") else SHOWN
    parts: dict[str, Sized] = {
        "meetings": made.meetings, "shifts": made.shifts, "positions": made.positions,
        "disputes": made.disputes, "expectations": made.expectations,
    }  # fmt: skip

    def first(claims: tuple[str, ...]) -> Ref | None:
        return next(iter(view.refs(claims)), None)

    return NewsLines(
        since,
        made.articles,
        tuple(
            (n, first((*(p.claim for p in n.meeting.life[-1:]), *n.meeting.reports)))
            for n in made.meetings[:SHOWN]
        ),
        tuple(
            ShiftLine(
                s.party, s.issue, stances.get(s.before, ""), stances.get(s.after, ""), view.ref(s.after)
            )
            for s in made.shifts[:SHOWN]
        ),
        tuple((t, view.ref(t.claim.id)) for t in made.positions[:SHOWN]),
        tuple((d, first(d.versions[-1].claims)) for d in made.disputes[:SHOWN]),
        tuple((e, view.ref(e.met_by or e.claim)) for e in made.expectations[:most]),
        {n: max(0, len(p) - (most if n == "expectations" else SHOWN)) for n, p in parts.items()},
    )


def days_ago(view: View, last: str | None) -> tuple[tuple[int, str], ...]:
    """How many days before the last article, each with the address of what changed since."""
    if last is None:
        return ()
    day = bounds(last)[1]
    return tuple((n, view.asked.here(view.path, since=(day - timedelta(days=n)).isoformat())) for n in AGO)


def _story_then(view: View, since: str) -> Story:
    """The story as it was told on that day, kept with the reading that it comes from."""

    def tell(_: object) -> Story:
        with view.open() as record:
            return tell_story(record, as_of=since, known_by=since)

    return view.whole.once(f"story of {since}", tell)
