"""The engines of `dragoman read`: what each can do is told before the work; none is loaded that is not asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.show.cli import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The error that the command ends with."""
    with pytest.raises(SystemExit) as left:
        main(["--lang", "en", "read", *words])
    assert left.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["presse", "--engine", "spark"], "--engine spark: there is no such engine: ask for local, ray"),
        (["presse", "--address", "auto"], "--address auto: is for a cluster: add --engine ray"),
        (["presse", "--claims", "x"], "--claims x: is for a cluster: add --engine ray"),
        (["s3://archive/2019"], "s3://archive/2019: an object store is read on a cluster: add --engine ray"),
    ],
)
def test_what_an_engine_cannot_do_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    file = tmp_path / "r.db"
    assert told in run(capsys, *words, "--record", str(file))
    assert not file.exists()


def test_the_remedy_is_told_where_ray_is_absent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Kari Moen part pour Oslo.", encoding="utf-8")
    for absent in ("ray", "pyarrow.fs"):
        monkeypatch.setitem(sys.modules, absent, None)
        told = run(capsys, str(tmp_path / "a.txt"), "--engine", "ray", "--record", str(tmp_path / "r.db"))
        assert 'pip install -e ".[cluster]"' in told


def test_the_help_loads_no_engine() -> None:
    code = (
        "import sys\nfrom dragoman.show.cli import main\n"
        "try:\n    main(['read', '--help'])\nexcept SystemExit:\n    pass\n"
        "print({'ray', 'pyarrow', 'spacy'} & set(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "set()"
    assert "--engine" in out
