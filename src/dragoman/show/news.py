"""What changed since a day: what articles published after it tell that none before told.

make_news(record, "2019-02-27", Scope()) → the summit of Hanoï held, new positions, what fell due meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.gather import tell_story
from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds, by_then
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.model.positions import Position, Shift
from dragoman.model.stories import Sourced, Story
from dragoman.record import Record, Scope, Told, find_articles, find_claims
from dragoman.show.briefs import is_telling, latest_disputes
from dragoman.show.within import is_about

# An expectation that was open and is one of these has been settled or has fallen due.
SETTLED = ("met", "met late", "lapsed", "overtaken", "unknown")


@dataclass(frozen=True, slots=True)
class MeetingNews:
    """`kind`: new, status, date or place; `before` and `after` are what changed, None for a new one."""

    kind: str
    meeting: Meeting
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class News:
    """Each part latest first; `articles` counts those published since."""

    articles: int
    meetings: list[MeetingNews]
    shifts: list[Shift]
    positions: list[Told[Position]]
    disputes: list[Dispute]
    expectations: list[Expectation]


def make_news(record: Record, since: str, scope: Scope) -> News:
    """What changed after the last day of `since` (EDTF), within `scope`. An undated article is no news."""
    with record.snapshot():
        before = tell_story(record, as_of=since, known_by=since)
        now = tell_story(record, as_of=scope.as_of, known_by=scope.known_by)
        claims = find_claims(record, Position, scope)
        articles = find_articles(record, Scope(known_by=scope.known_by))
    return news_of(before, now, articles, claims, since, scope)


def news_of(
    before: Story,
    now: Story,
    articles: Iterable[Sourced],
    positions: Sequence[Told[Position]],
    since: str,
    scope: Scope,
) -> News:
    """The same of stories that were told already: `before` as of `since` and as known by then, `now` as in `scope`.

    `articles` are all that `now` rests on, `positions` those within `scope`.
    """
    late = {a.article_id for a in articles if a.published and not by_then(a.published, since)}
    told_before = {(s.before, s.after) for s in before.shifts}
    disputed = {d.id for d in before.disputes}
    states = {e.id: e.state for e in before.expectations}
    stands = {t.claim.id for t in positions}
    return News(
        articles=len(late),
        meetings=[
            n for n in _meetings(before.meetings, now.meetings, late) if is_about(n.meeting, scope.actor)
        ],
        shifts=[s for s in now.shifts if (s.before, s.after) not in told_before and s.after in stands],
        positions=[t for t in reversed(positions) if t.article.article_id in late],
        disputes=latest_disputes(
            d for d in now.disputes if d.sure and d.id not in disputed and is_about(d, scope.actor)
        ),
        expectations=sorted(
            (
                e
                for e in now.expectations
                if e.state in SETTLED and states.get(e.id) == "open" and is_about(e, scope.actor)
            ),
            key=lambda e: (SETTLED.index(e.state), e.horizon or "", e.id),
        ),
    )


def _meetings(before: tuple[Meeting, ...], now: tuple[Meeting, ...], late: set[str]) -> list[MeetingNews]:
    """Meetings that are new, moved, called off or held; those only recalled by a late article, or unsure, are none."""
    known = {report: m for m in before for report in m.reports}
    out = []
    for meeting in now:
        if not is_telling(meeting) or not any(point.article in late for point in meeting.life):
            continue
        old = next((known[r] for r in meeting.reports if r in known), None)
        if old is None:
            if len(meeting.participants) > 1 or meeting.date:
                out.append(MeetingNews("new", meeting, None, meeting.status))
            continue
        for kind in ("status", "date", "place"):
            was, is_now = getattr(old, kind), getattr(meeting, kind)
            if was != is_now and is_now is not None:
                out.append(MeetingNews(kind, meeting, was, is_now))
    return sorted(out, key=lambda n: (n.meeting.date is None, _order(n.meeting.date), n.meeting.id, n.kind))


def _order(date: str | None) -> int:
    return -bounds(date)[0].toordinal() if date else 0
