"""`dragoman brief`: where the talks stand, on one page."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from dragoman.model.meetings import Meeting
from dragoman.record import Scope, open_record
from dragoman.show.briefs import STATUS_ORDER, Brief, Change, has_passed, last_told, make_brief, today_of
from dragoman.show.cli.deadlocks import told as arcs_of
from dragoman.show.cli.news import show_news
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsJson,
    AsOf,
    KnownBy,
    Limit,
    RecordFile,
    Since,
    Until,
)
from dragoman.show.cli.parts import Line, dispute_lines, expectation_lines, shorten, show_part
from dragoman.show.cli.tables import console
from dragoman.show.cues import Cues, find_cues, find_version_cues, with_cue
from dragoman.show.messages import say, word_for
from dragoman.show.naming import meeting_name
from dragoman.show.rows import claim_row, noun_row, plain


def brief(
    record: RecordFile = DEFAULT_RECORD,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    news_since: Annotated[str | None, typer.Option("--since", metavar="DATE")] = None,
    limit: Limit = 6,
    as_json: AsJson = False,
) -> None:
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    if news_since is not None:
        with open_record(record) as opened:
            show_news(opened, news_since, scope, limit=limit, as_json=as_json)
        return
    with open_record(record) as opened:
        made = make_brief(opened, scope)
        if as_json:
            sys.stdout.write(json.dumps(_rows(made), ensure_ascii=False, indent=1) + "\n")
            return
        cues = find_cues(opened, made.last_words[:limit]), find_version_cues(opened, made.disputes[:limit])
    from rich.text import Text

    screen = console()
    screen.print(Text(say("brief.title"), style="bold"))
    screen.print(_scope_line(made, scope))
    for part, lines in _parts(made, scope, *cues):
        if lines:
            screen.print()
            show_part(screen, say(f"brief.{part}"), lines, limit)


def _parts(
    made: Brief, scope: Scope, cues: dict[str, str], version_cues: Cues
) -> Iterable[tuple[str, list[Line]]]:
    today = today_of(scope, made.articles)
    for status in STATUS_ORDER:
        of_status = [m for m in made.meetings if m.status == status]
        yield f"meetings_{status}", [(_day(m), _meeting(m, today), m.id) for m in of_status]
    yield "changes", [(c.day, _change(c), c.claim) for c in made.changes]
    yield (
        "last_words",
        [
            (
                t.day,
                f"{t.claim.speaker}{say('show.colon')}{with_cue(shorten(t.surface), cues.get(t.claim.id))}",
                t.claim.id,
            )
            for t in made.last_words
        ],
    )
    yield "disputes", dispute_lines(made.disputes, version_cues)
    yield "expectations", expectation_lines(made.expectations)
    yield (
        "deadlocks",
        [
            (
                max((a.on for a in d.arcs if a.on), default=None),
                f"{word_for('kind', d.kind)} · {shorten(arcs_of(d), 2)}",
                d.id,
            )
            for d in made.deadlocks
        ],
    )


def _day(m: Meeting) -> str | None:
    """Its day; where none is told, that of the last article that tells of it, between brackets."""
    last = last_told(m)
    return m.date or (f"({last})" if last else None)


def _meeting(m: Meeting, today: str | None) -> str:
    """The label, with what it does not tell already; and where its day went by and nothing was heard of it."""
    label = meeting_name(m)
    others = [name for name in (*m.participants, m.place) if name and name.split()[-1] not in label]
    passed = [say("brief.passed")] if has_passed(m, today) else []
    return " — ".join([label, *([", ".join(others)] if others else []), *passed])


def _change(c: Change) -> str:
    if c.meeting is not None:
        return say(
            "brief.status_changed",
            label=meeting_name(c.meeting),
            before=word_for("status", c.before),
            after=word_for("status", c.after),
        )
    return say(
        "brief.stance_changed",
        party=c.party,
        issue=word_for("issue", c.issue),
        before=word_for("stance", c.before),
        after=word_for("stance", c.after),
    )


def _scope_line(made: Brief, scope: Scope) -> str:
    days = sorted(a.published for a in made.articles if a.published)
    return say(
        "brief.scope" if days else "brief.scope_undated",
        n=len(made.articles),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        as_of=say("brief.as_of", day=scope.as_of) if scope.as_of else "",
        known_by=say("brief.known_by", day=scope.known_by) if scope.known_by else "",
    )


def _rows(made: Brief) -> dict[str, Any]:
    return {
        "articles": [noun_row(a) for a in made.articles],
        "meetings": [noun_row(m) for m in made.meetings],
        "changes": [{**plain(c), "meeting": c.meeting and c.meeting.id} for c in made.changes],
        "last_words": [claim_row(t) for t in made.last_words],
        "disputes": [noun_row(d) for d in made.disputes],
        "expectations": [noun_row(e) for e in made.expectations],
        "deadlocks": [noun_row(d) for d in made.deadlocks],
    }
