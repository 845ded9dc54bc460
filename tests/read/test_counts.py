from __future__ import annotations

from pathlib import Path

from dragoman.read.counts import count_files


def test_what_holds_articles_is_counted_once(tmp_path: Path) -> None:
    (tmp_path / "presse").mkdir()
    for name in ("un.txt", "deux.html", "metadata.csv", "README.md"):
        (tmp_path / "presse" / name).write_text("file,date\n", encoding="utf-8")
    assert count_files([tmp_path / "presse", tmp_path / "presse" / "un.txt"]) == 2
    assert count_files([tmp_path / "none"]) == 0
