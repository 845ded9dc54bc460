"""How much there is to read, before reading it.

["presse/"] → 412, the number of its files that hold articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.read.files import Found, find_files


def count_files(paths: Sequence[Path]) -> int:
    """The number of files to read under `paths`; nothing is opened but folders."""
    return sum(isinstance(found, Found) for found in find_files(paths))
