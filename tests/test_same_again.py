"""The same articles give the same claims in every process: nothing hangs on the order of a set."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "hanoi"


def annotated(seed: str) -> bytes:
    """What `dragoman annotate` prints for three dispatches under one hash seed."""
    files = [str(p) for p in sorted(EXAMPLES.glob("*.txt"))[8:11]]
    command = [sys.executable, "-m", "dragoman", "annotate", *files]
    return subprocess.run(
        command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
    ).stdout


def test_the_hash_seed_changes_no_claim() -> None:
    first = annotated("1")
    assert first.count(b"\n") == 3
    assert annotated("2") == first
