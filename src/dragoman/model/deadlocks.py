"""What each side asks before it does what the other asks: conditions, free moves, exchanges, circles.

Pyongyang gives up Yongbyon if sanctions are eased; Washington eases sanctions if Yongbyon goes → an impasse.
"""

from __future__ import annotations

from dataclasses import dataclass

DEADLOCK_KINDS = ("free", "blocked", "exchange", "circle")
DEADLOCK_ORDER = ("circle", "exchange", "blocked", "free")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One arc of the graph: `party` would make a move on `issue` once `of` (None: anybody) moves on `wants`.

    `claim` is the position's id, `says` its words and `condition` those of what it waits for; `on` is the day of
    its article. `met` is the id of the claim by which the other offers just that, None where nobody does.
    """

    claim: str
    party: str
    issue: str
    wants: str | None
    of: str | None
    says: str
    condition: str | None
    on: str | None
    met: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlock:
    """`kind`: free (a move offered without condition), blocked (it waits for a move that nobody offers),
    exchange (each side's stated terms are met by what the other would do), circle (each waits for the other to
    go first)."""

    id: str
    kind: str
    parties: tuple[str, ...]
    arcs: tuple[Condition, ...]
