"""Every `dragoman` command of the tutorial is one that the command line takes: its name, its options, its arguments."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from dragoman.show.cli.app import build

ROOT = Path(__file__).parent.parent
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (dragoman .+)$", TUTORIAL, re.M)


def test_the_tutorial_shows_the_walk() -> None:
    shown = {command.split()[1] for command in COMMANDS}
    assert {"read", "brief", "statements", "disputes", "expectations", "explain", "dossier"} <= shown


@pytest.mark.parametrize("line", COMMANDS)
def test_the_command_line_takes_it(line: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    _, name, *words = shlex.split(line)
    words = [str(tmp_path / word) if word.endswith((".db", ".html")) else word for word in words]
    words = [str(ROOT / "examples" / "hanoi") if word == "presse" else word for word in words]
    command = build().commands[name]
    command.make_context(name, words).close()


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http)([^)#]+)\)", TUTORIAL))
def test_its_links_lead_somewhere(link: str) -> None:
    assert (ROOT / "docs" / link).exists()
