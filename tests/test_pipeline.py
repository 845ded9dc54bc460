"""The walk from files to a record, on three short dispatches of our own, with the real parser."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.extract import extract_claims
from dragoman.extract.layers import to_layers
from dragoman.model.articles import Article, SetAside
from dragoman.model.claims import Claim
from dragoman.model.documents import Document
from dragoman.model.errors import LexiconError
from dragoman.model.events import Event
from dragoman.model.statements import Statement
from dragoman.model.tallies import Tally
from dragoman.pipeline import annotate_paths, read_found, read_paths
from dragoman.record import (
    Record,
    find_articles,
    find_claims,
    find_evidence,
    find_set_aside,
    is_story_stale,
    open_record,
    write_article,
)
from dragoman.show.cli import main

DISPATCHES = {
    "annonce": (
        "OSLO, 5 mars 2021 (NTB) - La ministre norvégienne Kari Moen a annoncé vendredi que les deux délégations "
        "se retrouveraient à Oslo le 12 mars. « Nous sommes prêts à parler de tout », a-t-elle déclaré. "
        "L'Érythrie exige la levée de l'embargo."
    ),
    "report": (
        "OSLO, 11 mars 2021 (NTB) - La rencontre prévue à Oslo a été reportée, a indiqué jeudi Kari Moen. "
        "Selon elle, l'Érythrie a refusé toute inspection. Les négociateurs espèrent se revoir en avril."
    ),
    "tenue": (
        "OSLO, 8 avril 2021 (NTB) - Les délégations norvégienne et érythréenne se sont rencontrées jeudi à Oslo. "
        "« C'est un bon début », a affirmé Kari Moen. Elles ont signé un accord sur les prisonniers."
    ),
}


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("presse")
    for name, text in DISPATCHES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def record_file(press: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("record") / "oslo.db"
    with open_record(file, write=True) as record:
        tally = read_paths(record, [press], date="2021")
    assert (tally.read, tally.known, tally.aside) == (3, 0, [])
    return file


def dump(file: Path) -> list[str]:
    """All that a record holds, without the time of the reading."""
    db = sqlite3.connect(file)
    try:
        db.execute("UPDATE articles SET read_at = ''")
        return list(db.iterdump())
    finally:
        db.close()


def test_articles_are_read_whole(record_file: Path) -> None:
    with open_record(record_file) as record:
        texts = {a.name: a.text for a in find_articles(record, text=True)}
        assert {name: text.strip() for name, text in texts.items()} == DISPATCHES
        told = find_claims(record, Statement)
        assert told
        for t in told:
            evidence = find_evidence(record, t.claim.id)
            assert evidence is not None
            assert t.surface == evidence.article.text[t.claim.start : t.claim.end]
        assert not is_story_stale(record)


def test_reading_again_adds_nothing(record_file: Path, press: Path) -> None:
    before = dump(record_file)
    seen: list[int] = []
    with open_record(record_file, write=True) as record:
        tally = read_paths(record, [press], date="2021", on_progress=lambda t: seen.append(t.known))
    assert (tally.read, tally.known) == (0, 3)
    assert seen == [1, 2, 3]
    assert dump(record_file) == before


def test_the_ids_are_those_of_another_reading(record_file: Path, press: Path, tmp_path: Path) -> None:
    with open_record(tmp_path / "other.db", write=True) as other, open_record(record_file) as record:
        read_paths(other, sorted(press.iterdir(), reverse=True), date="2021")
        for noun in (Statement, Event):
            ours = [t.claim.id for t in find_claims(record, noun)]
            assert [t.claim.id for t in find_claims(other, noun)] == ours


def test_a_corrected_date_is_read_again(press: Path, tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        read_paths(record, [press / "tenue.txt"], date="2021")
        ids = [t.claim.id for t in find_claims(record, Statement)]
        tally = read_paths(record, [press / "tenue.txt"], date="2021-04-08")
        assert (tally.read, tally.known) == (1, 0)
        assert [a.published for a in find_articles(record)] == ["2021-04-08"]
        assert [t.claim.id for t in find_claims(record, Statement)] == ids


def test_what_cannot_be_read_stops_nothing(press: Path, tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        tally = read_paths(record, [tmp_path / "absent.txt", press / "tenue.txt"])
        assert tally.read == 1
        assert [a.path for a in tally.aside] == [a.path for a in find_set_aside(record)]
        assert len(tally.aside) == 1


def test_an_input_that_is_read_in_part_stays_set_aside(tmp_path: Path) -> None:
    """Whatever the size of a batch: the file is told of though articles of it are written after."""
    table = tmp_path / "presse.csv"
    bad = SetAside(str(table), "cut short")
    found: list[Article | SetAside] = [
        Article(name="a", text="Kari Moen part pour Oslo.", path=str(table)),
        bad,
    ]
    with open_record(tmp_path / "r.db", write=True) as record:
        for _ in range(2):
            read_found(record, found, Tally())
            assert find_set_aside(record) == [bad]
        read_found(record, found[:1], Tally())
        assert find_set_aside(record) == []


def test_an_article_that_breaks_a_rule_stops_no_other(
    press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def fragile(document: Document) -> object:
        if document.article.name == "report":
            raise KeyError("entry")  # as a rule of ours that is broken would
        return extract_claims(document)

    monkeypatch.setattr("dragoman.analysis.extract_claims", fragile)
    with open_record(tmp_path / "r.db", write=True) as record:
        tally = read_paths(record, [press])
        assert tally.read == 2
        assert "KeyError" in tally.aside[0].reason
    monkeypatch.undo()
    with open_record(tmp_path / "r.db", write=True) as record:
        tally = read_paths(record, [press])
        assert (tally.read, tally.known) == (1, 2)
        assert find_set_aside(record) == []


def test_a_dragoman_that_is_not_whole_says_so(
    press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(document: Document) -> object:
        raise LexiconError(f"lexicon x.yaml: missing ({document.article.name})")

    monkeypatch.setattr("dragoman.analysis.extract_claims", broken)
    with pytest.raises(SystemExit) as left:
        main(["read", str(press), "--record", str(tmp_path / "r.db")])
    assert left.value.code == 2
    assert "x.yaml" in capsys.readouterr().err


def test_an_interruption_leaves_what_was_read(
    press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "r.db"
    written: list[str] = []

    def impatient(record: Record, document: Document, claims: list[Claim]) -> None:
        if len(written) == 2:
            raise KeyboardInterrupt
        write_article(record, document, claims)
        written.append(document.article.name)

    monkeypatch.setattr("dragoman.pipeline.write_article", impatient)
    with pytest.raises(SystemExit) as left:
        main(["read", str(press), "--record", str(file)])
    assert left.value.code == 130
    assert "Interrompu" in capsys.readouterr().err
    with open_record(file) as record:
        assert sorted(a.name for a in find_articles(record)) == sorted(written)
        assert is_story_stale(record)
    monkeypatch.undo()
    with pytest.raises(SystemExit) as left:
        main(["read", str(press), "--record", str(file)])
    assert not left.value.code
    assert "lus : 1 · déjà connus : 2 · écartés : 0" in capsys.readouterr().out


def test_annotating_gives_the_layers_and_no_record(
    press: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(["annotate", str(press), "--date", "2021"])
    assert not left.value.code
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    expected = [to_layers(d, c) for d, c in annotate_paths([press], date="2021")]
    assert lines == expected
    assert [line["article"]["id"] for line in lines] == ["annonce", "report", "tenue"]
    assert list(tmp_path.iterdir()) == []


def test_a_tally_begins_at_nothing() -> None:
    assert Tally() == Tally(read=0, known=0, aside=[])


def test_reading_what_is_known_loads_no_parser(record_file: Path, press: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from dragoman.pipeline import read_paths; "
        "from dragoman.record import open_record; "
        "tally = read_paths(open_record(sys.argv[1], write=True), [Path(sys.argv[2])], date='2021'); "
        "print(tally.known, 'spacy' in sys.modules)"
    )
    words = [sys.executable, "-c", code, str(record_file), str(press)]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout.split() == ["3", "False"]
