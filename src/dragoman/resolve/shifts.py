"""A party's stand on an issue that changed from one day to another.

Corée du Nord on format: an offer to meet in January, a refusal in April → a shift.
"""

from __future__ import annotations

from collections import defaultdict

from dragoman.model.edtf import bounds
from dragoman.model.positions import Position, Shift
from dragoman.resolve.tellings import Tellings

# Stances that open the door and stances that shut it: a shift is a move from one group to the other.
OPEN = frozenset({"offer", "commitment", "concession", "support"})
SHUT = frozenset({"refusal", "opposition", "threat"})


def find_shifts(tellings: Tellings) -> tuple[Shift, ...]:
    """For each party and issue, the successive days on which its stand turned.

    A day on which a party both opens and shuts the door tells nothing, and is passed over.
    """
    days: dict[tuple[str, str], dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for p in tellings.positions:
        day = tellings.day(p.article)
        if p.issue != "other" and p.stance in OPEN | SHUT and day:
            days[tellings.cast.side(p.party) or p.party, p.issue][day].append(p)
    out = []
    for (party, issue), by_day in sorted(days.items()):
        before: Position | None = None
        for _, positions in sorted(by_day.items(), key=lambda x: bounds(x[0])):
            if len({p.stance in OPEN for p in positions}) > 1:
                continue
            after = positions[0]
            if (
                before
                and (before.stance in OPEN) != (after.stance in OPEN)
                and _apart(tellings, before, after)
            ):
                out.append(Shift(party, issue, before.id, after.id))
            before = positions[-1]
    return tuple(out)


def _apart(tellings: Tellings, before: Position, after: Position) -> bool:
    a, b = tellings.day_bounds(before.article), tellings.day_bounds(after.article)
    return bool(a and b) and a[1] < b[0]  # type: ignore[index]
