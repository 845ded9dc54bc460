from __future__ import annotations

from pathlib import Path

import pytest
from tests.record.samples import sample

from dragoman.record import open_record, search_statements, write_article


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("erythrie", ["Érythrie"]),
        ("ÉRYTHRIE RETRAIT", ["Érythrie", "retrait"]),
        ("retr trou", ["retrait", "troupes"]),
        ('"retrait des troupes"', ["retrait des troupes"]),
        ('"troupes des retrait"', []),
        ("nulle part", []),
        ("", []),
        ('" OR * NEAR( ) AND " -', []),
    ],
)
def test_words_are_found_whatever_their_accents(tmp_path: Path, words: str, found: list[str]) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        write_article(record, *sample())
        told = search_statements(record, words)
    hits = [words for pieces in told.values() for words, hit in pieces if hit]
    assert hits == found


def test_what_is_forgotten_is_found_no_more(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        write_article(record, *sample())
        write_article(record, *sample())
        assert len(search_statements(record, "retrait")) == 1
        with record.transaction() as db:
            db.execute("DELETE FROM articles")
        assert search_statements(record, "retrait") == {}
        assert record.ask("SELECT count(*) FROM statement_search") == [(0,)]
