"""Tables of event data as their readers want them: UTF-8, tabs, one line each, a header.

("Event ID", "Event Date"), [("e1", "2019-02-28")] → two lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.show.marks import one_line


def tab_separated(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The lines; white space inside a cell is one space, an empty cell is empty."""
    lines = ["\t".join(columns)]
    lines += ["\t".join("" if v is None else one_line(str(v)) for v in row) for row in rows]
    return ("\n".join(lines) + "\n").encode()
