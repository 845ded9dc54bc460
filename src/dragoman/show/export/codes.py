"""Codes that event data share: quad classes, CAMEO numbers, ISO letters of states.

cameo_of(Event(type="RETREAT", mode="ceasefire", status="occurred")) → "0871"; where planned, "035".
"""

from __future__ import annotations

from functools import cache

from dragoman.lexicon import load_rows
from dragoman.model.events import Event

DONE = frozenset({"occurred", "ongoing"})
TO_COME = frozenset({"planned", "proposed"})


@cache
def _map() -> dict[tuple[str, str, str], tuple[str, int]]:
    return {(r["type"], r["mode"], r["when"]): (r["cameo"], int(r["quad"])) for r in load_rows("cameo")}


def _found(event: Event) -> tuple[str, int] | None:
    when = "done" if event.status in DONE else "to_come" if event.status in TO_COME else None
    if when is None:  # CAMEO has no code for what did not happen
        return None
    for mode in (event.mode or "", ""):
        for time in (when, ""):
            if (event.type, mode, time) in _map():
                return _map()[event.type, mode, time]
    return None


def cameo_of(event: Event) -> str | None:
    """The CAMEO code; None for what did not happen or may not."""
    found = _found(event)
    return found and found[0]


def quad_of(event: Event) -> int | None:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    found = _found(event)
    return found and found[1]


@cache
def _states() -> dict[str, str]:
    return {row["name"]: row["alpha3"] for row in load_rows("states")}


def state_code(name: str | None) -> str:
    """ISO 3166 alpha-3 of a state; empty for anything else."""
    return _states().get(name or "", "")
