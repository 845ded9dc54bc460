"""The filters of all screens laid over a selection, for "export this view".

"/export/csv?speaker=Donald Trump&issue=sanctions" → his statements, the positions on sanctions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.record import Told, search_statements
from dragoman.show.selections import Selection
from dragoman.show.web.pages.statements import issues_of
from dragoman.show.web.views import View

FILTERS = ("q", "speaker", "type", "kind", "status", "issue", "stance", "party", "outlet")


def sift(view: View) -> Selection:
    """What the address asks for, filters of every screen and all."""
    asked, held = view.asked, view.selection
    wanted = {name: value for name in FILTERS if (value := asked.get(name))}
    if not wanted:
        return held
    issues = issues_of(held) if "issue" in wanted else {}
    found = None
    if "q" in wanted:
        with view.open() as record:
            found = search_statements(record, wanted["q"])

    def keeps(noun: Any, *names: str) -> bool:
        return all(getattr(noun, n) == wanted[n] for n in names if n in wanted)

    def printed(told: Told[Any]) -> bool:
        return wanted.get("outlet") in (None, told.article.outlet)

    return replace(
        held,
        statements=tuple(
            t
            for t in held.statements
            if printed(t)
            and keeps(t.claim, "speaker", "kind")
            and (found is None or t.claim.id in found)
            and ("issue" not in wanted or wanted["issue"] in issues.get(t.claim.id, ()))
        ),
        events=tuple(t for t in held.events if printed(t) and keeps(t.claim, "type", "status")),
        positions=tuple(
            t for t in held.positions if printed(t) and keeps(t.claim, "party", "issue", "stance")
        ),
        story=replace(
            held.story,
            meetings=tuple(m for m in held.meetings if keeps(m, "kind", "status")),
            disputes=tuple(d for d in held.disputes if keeps(d, "kind")),
        ),
    )
