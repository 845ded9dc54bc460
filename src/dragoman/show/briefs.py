"""Where the talks stand, for any screen: meetings, changes, last words, disputes, expectations, deadlocks.

A record of three articles on Hanoï → the summit held, "tenu" after "prévu", what each said last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.gather import tell_story
from dragoman.model.deadlocks import Deadlock
from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds, earliest, is_edtf
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.model.stories import Sourced, Story
from dragoman.record import Record, Scope, Told, find_articles, find_claims
from dragoman.show.within import is_about, is_between

TO_COME = ("planned", "proposed")
STATUS_ORDER = ("ongoing", "planned", "proposed", "postponed", "held", "cancelled", "refused")


@dataclass(frozen=True, slots=True)
class Change:
    """A meeting that got another status (`meeting`), or a side that took another stand (`party`, `issue`)."""

    day: str | None
    before: str
    after: str
    claim: str
    meeting: Meeting | None = None
    party: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """Each part latest first; `articles` are those that it rests on."""

    articles: list[Sourced]
    meetings: list[Meeting]
    changes: list[Change]
    last_words: list[Told[Statement]]
    disputes: list[Dispute]
    expectations: list[Expectation]
    deadlocks: list[Deadlock] = field(default_factory=list)


def make_brief(record: Record, scope: Scope) -> Brief:
    """The brief of what lies within `scope`."""
    story = tell_story(record, as_of=scope.as_of, known_by=scope.known_by)
    positions = find_claims(record, Position, Scope(known_by=scope.known_by))
    statements = find_claims(record, Statement, scope)
    return brief_of(story, find_articles(record, scope), positions, statements, scope)


def brief_of(
    story: Story,
    articles: Iterable[Sourced],
    positions: Iterable[Told[Position]],
    statements: Sequence[Told[Statement]],
    scope: Scope,
) -> Brief:
    """The brief of a story; `positions` are all that its shifts rest on."""
    meetings = [m for m in story.meetings if is_about(m, scope.actor) and is_between(m.date, scope)]
    stands = {t.claim.id: t for t in positions}
    meetings = list(filter(is_telling, meetings))
    changes = [change for m in meetings for change in _life_changes(m)]
    for shift in story.shifts:
        before, after = stands.get(shift.before), stands.get(shift.after)
        if before and after and is_between(after.day, scope):
            changes.append(
                Change(
                    after.day, before.claim.stance, after.claim.stance, shift.after,
                    party=shift.party, issue=shift.issue,
                )
            )  # fmt: skip
    settled = {"met", "met late"}
    due = [e for e in story.expectations if e.state not in settled and is_about(e, scope.actor)]
    return Brief(
        articles=list(articles),
        meetings=sorted(
            meetings,
            key=lambda m: (STATUS_ORDER.index(m.status), -_number(m.date or last_told(m)), -m.sources, m.id),
        ),
        changes=sorted(changes, key=lambda c: (-_number(c.day), c.claim)),
        last_words=_last_words(statements),
        disputes=latest_disputes(d for d in story.disputes if d.sure and is_about(d, scope.actor)),
        expectations=_once(
            sorted(
                due,
                key=lambda e: (
                    e.state != "open",
                    e.state != "lapsed",
                    -_number(e.horizon or e.made_on),
                    e.id,
                ),
            )
        ),
        # what is promised without condition is for the command that tells all
        deadlocks=[d for d in story.deadlocks if d.kind != "free" and is_about(d, scope.actor)],
    )


def _once(expectations: Iterable[Expectation]) -> list[Expectation]:
    """Of those that are of one person in the same words and for the same day, the first alone."""
    out: dict[tuple[str | None, str, str, int], Expectation] = {}
    for e in expectations:
        out.setdefault((e.by, e.what.casefold(), e.state, _number(e.horizon)), e)
    return list(out.values())


def latest_disputes(disputes: Iterable[Dispute]) -> list[Dispute]:
    """Those that were told last first: by the day on which their last version was first told."""
    return sorted(disputes, key=lambda d: (-max((_number(v.first_on) for v in d.versions), default=0), d.id))


def is_telling(meeting: Meeting) -> bool:
    """Whether it is shown without being asked for: one can tell which meeting it is, and is sure of it."""
    return meeting.sure


def last_told(meeting: Meeting) -> str | None:
    """The day of the last article that gave it a status."""
    return max((p.on for p in meeting.life if p.on), key=_number, default=None)


def today_of(scope: Scope, articles: Iterable[Sourced]) -> str | None:
    """The day as of which things are told: the one asked for, else that of the last article."""
    return scope.as_of or max((a.published for a in articles if a.published), key=_number, default=None)


def has_passed(meeting: Meeting, today: str | None) -> bool:
    """Whether it was to come, and its day went by without any article that tells what became of it."""
    return meeting.status in TO_COME and bool(meeting.date and today) and _last(meeting.date) < _number(today)


def _life_changes(meeting: Meeting) -> list[Change]:
    return [
        Change(after.on, before.status, after.status, after.claim, meeting=meeting)
        for before, after in zip(meeting.life, meeting.life[1:], strict=False)
        if before.status != after.status
    ]


def _last_words(statements: Sequence[Told[Statement]]) -> list[Told[Statement]]:
    """The last statement of each speaker, the latest first; of one day, who speaks most first."""
    spoken = Counter(t.claim.speaker for t in statements)
    last: dict[str, Told[Statement]] = {}
    for told in statements:
        speaker = told.claim.speaker
        if speaker and (speaker not in last or _number(told.day) >= _number(last[speaker].day)):
            last[speaker] = told
    return sorted(
        last.values(), key=lambda t: (-_number(t.day), -spoken[t.claim.speaker], t.claim.speaker or "")
    )


def _number(edtf: str | None) -> int:
    """A day as a number; what has none is the oldest."""
    return (earliest(edtf) or date.min).toordinal()


def _last(edtf: str | None) -> int:
    """The last day that a date may mean, as a number; what has none is never past."""
    return bounds(edtf)[1].toordinal() if edtf and is_edtf(edtf) else date.max.toordinal()
