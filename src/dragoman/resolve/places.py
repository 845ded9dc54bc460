"""Whether two place names may mean one place: "Hanoï" and "Vietnam" may, "Hanoï" and "Singapour" may not."""

from __future__ import annotations

from functools import cache

from dragoman.lexicon import load_rows
from dragoman.resolve.cast import fold


@cache
def _states() -> dict[str, str]:
    """Folded name of a state or of its capital → the state."""
    out: dict[str, str] = {}
    for row in load_rows("states"):
        name = row["name"]
        for told in (name, row.get("capital", "")):
            if told:
                out.setdefault(fold(told), fold(name))
    return out


def same_place(a: str, b: str) -> bool:
    """Whether one name may hold the other: equal, one inside the other, or a capital and its state."""
    a, b = fold(a), fold(b)
    if a == b or a in b.split() or b in a.split() or a in b or b in a:
        return True
    states = _states()
    return a in states and states.get(a) == states.get(b)
