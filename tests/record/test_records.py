from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.record.samples import sample

from dragoman.model.errors import RecordError
from dragoman.model.events import Event
from dragoman.record import find_claims, open_record, write_article
from dragoman.record.schema import STEPS


def test_a_new_record_is_wal_strict_with_foreign_keys(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        db = record.connection
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert db.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
        tables = db.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert all(strict for name, strict in tables if not name.startswith(("sqlite_", "statement_search")))
    assert {"articles", "statements", "events", "meeting_reports", "positions"} <= {n for n, _ in tables}


def test_every_foreign_key_has_an_index_that_begins_with_it(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        db = record.connection
        bare = []
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            keys = [row[3] for row in db.execute(f"PRAGMA foreign_key_list({table})") if row[1] == 0]
            indexes = [row[1] for row in db.execute(f"PRAGMA index_list({table})")]
            first = {db.execute(f"PRAGMA index_info({i})").fetchone()[2] for i in indexes}
            first |= {r[1] for r in db.execute(f"PRAGMA table_info({table})") if r[5] == 1}
            bare += [(table, key) for key in keys if key not in first and key != "part_of"]
    assert bare == []


def test_a_missing_record_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="dragoman read"):
        open_record(tmp_path / "none.db")


def test_a_missing_folder_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="make it first"):
        open_record(tmp_path / "none" / "r.db", write=True)


@pytest.mark.parametrize("write", [True, False])
def test_what_is_no_record_is_left_alone(tmp_path: Path, write: bool) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Des notes, et rien d'autre. " * 100, encoding="utf-8")
    with pytest.raises(RecordError, match="no record"):
        open_record(text, write=write)
    other = tmp_path / "other.db"
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE t (x)")
    db.commit()
    db.close()
    with pytest.raises(RecordError, match="no record"):
        open_record(other, write=write)


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_record_names_the_remedy(tmp_path: Path, write: bool) -> None:
    file = tmp_path / "r.db"
    with open_record(file, write=True) as record:
        record.connection.execute("PRAGMA user_version = 999")
    with pytest.raises(RecordError, match="upgrade"):
        open_record(file, write=write)


@pytest.mark.parametrize("write", [True, False])
def test_an_older_record_is_brought_up_to_date(
    tmp_path: Path, write: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "r.db"
    with monkeypatch.context() as old:
        old.setattr("dragoman.record.schema.STEPS", STEPS[:1])
        with open_record(file, write=True) as record:
            assert record.connection.execute("PRAGMA user_version").fetchone()[0] == 1
    with open_record(file, write=write) as record:
        assert record.connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
        assert record.connection.execute("SELECT count(*) FROM statements").fetchone()[0] == 0


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    open_record(file, write=True).close()
    with open_record(file) as record, pytest.raises(sqlite3.OperationalError):
        record.connection.execute("DELETE FROM articles")


def test_readers_read_while_one_writes(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    with open_record(file, write=True) as writer, open_record(file) as reader:
        with writer.transaction() as db:
            db.execute("INSERT INTO set_aside VALUES ('a', 'b', 'c')")
            assert reader.connection.execute("SELECT count(*) FROM set_aside").fetchone()[0] == 0
        assert reader.connection.execute("SELECT count(*) FROM set_aside").fetchone()[0] == 1


def test_an_interruption_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    with open_record(file, write=True) as record:
        with pytest.raises(KeyboardInterrupt), record.transaction() as db:
            db.execute("INSERT INTO set_aside VALUES ('a', 'b', 'c')")
            raise KeyboardInterrupt
        assert record.connection.execute("SELECT count(*) FROM set_aside").fetchone()[0] == 0


def test_a_damaged_record_says_so(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    with open_record(file, write=True) as record:
        for n in range(30):
            write_article(record, *sample(f"article{n}"))
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(RecordError, match=r"new record|no record"), open_record(file) as record:
        find_claims(record, Event)


def test_a_record_on_a_read_only_disk_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "r.db"
    with open_record(file, write=True) as record:
        write_article(record, *sample())
    monkeypatch.setattr("os.access", lambda *_: False)
    with open_record(file) as record:
        assert len(find_claims(record, Event)) == 1


def test_a_transaction_inside_another_is_part_of_it(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        with pytest.raises(ValueError, match="late"), record.transaction():
            write_article(record, *sample())
            raise ValueError("late")
        assert find_claims(record, Event) == []


def test_a_snapshot_is_of_one_moment(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    with open_record(file, write=True) as writer, open_record(file) as reader:
        with reader.snapshot():
            assert find_claims(reader, Event) == []
            write_article(writer, *sample())
            assert find_claims(reader, Event) == []
        assert len(find_claims(reader, Event)) == 1


def test_a_record_that_cannot_be_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "r.db"
    monkeypatch.setattr("dragoman.record.records.PATIENCE", 0.01)
    with open_record(file, write=True) as one, open_record(file, write=True) as other:
        with one.transaction(), pytest.raises(RecordError, match="cannot be written"):
            write_article(other, *sample())
        write_article(other, *sample())
        assert len(find_claims(one, Event)) == 1
