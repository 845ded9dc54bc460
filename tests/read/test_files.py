"""Files and folders: what comes and in which order; each way to fail tells its remedy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.model.articles import Article, SetAside
from dragoman.read import read_articles

STORY = "La ministre a reçu hier ses homologues à Genève. Aucun calendrier n'a été arrêté pour la suite."


def read(*paths: Path, date: str | None = None) -> tuple[list[Article], list[SetAside]]:
    found = list(read_articles(paths, date=date))
    return [a for a in found if isinstance(a, Article)], [a for a in found if isinstance(a, SetAside)]


def one_aside(path: Path) -> str:
    articles, aside = read(path)
    assert not articles and len(aside) == 1 and aside[0].path == str(path)
    return aside[0].reason


def test_folders_are_walked_in_order_and_hidden_files_skipped(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in (
        "c.txt",
        "a.txt",
        "b/d.txt",
        ".x.txt",
        ".git/e.txt",
        "README.md",
        "metadata.csv",
        "README.txt",
    ):
        (tmp_path / name).write_text("file,date\n" if name.endswith("csv") else STORY, encoding="utf-8")
    articles, aside = read(tmp_path)
    assert [a.name for a in articles] == ["a", "d", "c"] and aside == []


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    assert len(read(path, tmp_path, path)[0]) == 1


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    articles, aside = read(tmp_path)
    assert len(articles) == 1 and ["nowhere" in a.reason for a in aside] == [True]


def test_unknown_formats_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_bytes(b"?")
    assert "unknown format '.xyz': known are .txt" in one_aside(tmp_path / "a.xyz")
    assert len(read(tmp_path)[1]) == 1
    (tmp_path / "README.md").write_text("x")
    assert "unknown format '.md'" in one_aside(tmp_path / "README.md")  # named, so told


def test_a_path_that_is_not_there() -> None:
    assert "no such file" in one_aside(Path("nulle/part.txt"))
    assert read(Path("a\0b.txt"))[1] or read(Path("a\0b.txt")) == ([], [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_no_permission(tmp_path: Path) -> None:  # pragma: no cover
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    path.chmod(0)
    assert "permissions" in one_aside(path)


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")

    def refuse(_: Path, mode: str) -> bytes:  # noqa: ARG001
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert one_aside(path) == "cannot be read (Permission denied): check its permissions"


def test_the_batch_goes_on_after_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0\1\2")
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    articles, aside = read(tmp_path)
    assert len(articles) == len(aside) == 1
