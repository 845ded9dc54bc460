"""Text files: the encodings, and what is no text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.articles import Article, SetAside
from dragoman.read import read_articles
from dragoman.read.text import LARGEST, decode_text

STORY = "La ministre a reçu hier ses homologues à Genève. Aucun calendrier n'a été arrêté pour la suite."


def read(*paths: Path, date: str | None = None) -> tuple[list[Article], list[SetAside]]:
    found = list(read_articles(paths, date=date))
    return [a for a in found if isinstance(a, Article)], [a for a in found if isinstance(a, SetAside)]


def one_aside(path: Path) -> str:
    articles, aside = read(path)
    assert not articles and len(aside) == 1 and aside[0].path == str(path)
    return aside[0].reason


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"« {STORY} » – l’accord\r\n".encode(codec))
    (article,), _ = read(path)
    assert article.text == f"« {STORY} » – l’accord\r\n"
    assert article.path == str(path) and article.name == "a"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"  \r\n \xc2\xa0\n", "empty"),
        (b"abc\0def", "NUL"),
        (b"\x01\x02\x03\x04" * 20, "control"),
    ],
)
def test_no_text(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert told in one_aside(tmp_path / "a.txt")


def test_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as f:
        f.truncate(LARGEST + 2**20)
    assert "over 20 MB: split it" in one_aside(tmp_path / "a.txt")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_a_reason(content: bytes) -> None:
    try:
        assert decode_text(content)
    except ValueError as e:
        assert ": " in str(e)
