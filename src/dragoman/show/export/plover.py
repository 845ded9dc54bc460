"""PLOVER event table, with the columns of POLECAT where we know them: tab-separated, one line for each act.

"Pyongyang a exigé…" → REQUEST, actor PRK, recipient USA, quad 3, status occurred, with quote and address.
"""

from __future__ import annotations

from dragoman.show.export.codes import quad_of, state_code
from dragoman.show.export.lines import tab_separated
from dragoman.show.export.tables import joined
from dragoman.show.selections import Selection

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Event Status", "Contexts", "Quad Code", "Actor Name",
    "Actor Country", "Recipient Name", "Recipient Country", "Placename", "According To", "Publication Date",
    "Headline", "Publisher", "Source URL", "Quote", "Event Text", "Version",
)  # fmt: skip


def write(selection: Selection, table: str | None = None) -> bytes:  # noqa: ARG001
    """Every act, whatever its status."""
    rows = []
    for told in selection.events:
        e, source = told.claim, selection.source(told)
        quad = quad_of(e)

        def codes(names: tuple[str, ...]) -> str:
            found = (state_code(selection.sides.get(n, n)) for n in names)
            return joined(tuple(dict.fromkeys(c for c in found if c)))

        rows.append(
            (
                e.id, told.day, e.type, e.mode, e.status, joined(e.contexts), f"Q{quad}" if quad else "",
                joined(e.actors), codes(e.actors), joined(e.recipients), codes(e.recipients), e.place,
                e.according_to, source.article.published, source.article.title, source.article.outlet,
                source.url, source.quote, source.sentence, e.version,
            )
        )  # fmt: skip
    return tab_separated(COLUMNS, rows)
