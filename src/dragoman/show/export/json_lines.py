"""JSON Lines: one row a line, each with the name of its table, lists as lists.

{"table": "statements", "id": "s3f…", "speaker": "Donald Trump", "quote": "…", "url": "…"}
"""

from __future__ import annotations

import json

from dragoman.show.export.tables import make_tables
from dragoman.show.selections import Selection

LISTS = frozenset(
    {
        "relayed_by",
        "actors",
        "recipients",
        "toward",
        "participants",
        "life",
        "roles",
        "aliases",
        "agency",
        "parties",
    }
)


def write(selection: Selection, table: str | None = None) -> bytes:
    """All tables one after the other, or one."""
    lines = []
    for name, told in make_tables(selection).items():
        if table in (None, name):
            lists = LISTS - ({"actors"} if name == "actors" else set())
            for record in told.records():
                row: dict[str, object] = {"table": name}
                for key, value in record.items():
                    row[key] = [v for v in str(value or "").split("; ") if v] if key in lists else value
                lines.append(json.dumps(row, ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines).encode()
