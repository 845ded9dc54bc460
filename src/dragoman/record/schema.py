"""The tables, as steps that bring any record up to date: `migrations/0001_articles.sql` and those after it.

A file of version 1 → the steps 2 and 3 are run in one transaction each, and `PRAGMA user_version` says 3.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from dragoman.model.errors import RecordError

STEPS = (
    "0001_articles", "0002_claims", "0003_story", "0004_readings", "0005_searches", "0006_feeds", "0007_ledgers",
    "0008_analyses", "0009_orders", "0009_leads", "0010_contexts", "0011_names",
    "0012_sure", "0013_told_sooner", "0014_months", "0015_coverage", "0016_binds",
)  # fmt: skip
APPLICATION_ID = 0x44524147  # "DRAG": tells a record from any other SQLite file


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the file has had."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check(connection: sqlite3.Connection, path: object) -> None:
    """Raises RecordError where the file is no record, or one of a newer Dragoman."""
    try:
        owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    except sqlite3.DatabaseError as e:
        raise RecordError(f"{path}: is no record ({e}): name another file with --record") from e
    if owner != APPLICATION_ID and not empty:
        raise RecordError(f"{path}: is a database, but no record: name another file with --record")
    version = version_of(connection)
    if version > len(STEPS):
        raise RecordError(
            f"{path}: was written by a newer Dragoman (form {version}, this one knows {len(STEPS)}): "
            "upgrade with `pip install --upgrade dragoman`"
        )


def migrate(connection: sqlite3.Connection) -> None:
    """Run the steps that the file has not had; a kill leaves it between two steps, never inside one."""
    for n, step in enumerate(STEPS, start=1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version_of(connection) < n:  # asked inside: another process may have run it meanwhile
                for statement in _statements(step):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {n}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _statements(step: str) -> Iterator[str]:
    told = files("dragoman.record").joinpath(f"migrations/{step}.sql").read_text(encoding="utf-8")
    statement = ""
    for line in told.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
