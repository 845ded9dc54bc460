"""A record as text, to compare two of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def rows(file: Path) -> list[str]:
    """All rows of a record, without the time of the reading."""
    db = sqlite3.connect(file)
    try:
        db.execute("UPDATE articles SET read_at = ''")
        db.execute("UPDATE set_aside SET seen_at = ''")
        return list(db.iterdump())
    finally:
        db.close()
