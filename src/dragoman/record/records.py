"""One record file: opened to write by one, to read by many.

`with open_record("hanoi.db", write=True) as record:` → the file exists and has all tables of this version.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from dragoman.model.errors import RecordError
from dragoman.record.names import named, words_of
from dragoman.record.schema import STEPS, check, migrate, version_of

PATIENCE = 300.0  # seconds that a writer waits for another one
# Kilobytes of the file at hand: claims are written all over a large record, and a view of a day reads most of it.
CACHE = 65_536
# Pages that the log holds before they go to their places in the file: articles change many pages again and again.
LOG = 4_000

Parameters = Mapping[str, Any] | Sequence[Any]


class Record:
    """A record that is open; `connection` is for this stage alone."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    def close(self) -> None:
        """Give the file back; what was written is there."""
        self.connection.close()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, question: str, parameters: Parameters = ()) -> list[Any]:
        """The rows that answer a query. Raises RecordError where the file is damaged."""
        try:
            return self.connection.execute(question, parameters).fetchall()
        except sqlite3.DatabaseError as e:
            raise RecordError(
                f"{self.path}: cannot be read ({e}): if it is damaged, read the articles into a new record"
            ) from e

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All questions inside are answered as of one moment, whatever another process writes meanwhile."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: an error, an interruption or a kill inside leaves the record as it was.

        One inside another is part of it. Raises RecordError where the file cannot be written.
        """
        if self.connection.in_transaction:
            yield self.connection
            return
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError as e:
            raise RecordError(
                f"{self.path}: cannot be written ({e}): see that the disk has room and that nothing else "
                "writes to it, then run the command again"
            ) from e


def open_record(path: str | os.PathLike[str], *, write: bool = False) -> Record:
    """Open the record at `path`; with `write`, make it where there is none.

    Raises RecordError, with the remedy, where the file is missing, is no record, or is of a newer version.
    """
    file = Path(path)
    if write:
        return Record(file, _open_to_write(file))
    if not file.is_file():
        raise RecordError(
            f"{file}: there is no such record: make it with `dragoman read FOLDER --record {file}`"
        )
    connection = _connect(file, "mode=ro")
    try:
        check(connection, file)
        version = version_of(connection)
    except sqlite3.Error as e:
        connection.close()
        raise RecordError(f"{file}: cannot be read ({e})") from e
    except RecordError:
        connection.close()
        raise
    if version < len(STEPS):
        connection.close()
        _open_to_write(file).close()
        connection = _connect(file, "mode=ro")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    return Record(file, connection)


def _open_to_write(file: Path) -> sqlite3.Connection:
    if not file.parent.is_dir():
        raise RecordError(f"{file}: the folder {file.parent} does not exist: make it first")
    if not file.exists():
        _begin_file(file)
    connection = _connect(file, "mode=rwc")
    try:
        check(connection, file)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {LOG}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        migrate(connection)
    except sqlite3.Error as e:
        connection.close()
        raise RecordError(f"{file}: cannot be written ({e})") from e
    except RecordError:
        connection.close()
        raise
    return connection


def _begin_file(file: Path) -> None:
    """Put a new record in its place with all its tables.

    Two processes that make one record at a time would turn it to WAL and fill it at once, and SQLite deletes the log of
    a file that it takes for empty. So the file is made whole under another name, and linked to its own unless somebody
    was quicker. What hinders that is told by whoever opens the file next.
    """
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        connection = _connect(new, "mode=rwc")
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            migrate(connection)
        finally:
            connection.close()
        os.link(new, file)
    except (OSError, sqlite3.Error, RecordError):
        pass
    finally:
        new.unlink(missing_ok=True)


def _connect(file: Path, mode: str) -> sqlite3.Connection:
    # A record on a read-only disk has no place for the two files that WAL wants beside it.
    frozen = mode == "mode=ro" and not os.access(file.parent, os.W_OK) and not _wal(file).exists()
    uri = f"{file.absolute().as_uri()}?{mode}{'&immutable=1' if frozen else ''}"
    try:
        connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
    except sqlite3.Error as e:
        raise RecordError(f"{file}: cannot be opened ({e}): is it a file that you may write?") from e
    connection.create_function("named", 2, named, deterministic=True)
    connection.create_function(
        "words_of", 1, lambda name: json.dumps(words_of(name or "")), deterministic=True
    )
    return connection


def _wal(file: Path) -> Path:
    return file.with_name(file.name + "-wal")
