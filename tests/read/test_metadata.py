"""metadata.csv: what it tells of each file, its faults, and which date wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.model.articles import Article, SetAside
from dragoman.model.errors import DateError
from dragoman.read import read_articles

STORY = "La ministre a reçu hier ses homologues à Genève. Aucun calendrier n'a été arrêté pour la suite."


def read(*paths: Path, date: str | None = None) -> tuple[list[Article], list[SetAside]]:
    found = list(read_articles(paths, date=date))
    return [a for a in found if isinstance(a, Article)], [a for a in found if isinstance(a, SetAside)]


def folder(tmp_path: Path, table: str, codec: str = "utf-8") -> Path:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "metadata.csv").write_bytes(table.encode(codec))
    return tmp_path


def test_metadata_applies_to_its_files(tmp_path: Path) -> None:
    table = "file,date,outlet,agency,title,url,author\n"
    table += "a.txt,2021-05-03,Le Courrier,AFP;ATS,La paix,http://x.fr,J. Morel\n"
    (a, b), aside = read(folder(tmp_path, table))
    assert (a.published, a.outlet, a.agency) == ("2021-05-03", "Le Courrier", ("AFP", "ATS"))
    assert (a.title, a.url, a.author) == ("La paix", "http://x.fr", "J. Morel")
    assert b.published is None and aside == []


@pytest.mark.parametrize("codec", ["utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_french_columns_and_separators(tmp_path: Path, separator: str, codec: str) -> None:
    rows = [["Fichier", "Date", "Média", "Titre"], ["a.txt", "2021-05", "La Dépêche", "L'été"]]
    (a, _), aside = read(folder(tmp_path, "\r\n".join(separator.join(r) for r in rows), codec))
    assert (a.published, a.outlet, a.title) == ("2021-05", "La Dépêche", "L'été") and aside == []


def test_metadata_of_a_file_named_alone_and_of_a_subfolder(tmp_path: Path) -> None:
    folder(tmp_path, "file,date\na.txt,2021-05-03\nsous/c.txt,2021-06\n")
    assert "no file 'sous/c.txt'" in read(tmp_path)[1][0].reason
    (tmp_path / "sous").mkdir()
    (tmp_path / "sous" / "c.txt").write_text(STORY, encoding="utf-8")
    assert [a.published for a in read(tmp_path)[0]] == ["2021-05-03", None, "2021-06"]
    assert read(tmp_path / "a.txt")[0][0].published == "2021-05-03"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("file,date\na.txt,03/05/2021\n", "line 2: '03/05/2021' is no EDTF date"),
        ("file,date\na.txt,2021-02-30\n", "line 2: '2021-02-30' is no date of the calendar"),
        ("file,date\na.txt,2021\nz.txt,2021\n", "line 3: there is no file 'z.txt'"),
        ("file,date\n,2021\n", "line 2: no file named"),
        ("file,date\na.txt,2021\na.txt,2022\n", "line 3: 'a.txt' already has a line"),
        ("nom du texte,jour\na.txt,2021\n", "line 1: no column 'file'"),
        ("file,date\na\0.txt,2021\n", "NUL"),
    ],
)
def test_a_fault_of_the_table_names_file_line_and_remedy(tmp_path: Path, table: str, told: str) -> None:
    articles, aside = read(folder(tmp_path, table))
    assert [a.name for a in articles] == ["a", "b"]
    assert len(aside) == 1 and told in aside[0].reason
    assert aside[0].path == str(tmp_path / "metadata.csv")


def test_which_date_wins(tmp_path: Path) -> None:
    page = f'<meta property="article:published_time" content="2020-01-01T10:00"><h1>Titre</h1><p>{STORY}</p>'
    folder(tmp_path, "file,date\na.txt,2021-05-03\nd.html,2019\n")
    for name in ("c.html", "d.html"):
        (tmp_path / name).write_text(page, encoding="utf-8")
    assert [a.published for a in read(tmp_path)[0]] == ["2021-05-03", None, "2020-01-01T10:00:00", "2019"]
    assert [a.published for a in read(tmp_path, date="2022")[0]] == [
        "2021-05-03",
        "2022",
        "2020-01-01T10:00:00",
        "2019",
    ]


def test_a_wrong_date_option_is_told_at_once() -> None:
    with pytest.raises(DateError):
        read_articles([], date="hier")
