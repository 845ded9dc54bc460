from __future__ import annotations

import re
from pathlib import Path

from dragoman.record import open_record
from dragoman.record.dictionary import write_dictionary

DOCS = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_dictionary_is_up_to_date() -> None:
    remedy = "run: python -m dragoman.record.dictionary docs/data-dictionary.md"
    assert DOCS.read_text(encoding="utf-8") == write_dictionary(), remedy


def test_every_column_of_every_table_is_explained(tmp_path: Path) -> None:
    told = write_dictionary()
    with open_record(tmp_path / "r.db", write=True) as record:
        db = record.connection
        for (table,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'statement_search%'"
        ).fetchall():
            section = told.split(f"### {table}\n")[1].split("\n### ")[0]
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            assert re.findall(r"^\| `(\w+)` \|", section, re.M) == columns
