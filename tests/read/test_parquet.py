"""Parquet: rows are those of any table; what is damaged, or cannot be read without pyarrow, says so."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.read.exporting import LAST, LEAD, written

from dragoman.model.articles import Article, SetAside
from dragoman.read import read_articles

pyarrow: Any = pytest.importorskip("pyarrow")
files: Any = pytest.importorskip("pyarrow.parquet")


def table(path: Path, rows: Any) -> Path:
    files.write_table(pyarrow.Table.from_pylist(rows), path)
    return path


def test_a_row_is_an_article(tmp_path: Path) -> None:
    rows = [
        {
            "titre": "Klow attend",
            "texte": LEAD,
            "date": dt.date(2021, 5, 3),
            "agence": ["AFP", "KCNA"],
            "n": 4,
        },
        {"titre": None, "texte": LAST, "date": None, "agence": [], "n": 5},
        {"titre": "Rien", "texte": None, "date": None, "agence": None, "n": 6},
    ]
    first, second, none = read_articles([table(tmp_path / "presse.parquet", rows)])
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.name, first.title, first.published) == ("presse-1", "Klow attend", "2021-05-03")
    assert first.text == f"Klow attend\n\n{LEAD}"
    assert first.agency == ("AFP", "KCNA")
    assert (second.name, second.text, second.published) == ("presse-2", LAST, None)
    assert none == SetAside(f"{tmp_path / 'presse.parquet'}#3", "a row without text")


def test_moments_and_bytes(tmp_path: Path) -> None:
    moment = dt.datetime(2021, 5, 3, 10, 15)
    (article,) = read_articles([table(tmp_path / "p.parquet", [{"text": LEAD.encode(), "date": moment}])])
    assert isinstance(article, Article)
    assert (article.text, article.published) == (LEAD, "2021-05-03T10:15:00")


def test_columns_of_other_names(tmp_path: Path) -> None:
    path = table(tmp_path / "p.parquet", [{"corps_brut": LEAD}])
    (aside,) = read_articles([path])
    assert isinstance(aside, SetAside) and "name it with --map text=COLUMN" in aside.reason
    (article,) = read_articles([path], columns={"text": "corps_brut"})
    assert isinstance(article, Article) and article.text == LEAD


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" + bytes(200) + b"PAR1", b"texte;date\n"])
def test_a_damaged_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (aside,) = read_articles([written(tmp_path, "p.parquet", content)])
    assert isinstance(aside, SetAside) and aside.reason.endswith("write it again")


def test_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "p.parquet"
    files.write_table(pyarrow.table({"text": pyarrow.array([], pyarrow.string())}), path)
    assert list(read_articles([path])) == [SetAside(str(path), "empty: there is no article in it")]


def test_without_pyarrow_the_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path / "p.parquet", [{"text": LEAD}])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (aside,) = read_articles([path])
    assert isinstance(aside, SetAside) and 'pip install -e ".[parquet]"' in aside.reason
