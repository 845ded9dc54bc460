"""A party's stand on an issue that changed from one day to another.

Corée du Nord on format, towards the United States: an offer to meet in January, a refusal in April → a shift.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dragoman.model.edtf import bounds
from dragoman.model.positions import Position, Shift
from dragoman.model.stories import Story
from dragoman.resolve.leads import Block, Lead, in_text_order
from dragoman.resolve.stands import Door, Stand, find_stands
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


@dataclass(frozen=True, slots=True)
class Taken:
    """A position, and the stand that it takes: `toward` are the sides addressed, `words` the stems of its passage.

    `names` are the stems of the party's own name and of those addressed. `judges` where it supports or opposes, `own`
    where the party or somebody who speaks for it says so, `of_another` where the same words are more surely the stand
    of another party.
    """

    claim: str
    article: str
    party: str
    toward: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    judges: bool
    own: bool
    of_another: bool
    stand: Stand

    @property
    def door(self) -> Door:
        return self.stand.door


@dataclass(slots=True)
class Run:
    """Successive days on which a stand was the same: its first and last."""

    door: Door
    first: Taken
    last: Taken
    days: int = 1


def find_shift_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's positions that take a stand, under the party and each issue."""
    day = tellings.day(article)
    for p in tellings.positions_of(article) if day else ():
        stands = list(find_stands(tellings, p))
        if not stands:
            continue
        party = tellings.cast.side(p.party) or p.party
        told = (
            p.end,
            party,
            sorted(tellings.cast.sides(p.toward)),
            sorted(stems(tellings.surface(p))),
            sorted(_stems_of((*p.toward, p.party))),
            p.stance in ("support", "opposition"),
            _own_voice(tellings, p),
            _is_of_another(tellings, p),
            [(s.issue, s.door.value, s.implied, s.points) for s in stands],
        )
        keys = tuple(sorted({f"shifts|{party}|{s.issue}" for s in stands}))
        yield Lead("shifts", keys, article, day, p.start, tellings.id_of(p), told)


@lru_cache(maxsize=4096)
def _stems_of(names: tuple[str, ...]) -> frozenset[str]:
    return stems(" ".join(names))


def tell_shifts(block: Block, tellings: Tellings) -> Story:
    """For each party, issue and side addressed, the days on which the stand turned.

    A day on which a party both opens and shuts the door tells nothing, and is passed over.
    """
    out = []
    stands = _by_key(tellings, _taken(tellings, block))
    for key in sorted(stands):
        for pair in PAIRS:
            out += list(_turns(tellings, key, stands[key], pair))
    return Story(shifts=tuple(dict.fromkeys(out)))


def _taken(tellings: Tellings, block: Block) -> Iterator[Taken]:
    """What the leads of a block tell, in the order of the text."""
    for lead in in_text_order(block):
        if not tellings.is_by_now(lead.article):
            continue
        _, party, toward, words, names, judges, own, of_another, stands = lead.told
        for issue, door, implied, points in stands:
            yield Taken(
                lead.claim, lead.article, party, frozenset(toward), frozenset(words), frozenset(names),
                judges, own, of_another, Stand(issue, Door(door), implied, points),
            )  # fmt: skip


def _turns(
    tellings: Tellings, key: Key, by_day: dict[str, list[Taken]], pair: tuple[Door, Door]
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
            if _apart(tellings, a, b) and _same_matter(tellings, a, b):
                yield Shift(party, issue, a.claim, b.claim)
                break


def _by_key(tellings: Tellings, taken: Iterable[Taken]) -> dict[Key, dict[str, list[Taken]]]:
    """(party, issue, side addressed) → day → stands; what addresses nobody goes with what is addressed most."""
    told: list[tuple[list[str], Taken]] = []
    addressed: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for t in taken:
        toward = sorted(t.toward - {t.party})
        addressed[t.party, t.stand.issue].update(toward)
        told.append((toward, t))
    out: dict[Key, dict[str, list[Taken]]] = defaultdict(lambda: defaultdict(list))
    for toward, t in told:
        tally = addressed[t.party, t.stand.issue]
        most = [min(tally, key=lambda s: (-tally[s], s))] if tally else [""]
        for side in toward or most:
            out[t.party, t.stand.issue, side][tellings.day(t.article) or ""].append(t)
    return out


def _apart(tellings: Tellings, before: Taken, after: Taken) -> bool:
    a, b = tellings.day_bounds(before.article), tellings.day_bounds(after.article)
    return a is not None and b is not None and a[1] < b[0]


def _same_matter(tellings: Tellings, a: Taken, b: Taken) -> bool:
    """Whether both address the same side in words of their own that they share: an issue is wide.

    Praise and blame of the same side must share more, for they may be of two matters. What is asked no longer, or
    asked for with something in return, need not name whom: the words that point to the issue are shared.
    """
    if not (a.own and b.own):
        return False
    addressed = bool(a.toward & b.toward)
    if a.stand.implied or b.stand.implied:
        recent = _gap(tellings, a, b) <= RECENT and not (a.of_another or b.of_another)
        if Door.SHUT in (a.door, b.door):  # somebody is to leave the table at which talks were offered
            return recent and addressed
        return recent and a.stand.points and b.stand.points
    if not addressed:
        return False
    shared = (a.words & b.words) - a.names - b.names
    return len(shared) >= (JUDGED if a.judges or b.judges else 1)


def _gap(tellings: Tellings, before: Taken, after: Taken) -> int:
    a, b = tellings.day_bounds(before.article), tellings.day_bounds(after.article)
    return (b[0] - a[1]).days if a and b else RECENT + 1


def _is_of_another(tellings: Tellings, position: Position) -> bool:
    """Whether the same words are more surely the stand of another party."""
    return any(
        p.span == position.span and p.party != position.party and p.confidence > position.confidence
        for p in tellings.positions_of(position.article)
    )


def _own_voice(tellings: Tellings, position: Position) -> bool:
    """Whether who binds the party is the party, or somebody who speaks for it: "des députés" do not."""
    by = position.by
    if by is None or by == position.party:
        return True
    return not (by[:1].islower() and tellings.cast.kind(by) == "group")
