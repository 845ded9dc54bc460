"""A party's stand on an issue that changed from one day to another.

Corée du Nord on format, towards the United States: an offer to meet in January, a refusal in April → a shift.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model.edtf import bounds
from dragoman.model.positions import Position, Shift
from dragoman.resolve.leads import Lead
from dragoman.resolve.tellings import Tellings, stems

# Stances that open the door and stances that shut it: a shift is a move from one group to the other.
OPEN = frozenset({"offer", "commitment", "concession", "support"})
SHUT = frozenset({"refusal", "opposition", "threat"})
# Fewer days than this on both sides of a turn, where the stand turns back right after: it wavers, it does not shift.
STEADY = 2
# Two judgements are of one matter where they share so many words.
JUDGED = 2


@dataclass(slots=True)
class Run:
    """Successive days on which a stand was the same: its first and last position."""

    opens: bool
    first: Position
    last: Position
    days: int = 1


def find_shifts(tellings: Tellings) -> tuple[Shift, ...]:
    """For each party, issue and side addressed, the days on which the stand turned.

    A day on which a party both opens and shuts the door tells nothing, and is passed over.
    """
    out = []
    for (party, issue, _), by_day in sorted(_stands(tellings).items()):
        runs: list[Run] = []
        for _, positions in sorted(by_day.items(), key=lambda x: bounds(x[0])):
            opens = positions[0].stance in OPEN
            if any((p.stance in OPEN) != opens for p in positions):
                continue
            if runs and runs[-1].opens == opens:
                runs[-1].last, runs[-1].days = positions[-1], runs[-1].days + 1
            else:
                runs.append(Run(opens, positions[0], positions[-1]))
        for before, after in pairwise(runs):
            wavers = max(before.days, after.days) < STEADY and len(runs) > 2
            if (
                not wavers
                and _apart(tellings, before.last, after.first)
                and _same_matter(tellings, before, after)
            ):
                out.append(Shift(party, issue, before.last.id, after.first.id))
    return tuple(dict.fromkeys(out))


def find_shift_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's positions that open or shut a door, under the party and the issue."""
    day = tellings.day(article)
    for p in tellings.positions_of(article):
        if day and p.issue != "other" and p.stance in OPEN | SHUT:
            key = f"shifts|{tellings.cast.side(p.party) or p.party}|{p.issue}"
            yield Lead("shifts", (key,), article, day, p.start, tellings.id_of(p))


def _stands(tellings: Tellings) -> dict[tuple[str, str, str], dict[str, list[Position]]]:
    """(party, issue, side addressed) → day → positions; what addresses nobody goes with what is addressed most."""
    cast = tellings.cast
    told: list[tuple[str, str, list[str], Position]] = []
    addressed: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for p in tellings.positions:
        if p.issue == "other" or p.stance not in OPEN | SHUT or not tellings.day(p.article):
            continue
        if not tellings.is_by_now(p.article):
            continue
        party = cast.side(p.party) or p.party
        toward = sorted(cast.sides(p.toward) - {party})
        addressed[party, p.issue].update(toward)
        told.append((party, p.issue, toward, p))
    out: dict[tuple[str, str, str], dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for party, issue, toward, p in told:
        tally = addressed[party, issue]
        most = [min(tally, key=lambda s: (-tally[s], s))] if tally else [""]
        for side in toward or most:
            out[party, issue, side][tellings.day(p.article) or ""].append(p)
    return out


def _apart(tellings: Tellings, before: Position, after: Position) -> bool:
    a, b = tellings.day_bounds(before.article), tellings.day_bounds(after.article)
    return a is not None and b is not None and a[1] < b[0]


def _same_matter(tellings: Tellings, before: Run, after: Run) -> bool:
    """Whether both address the same side in words of their own that they share: an issue is wide.

    Praise and blame of the same side must share more, for they may be of two matters.
    """
    a, b = before.last, after.first
    cast = tellings.cast
    if not all(_own_voice(tellings, p) for p in (a, b)) or not cast.sides(a.toward) & cast.sides(b.toward):
        return False
    names = stems(" ".join((*a.toward, *b.toward, a.party, b.party)))
    shared = (stems(tellings.surface(a)) & stems(tellings.surface(b))) - names
    judged = not {a.stance, b.stance}.isdisjoint({"support", "opposition"})
    return len(shared) >= (JUDGED if judged else 1)


def _own_voice(tellings: Tellings, position: Position) -> bool:
    """Whether who binds the party is the party, or somebody who speaks for it: "des députés" do not."""
    by = position.by
    if by is None or by == position.party:
        return True
    return not (by[:1].islower() and tellings.cast.kind(by) == "group")
