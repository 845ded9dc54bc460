"""CAMEO event table: source, target, code, one line for each pair; what did not happen is left out.

"Pyongyang a exigé…" → 2019-02-28, PRK, USA, 100, quad 3. The map is lexicon/cameo.csv.
"""

from __future__ import annotations

from itertools import product

from dragoman.show.export.codes import cameo_of, quad_of, state_code
from dragoman.show.export.lines import tab_separated
from dragoman.show.selections import Selection

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Country", "CAMEO Code", "CAMEO Root", "Quad Class",
    "Target Name", "Target Country", "Placename", "Publisher", "Source URL", "Quote", "Event Text",
)  # fmt: skip


def write(selection: Selection, table: str | None = None) -> bytes:  # noqa: ARG001
    """Every act that took place or is planned, by pair of actor and recipient."""
    rows = []
    for told in selection.events:
        e, source = told.claim, selection.source(told)
        code = cameo_of(e)
        if code is None:
            continue
        for actor, recipient in product(e.actors or ("",), e.recipients or ("",)):
            rows.append(
                (
                    e.id, told.day, actor, state_code(selection.sides.get(actor, actor)), code, code[:2],
                    quad_of(e), recipient, state_code(selection.sides.get(recipient, recipient)), e.place,
                    source.article.outlet, source.url, source.quote, source.sentence,
                )
            )  # fmt: skip
    return tab_separated(COLUMNS, rows)
