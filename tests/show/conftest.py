"""A small record on a made-up negotiation, written by hand, and the command line run on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.record.samples import sample

from dragoman.gather import refresh_story
from dragoman.record import open_record, write_article
from dragoman.show.cli import main


class Answer(NamedTuple):
    """What a command wrote, and its exit code."""

    code: int
    out: str
    err: str


Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def record_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("record") / "oslo.db"
    with open_record(file, write=True) as record:
        for name, day in (("un", "2021-03-05"), ("deux", "2021-03-20"), ("sans", None)):
            write_article(record, *sample(name, day))
        refresh_story(record)
    return file


@pytest.fixture
def ask(
    record_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """ask("statements", "--json") → what `dragoman statements --json` answers about the small record."""
    monkeypatch.setenv("DRAGOMAN_RECORD", str(record_file))
    monkeypatch.setenv("DRAGOMAN_LANG", "")
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str) -> Answer:
        with pytest.raises(SystemExit) as left:
            main(list(words))
        told = capsys.readouterr()
        code = left.value.code
        return Answer(code if isinstance(code, int) else 0 if code is None else 1, told.out, told.err)

    return run
