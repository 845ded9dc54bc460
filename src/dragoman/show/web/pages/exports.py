"""Export this view: every format, with the file and its manifest for what the address asks for."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.show.export import FORMATS
from dragoman.show.web.sieves import sift
from dragoman.show.web.views import View


@dataclass(frozen=True, slots=True)
class FormatLine:
    """A format: `files` pairs a table (None for the whole) with the addresses of its file and its manifest."""

    name: str
    files: tuple[tuple[str | None, str, str], ...]


@dataclass(frozen=True, slots=True)
class ExportsPage:
    """`counts` tells how much the view holds: articles, statements, events, positions, meetings."""

    formats: tuple[FormatLine, ...]
    counts: dict[str, int]


def gather(view: View) -> ExportsPage:
    """The page."""
    held = sift(view)
    lines = []
    for name, told in FORMATS.items():
        tables = (None, *told.tables) if told.one or name == "iramuteq" else (None,)
        lines.append(
            FormatLine(
                name,
                tuple(
                    (
                        table,
                        view.asked.here(f"/export/{name}", table=table),
                        view.asked.here(f"/export/{name}.manifest", table=table),
                    )
                    for table in tables
                ),
            )
        )
    return ExportsPage(
        tuple(lines),
        {
            "articles": len(held.articles), "statements": len(held.statements), "events": len(held.events),
            "positions": len(held.positions), "meetings": len(held.meetings),
        },
    )  # fmt: skip
