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
from dragoman.resolve.stands import SUBJECT, Door, Stand, find_stands
from dragoman.resolve.subjects import issue_of
from dragoman.resolve.tellings import Tellings, stems

# Which doors stand against each other: a shift is a move from one to the other of a pair.
PAIRS = ((Door.OPEN, Door.SHUT), (Door.ASKED, Door.DROPPED), (Door.BLAMED, Door.DEAL))
# A turn that is told by implication lies at most so many days after the stand before.
RECENT = 240
# Fewer days than this on both sides of a turn, where the stand turns back right after: it wavers, it does not shift.
STEADY = 2
# Two judgements are of one matter where they share so many words.
JUDGED = 2
Key = tuple[str, str, str]


@dataclass(slots=True)
class Run:
    """Successive days on which a stand was the same: its first and last."""

    door: Door
    first: Stand
    last: Stand
    days: int = 1


def find_shifts(tellings: Tellings) -> tuple[Shift, ...]:
    """For each party, issue and side addressed, the days on which the stand turned.

    A day on which a party both opens and shuts the door tells nothing, and is passed over.
    """
    out = []
    stands = _stands(tellings)
    for key in sorted(stands):
        for pair in PAIRS:
            out += list(_turns(tellings, key, stands[key], pair))
    return tuple(dict.fromkeys(out))


def _turns(
    tellings: Tellings, key: Key, by_day: dict[str, list[Stand]], pair: tuple[Door, Door]
) -> Iterator[Shift]:
    runs: list[Run] = []
    for _, told in sorted(by_day.items(), key=lambda x: bounds(x[0])):
        stands = [s for s in told if s.door in pair]
        if not stands or len({s.door for s in stands}) > 1:
            continue
        if runs and runs[-1].door == stands[0].door:
            runs[-1].last, runs[-1].days = stands[-1], runs[-1].days + 1
        else:
            runs.append(Run(stands[0].door, stands[0], stands[-1]))
    party, issue, _ = key
    for before, after in pairwise(runs):
        wavers = max(before.days, after.days) < STEADY and len(runs) > 2
        if wavers or after.door in (Door.ASKED, Door.BLAMED):
            continue
        for a, b in ((before.last, after.first), (before.first, after.first)):
            if _apart(tellings, a.position, b.position) and _same_matter(tellings, a, b):
                yield Shift(party, issue, a.position.id, b.position.id)
                break


def find_shift_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's positions that take a stand, under the party and each issue."""
    day = tellings.day(article)
    for p in tellings.positions_of(article) if day else ():
        party = tellings.cast.side(p.party) or p.party
        keys = sorted({f"shifts|{party}|{s.issue}" for s in find_stands(tellings, p)})
        if keys:
            yield Lead("shifts", tuple(keys), article, day, p.start, tellings.id_of(p))


def _stands(tellings: Tellings) -> dict[Key, dict[str, list[Stand]]]:
    """(party, issue, side addressed) → day → stands; what addresses nobody goes with what is addressed most."""
    cast = tellings.cast
    told: list[tuple[str, list[str], Stand]] = []
    addressed: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for p in tellings.positions:
        if not tellings.day(p.article) or not tellings.is_by_now(p.article):
            continue
        party = cast.side(p.party) or p.party
        toward = sorted(cast.sides(p.toward) - {party})
        for stand in find_stands(tellings, p):
            addressed[party, stand.issue].update(toward)
            told.append((party, toward, stand))
    out: dict[Key, dict[str, list[Stand]]] = defaultdict(lambda: defaultdict(list))
    for party, toward, stand in told:
        tally = addressed[party, stand.issue]
        most = [min(tally, key=lambda s: (-tally[s], s))] if tally else [""]
        for side in toward or most:
            out[party, stand.issue, side][tellings.day(stand.position.article) or ""].append(stand)
    return out


def _apart(tellings: Tellings, before: Position, after: Position) -> bool:
    a, b = tellings.day_bounds(before.article), tellings.day_bounds(after.article)
    return a is not None and b is not None and a[1] < b[0]


def _same_matter(tellings: Tellings, before: Stand, after: Stand) -> bool:
    """Whether both address the same side in words of their own that they share: an issue is wide.

    Praise and blame of the same side must share more, for they may be of two matters. What is asked no longer, or
    asked for with something in return, need not name whom: the words that point to the issue are shared.
    """
    a, b = before.position, after.position
    if not all(_own_voice(tellings, p) for p in (a, b)):
        return False
    addressed = bool(tellings.cast.sides(a.toward) & tellings.cast.sides(b.toward))
    if before.implied or after.implied:
        recent = _gap(tellings, a, b) <= RECENT and not any(_is_of_another(tellings, s) for s in (a, b))
        if Door.SHUT in (
            before.door,
            after.door,
        ):  # somebody is to leave the table at which talks were offered
            return recent and addressed
        return recent and all(_points(tellings, s) for s in (before, after))
    if not addressed:
        return False
    names = stems(" ".join((*a.toward, *b.toward, a.party, b.party)))
    shared = (stems(tellings.surface(a)) & stems(tellings.surface(b))) - names
    judged = not {a.stance, b.stance}.isdisjoint({"support", "opposition"})
    return len(shared) >= (JUDGED if judged else 1)


def _gap(tellings: Tellings, before: Position, after: Position) -> int:
    a, b = tellings.day_bounds(before.article), tellings.day_bounds(after.article)
    return (b[0] - a[1]).days if a and b else RECENT + 1


def _is_of_another(tellings: Tellings, position: Position) -> bool:
    """Whether the same words are more surely the stand of another party."""
    return any(
        p.span == position.span and p.party != position.party and p.confidence > position.confidence
        for p in tellings.positions_of(position.article)
    )


def _points(tellings: Tellings, stand: Stand) -> bool:
    """Whether words of the position point to the issue, or those that it begins with."""
    text = tellings.surface(stand.position)
    return stand.issue in (issue_of(text), issue_of(text[:SUBJECT]))


def _own_voice(tellings: Tellings, position: Position) -> bool:
    """Whether who binds the party is the party, or somebody who speaks for it: "des députés" do not."""
    by = position.by
    if by is None or by == position.party:
        return True
    return not (by[:1].islower() and tellings.cast.kind(by) == "group")
