"""The application over the small record, asked as a browser on this machine would."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="needs dragoman[web]")
pytest.importorskip("httpx", reason="needs dragoman[web]")


@pytest.fixture
def served(record_file: Path, tmp_path: Path) -> Path:
    """A copy of the small record that a test may change."""
    copy = tmp_path / "oslo.db"
    for end in ("", "-wal", "-shm"):
        source = record_file.with_name(record_file.name + end)
        if source.exists():
            shutil.copy(source, copy.with_name(copy.name + end))
    return copy


def browse(app: Any, address: str = "http://127.0.0.1:8417") -> Any:
    """A client of the application; starlette would rather have another library than httpx beneath it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from starlette.testclient import TestClient
    return TestClient(app, base_url=address)


@pytest.fixture
def client(served: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A browser that has it open, in French."""
    monkeypatch.setenv("DRAGOMAN_LANG", "")
    from dragoman.show.web.application import build_application

    with browse(build_application(served)) as opened:
        yield opened
