"""`dragoman brief --since DATE`: what changed since a day."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from dragoman.record import Record, Scope
from dragoman.show.cli.parts import Line, dispute_lines, expectation_lines, shorten, show_part
from dragoman.show.cli.tables import console
from dragoman.show.cues import Cues, find_version_cues
from dragoman.show.messages import say, word_for
from dragoman.show.naming import meeting_name
from dragoman.show.news import MeetingNews, News, make_news
from dragoman.show.rows import claim_row, noun_row, plain


def show_news(record: Record, since: str, scope: Scope, *, limit: int, as_json: bool) -> None:
    """Write the news: a page for people, or JSON."""
    news = make_news(record, since, scope)
    if as_json:
        sys.stdout.write(json.dumps(_rows(news), ensure_ascii=False, indent=1) + "\n")
        return
    from rich.text import Text

    screen = console()
    screen.print(Text(say("news.title", since=since, n=news.articles), style="bold"))
    shown = False
    for part, lines in _parts(news, find_version_cues(record, news.disputes[:limit])):
        if lines:
            screen.print()
            show_part(screen, say(f"news.{part}"), lines, limit)
            shown = True
    if not shown:
        screen.print(say("news.nothing"))


def _parts(news: News, cues: Cues) -> Iterator[tuple[str, list[Line]]]:
    yield "meetings", [(n.meeting.date, _meeting(n), n.meeting.id) for n in news.meetings]
    yield (
        "shifts",
        [(None, f"{s.party}, {word_for('issue', s.issue)}", s.after) for s in news.shifts],
    )
    yield (
        "positions",
        [
            (
                t.day,
                f"{t.claim.party}, {word_for('issue', t.claim.issue)}, {word_for('stance', t.claim.stance)}"
                f"{say('show.colon')}{shorten(t.surface)}",
                t.claim.id,
            )
            for t in news.positions
        ],
    )
    yield "disputes", dispute_lines(news.disputes, cues)
    yield "expectations", expectation_lines(news.expectations)


def _meeting(n: MeetingNews) -> str:
    after = word_for("status", n.after) if n.kind in ("new", "status") else n.after
    before = word_for("status", n.before) if n.kind == "status" else n.before
    if n.kind == "new":
        return f"{meeting_name(n.meeting)}{say('show.colon')}{after}"
    return say("brief.status_changed", label=meeting_name(n.meeting), before=before or "–", after=after)


def _rows(news: News) -> dict[str, Any]:
    return {
        "articles": news.articles,
        "meetings": [plain(n) for n in news.meetings],
        "shifts": [plain(s) for s in news.shifts],
        "positions": [claim_row(t) for t in news.positions],
        "disputes": [noun_row(d) for d in news.disputes],
        "expectations": [noun_row(e) for e in news.expectations],
    }
