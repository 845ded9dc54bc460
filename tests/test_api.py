"""The public face is pinned: a name comes or goes only when this test is changed with it."""

from __future__ import annotations

import subprocess
import sys

import dragoman

NAMES = [
    "Article", "DragomanError", "Event", "MeetingReport", "Position", "Scope", "Statement", "__version__",
    "annotate_paths", "find_claims", "open_record", "read_paths", "tell_story",
]  # fmt: skip


def test_the_public_names_are_these() -> None:
    assert dragoman.__all__ == NAMES
    assert dir(dragoman) == sorted(NAMES)


def test_every_name_is_there_with_its_docstring() -> None:
    for name in NAMES:
        told = getattr(dragoman, name)
        assert name == "__version__" or told.__doc__, name


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(dragoman, "nothing")


def test_importing_the_package_loads_no_parser() -> None:
    code = "import sys, dragoman; dragoman.find_claims; print('spacy' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"
