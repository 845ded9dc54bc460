from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.record.samples import TEXT, sample

from dragoman.model.articles import SetAside
from dragoman.model.claims import Claim
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.record import (
    find_articles,
    find_claims,
    find_set_aside,
    forget_set_aside,
    news_in,
    open_record,
    write_article,
    write_set_aside,
)


def counts(record_file: Path) -> dict[str, int]:
    with open_record(record_file) as record:
        db = record.connection
        own = "type = 'table' AND name NOT LIKE 'statement_search_%'"  # what FTS5 keeps for itself is not ours to count
        names = [n for (n,) in db.execute(f"SELECT name FROM sqlite_master WHERE {own}")]
        return {n: db.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for n in names}


def test_every_claim_comes_back_as_it_went_in(tmp_path: Path) -> None:
    document, claims = sample()
    with open_record(tmp_path / "r.db", write=True) as record:
        write_article(record, document, claims)
        nouns: tuple[type[Claim], ...] = (Statement, Event, MeetingReport, Position)
        for noun, claim in zip(nouns, claims, strict=True):
            told = find_claims(record, noun)
            assert [t.claim for t in told] == [claim]
            assert told[0].surface == TEXT[claim.start : claim.end]
            assert told[0].claim.id == claim.id


def test_every_surface_is_the_text_between_its_offsets(tmp_path: Path) -> None:
    document, claims = sample(text="𝕏 Été 🕊 : " + TEXT)
    with open_record(tmp_path / "r.db", write=True) as record:
        write_article(record, document, claims)
        db = record.connection
        for table in (
            "statements", "events", "meeting_reports", "positions", "times", "mentions",
        ):  # fmt: skip
            for surface, cut in db.execute(
                f"SELECT surface, substr(a.text, t.start + 1, t.end - t.start) FROM {table} t JOIN articles a "
                "ON a.id = t.article"
            ):
                assert surface == cut != ""


def test_the_same_article_is_known_and_written_once(tmp_path: Path) -> None:
    document, claims = sample()
    file = tmp_path / "r.db"
    with open_record(file, write=True) as record:
        assert news_in(record, document.article) == document.article
        write_article(record, document, claims)
        assert news_in(record, document.article) is None
    before = counts(file)
    with open_record(file, write=True) as record:
        write_article(record, document, claims)
    assert counts(file) == before


def test_a_corrected_date_is_news_and_keeps_every_id(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    with open_record(file, write=True) as record:
        write_article(record, *sample(published="2021-03-05"))
        later, claims = sample(published="2021-03-06")
        assert news_in(record, later.article) == later.article
        ids = [t.claim.id for t in find_claims(record, Event)]
        write_article(record, later, claims)
        assert [a.published for a in find_articles(record)] == ["2021-03-06"]
        assert [t.claim.id for t in find_claims(record, Event)] == ids
        assert news_in(record, later.article) is None


def test_a_date_told_once_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document, claims = sample(published="2021-03-05")
    untold = replace(document.article, published=None)
    with open_record(tmp_path / "r.db", write=True) as record:
        write_article(record, document, claims)
        assert news_in(record, untold) is None
        monkeypatch.setattr("dragoman.record.articles.rules", lambda: "others")
        assert news_in(record, untold) == document.article


def test_a_copy_under_another_name_corrects_no_date(tmp_path: Path) -> None:
    document, claims = sample(published="2021-03-05")
    with open_record(tmp_path / "r.db", write=True) as record:
        write_article(record, document, claims)
        assert news_in(record, replace(document.article, name="copie", published="2021-03-09")) is None


def test_half_characters_keep_offsets(tmp_path: Path) -> None:
    document, claims = sample(text="\ud83d " + TEXT)
    with open_record(tmp_path / "r.db", write=True) as record:
        write_article(record, document, claims)
        (told,) = find_claims(record, Event)
        (article,) = find_articles(record, text=True)
        assert article.text[told.claim.start : told.claim.end] == told.surface == "avait exigé"


def test_two_claims_with_one_id_are_one(tmp_path: Path) -> None:
    document, claims = sample()
    event = claims[1]
    assert isinstance(event, Event)
    with open_record(tmp_path / "r.db", write=True) as record:
        write_article(record, document, [event, replace(event, status="planned")])
        assert [t.claim.status for t in find_claims(record, Event)] == ["occurred"]


def test_an_input_set_aside_is_told_until_it_is_read(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        write_set_aside(record, SetAside("/presse/depeche.txt", "vide"))
        write_set_aside(record, SetAside("/presse/depeche.txt", "illisible"))
        assert find_set_aside(record) == [SetAside("/presse/depeche.txt", "illisible")]
        forget_set_aside(record, "/presse/depeche.txt")
        assert find_set_aside(record) == []
