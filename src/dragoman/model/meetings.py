"""A meeting as one article tells of it (MeetingReport), and as one object over all articles (Meeting).

"le sommet de Hanoï" → kind summit, participants Donald Trump and Kim Jong-un, status held, two mentions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dragoman.model.claims import Claim
from dragoman.model.spans import Span

MEETING_KINDS = ("summit", "talks", "visit", "call", "session", "other")
MEETING_STATUSES = ("proposed", "planned", "ongoing", "held", "postponed", "cancelled", "refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReport(Claim):
    """Codebook section 5: once per article. `start`/`end` is the first mention; `mentions` has them all."""

    layer: ClassVar[str] = "meeting"

    label: str
    kind: str
    participants: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    status: str = "held"
    mentions: tuple[Span, ...] = ()
    host: str | None = None
    outcome: str | None = None
    cancelled_by: str | None = None


@dataclass(frozen=True, slots=True)
class LifePoint:
    """A status that one article gave to a meeting: `on` is the article's day (EDTF, None if undated)."""

    on: str | None
    status: str
    article: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Codebook section 7: one object however many articles tell of it; `status` is the one that stands.

    `reports` are the ids of the MeetingReports; `part_of` is the id of the meeting that holds it (a summit's
    lunch); `sources` counts independent sources; `sure` is false for what only `--all` shows.
    """

    id: str
    label: str
    kind: str
    participants: tuple[str, ...]
    date: str | None
    place: str | None
    status: str
    life: tuple[LifePoint, ...]
    reports: tuple[str, ...]
    outcome: str | None = None
    cancelled_by: str | None = None
    part_of: str | None = None
    sources: int = 1
    sure: bool = True
