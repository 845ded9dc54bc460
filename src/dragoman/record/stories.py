"""The story into its tables, where other tools find it; after each reading what changed is written anew.

Story(meetings=(the summit of Hanoï,), …) → `meetings`, `meeting_life`, `disputes`, `expectations`, `shifts`, `actors`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from dragoman.model.stories import Story
from dragoman.record.records import Record
from dragoman.record.told_ledgers import LEDGER_TABLES, LEDGERS, put, write_ledgers
from dragoman.version import story_rules

# Those that others refer to come last, so that nothing is deleted twice.
TABLES = (
    "shifts", "expectations", "dispute_evidence", "dispute_versions", "disputes",
    "meeting_life", "meeting_evidence", "meeting_participants", "meetings", "actor_articles", "actors",
)  # fmt: skip
# What the story is told from, and what is told of it.
GROUNDS = (
    "leads",
    "lead_blocks",
    "names",
    "strange_names",
    "article_runs",
    "copies",
    "coverage",
    "coverage_asked",
    "stale_articles",
)


def is_story_stale(record: Record) -> bool:
    """Whether articles were written since the story was, or the story was told by other rules."""
    return _state(record) not in (None, story_rules())


def find_stale(record: Record) -> set[str] | None:
    """The articles that were read or judged since the story was told; None where all of it is to be told anew."""
    if _state(record) not in (story_rules(), _stale()):
        return None
    return {article for (article,) in record.ask("SELECT article FROM stale_articles")}


def mark_stale(db: sqlite3.Connection, articles: Iterable[str]) -> None:
    """The story is to be told anew where these articles have a say."""
    db.executemany("INSERT OR IGNORE INTO stale_articles VALUES (?)", ((a,) for a in articles))
    db.execute(
        "INSERT INTO record_state VALUES ('story', 'stale') ON CONFLICT (key) "
        "DO UPDATE SET value = CASE WHEN value IN (?1, ?2) THEN ?2 ELSE 'stale' END",
        (story_rules(), _stale()),
    )


def mark_told(db: sqlite3.Connection) -> None:
    """The story follows from the claims."""
    db.execute("DELETE FROM stale_articles")
    db.execute("INSERT OR REPLACE INTO record_state VALUES ('story', ?)", (story_rules(),))


def _state(record: Record) -> str | None:
    rows = record.ask("SELECT value FROM record_state WHERE key = 'story'")
    return rows[0][0] if rows else None


def _stale() -> str:
    """What the state says where some articles are stale and all else was told by our rules."""
    return f"stale but for {story_rules()}"


def find_held(record: Record, claims: Iterable[str]) -> dict[str, str]:
    """Of each claim the article that holds it."""
    told = json.dumps(list(claims))
    return dict(
        record.ask("SELECT id, article FROM claims WHERE id IN (SELECT value FROM json_each(?))", (told,))
    )


def forget_story(db: sqlite3.Connection) -> None:
    """Nothing is told, nor anything that it was told from."""
    for table in (*LEDGER_TABLES, *TABLES, *GROUNDS):
        db.execute(f"DELETE FROM {table}")


def write_entries(db: sqlite3.Connection, story: Story) -> None:
    """Entries that the tables have not."""
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
    put(db, "shifts", ((None, s.party, s.issue, s.before, s.after) for s in story.shifts))
    write_ledgers(db, story)


def delete_entries(db: sqlite3.Connection, story: Story) -> None:
    """Entries that the tables have, with all that belongs to them."""
    for table in ("meetings", "disputes", "expectations", "happenings", "deadlocks", *LEDGERS):
        entries = [(entry.id,) for entry in getattr(story, table)]
        db.executemany(f"DELETE FROM {table} WHERE id = ?", entries)
        if table in LEDGERS:
            db.executemany("DELETE FROM ledger_entries WHERE ledger = ?", entries)
    db.executemany(
        "DELETE FROM shifts WHERE party = ? AND issue = ? AND before = ? AND after = ?",
        ((s.party, s.issue, s.before, s.after) for s in story.shifts),
    )


def delete_disputes(db: sqlite3.Connection) -> None:
    """All disputes: they are settled anew with each other."""
    for table in ("dispute_evidence", "dispute_versions", "disputes"):
        db.execute(f"DELETE FROM {table}")


def delete_actors(db: sqlite3.Connection, names: Iterable[str]) -> None:
    """Some actors."""
    told = [(name,) for name in names]
    db.executemany("DELETE FROM actor_articles WHERE actor = ?", told)
    db.executemany("DELETE FROM actors WHERE name = ?", told)


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
                m.outcome, m.cancelled_by, m.part_of, m.sources, m.sure,
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
