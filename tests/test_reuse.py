"""A text is parsed once, whatever it is called and whichever command asks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dragoman.analysis import Note, analyse
from dragoman.extract import Claims
from dragoman.model.articles import Article, SetAside
from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.model.tallies import Tally
from dragoman.pipeline import read_found
from dragoman.record import find_claims, find_set_aside, open_record

TEXT = (
    "La ministre norvégienne Kari Moen a annoncé vendredi que les deux délégations se retrouveraient à {} le 12 mars. "
    "« Nous sommes prêts à parler de tout », a-t-elle déclaré. L'Érythrie exige la levée de l'embargo."
)


def article(
    name: str, town: str = "Oslo", *, published: str = "2021-03-05", title: str | None = None
) -> Article:
    return Article(name=name, text=TEXT.format(town), published=published, outlet=f"Le {name}", title=title)


def counting(parsed: list[str]) -> object:
    def analysis(articles: Iterable[Article], on_aside: Note) -> Iterator[tuple[Document, Claims]]:
        for document, claims in analyse(articles, on_aside):
            parsed.append(document.article.name)
            yield document, claims

    return analysis


def read(file: Path, *articles: Article, analysis: object | None = None) -> tuple[list[str], Tally]:
    parsed: list[str] = []
    with open_record(file, write=True) as record:
        tally = read_found(record, articles, Tally(), analysis=analysis or counting(parsed))  # type: ignore[arg-type]
    return parsed, tally


def rows(file: Path, article_name: str) -> dict[str, list[object]]:
    """All that the record has on one article, without its ids and the time of the reading."""
    db = sqlite3.connect(file)
    try:
        ((key,),) = db.execute("SELECT id FROM articles WHERE name = ?", (article_name,))
        tables = (
            "blocks",
            "sentences",
            "times",
            "mentions",
            "article_actors",
            "statements",
            "events",
            "positions",
        )
        out: dict[str, list[object]] = {}
        for table in tables:
            told = db.execute(f"SELECT * FROM {table} WHERE article = ? ORDER BY rowid", (key,))
            names = [d[0] for d in told.description]
            out[table] = [
                tuple(v for name, v in zip(names, row, strict=True) if name not in ("id", "article"))
                for row in told
            ]
        return out
    finally:
        db.close()


def test_one_text_in_several_newspapers_is_parsed_once(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    parsed, tally = read(file, article("Matin"), article("Soir"), article("Nord", "Riga"), article("Sud"))
    assert parsed == ["Matin", "Nord"]
    assert tally.read == 4
    with open_record(file) as record:
        told = [t.article.name for t in find_claims(record, Statement)]
        assert told.count("Sud") == told.count("Soir") == told.count("Matin") > 0
    read(tmp_path / "alone.db", article("Soir"))
    assert rows(file, "Soir") == rows(tmp_path / "alone.db", "Soir")
    db = sqlite3.connect(file)
    assert [n for (n,) in db.execute("SELECT name FROM articles ORDER BY rowid")] == [
        "Matin",
        "Soir",
        "Nord",
        "Sud",
    ]
    db.close()


def test_a_later_reading_parses_nothing_that_is_known(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    read(file, article("Matin"))
    assert read(file, article("Soir"), article("Matin"))[0] == []
    assert read(file, article("Nord", title="Oslo"), article("Sud", published="2021-03-06"))[0] == [
        "Nord",
        "Sud",
    ]


def test_only_other_rules_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version that analyses as before (the story alone is told otherwise) parses nothing."""
    file = tmp_path / "r.db"
    read(file, article("Matin"))
    monkeypatch.setattr("dragoman.record.articles.__version__", "9.9")
    assert read(file, article("Matin"))[0] == []
    monkeypatch.setattr("dragoman.record.articles.rules", lambda: "others")
    monkeypatch.setattr("dragoman.record.analyses.rules", lambda: "others")
    assert read(file, article("Matin"), article("Soir"))[0] == ["Matin"]


def test_what_repeats_an_article_that_fails_is_tried_itself(tmp_path: Path) -> None:
    def failing(articles: Iterable[Article], on_aside: Note) -> Iterator[tuple[Document, Claims]]:
        def kept() -> Iterator[Article]:
            for one in articles:
                if one.name == "Matin":
                    on_aside(SetAside(one.name, "failed"))
                else:
                    yield one

        yield from analyse(kept(), on_aside)

    file = tmp_path / "r.db"
    _, tally = read(file, article("Matin"), article("Soir"), article("Nord", "Riga"), analysis=failing)
    assert tally.read == 2
    with open_record(file) as record:
        assert [a.path for a in find_set_aside(record)] == ["Matin"]
        assert {t.article.name for t in find_claims(record, Statement)} == {"Soir", "Nord"}
