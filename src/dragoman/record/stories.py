"""The story into its tables, where other tools find it: computed from the claims, rewritten after each reading.

Story(meetings=(the summit of Hanoï,), …) → `meetings`, `meeting_life`, `disputes`, `expectations`, `shifts`, `actors`.
"""

from __future__ import annotations

import sqlite3

from dragoman.model.stories import Story
from dragoman.record.records import Record
from dragoman.record.told_ledgers import LEDGER_TABLES, put, write_ledgers
from dragoman.version import __version__

# Those that others refer to come last, so that nothing is deleted twice.
TABLES = (
    "shifts", "expectations", "dispute_evidence", "dispute_versions", "disputes",
    "meeting_life", "meeting_evidence", "meeting_participants", "meetings", "actor_articles", "actors",
)  # fmt: skip


def is_story_stale(record: Record) -> bool:
    """Whether articles were written since the story was, or the story was told by other rules."""
    return record.ask("SELECT value FROM record_state WHERE key = 'story'") not in ([], [(__version__,)])


def write_story(record: Record, story: Story) -> None:
    """Replace the story that the record holds, in one transaction."""
    with record.transaction() as db:
        for table in (*LEDGER_TABLES, *TABLES):
            db.execute(f"DELETE FROM {table}")
        _write_actors(db, story)
        _write_meetings(db, story)
        _write_disputes(db, story)
        put(
            db,
            "expectations",
            (
                (e.id, e.claim, e.what, e.by, e.kind, e.made_on, e.horizon, e.state, e.met_by, e.met_on)
                for e in story.expectations
            ),
        )
        put(
            db,
            "shifts",
            ((n, s.party, s.issue, s.before, s.after) for n, s in enumerate(story.shifts)),
        )
        write_ledgers(db, story)
        db.execute("INSERT OR REPLACE INTO record_state VALUES ('story', ?)", (__version__,))


def _write_actors(db: sqlite3.Connection, story: Story) -> None:
    put(db, "actors", ((a.name, a.kind, a.side, a.roles, a.aliases) for a in story.actors))
    put(
        db,
        "actor_articles",
        ((a.name, n, article) for a in story.actors for n, article in enumerate(a.articles)),
    )


def _write_meetings(db: sqlite3.Connection, story: Story) -> None:
    meetings = story.meetings
    put(
        db,
        "meetings",
        (
            (
                m.id, m.label, m.kind, m.date, m.place, m.status,
                m.outcome, m.cancelled_by, m.part_of, m.sources,
            )
            for m in meetings
        ),
    )  # fmt: skip
    put(db, "meeting_participants", ((m.id, n, a) for m in meetings for n, a in enumerate(m.participants)))
    put(db, "meeting_evidence", ((m.id, n, c) for m in meetings for n, c in enumerate(m.reports)))
    put(
        db,
        "meeting_life",
        (
            (m.id, n, point.on, point.status, point.article, point.claim)
            for m in meetings
            for n, point in enumerate(m.life)
        ),
    )


def _write_disputes(db: sqlite3.Connection, story: Story) -> None:
    put(db, "disputes", ((d.id, d.matter, d.kind, d.sure) for d in story.disputes))
    versions = [(d.id, n, v) for d in story.disputes for n, v in enumerate(d.versions)]
    put(
        db,
        "dispute_versions",
        ((d, n, v.party, v.by, v.says, v.first_on, v.relayed_by, v.sources) for d, n, v in versions),
    )
    put(
        db,
        "dispute_evidence",
        ((d, n, k, claim) for d, n, v in versions for k, claim in enumerate(v.claims)),
    )
