"""Who would do what once whom does what: free moves, blocked ones, exchanges, circles in which each waits.

"La Ruritanie retirera ses troupes une fois les prisonniers libérés"; "aucun prisonnier ne sera libéré tant que les
troupes restent", says Bordurie → a circle of two.

A move is a side and an issue. A position with a condition is an arc from the move that it promises (or refuses for
now) to the move that it waits for. Only what is stated is drawn: a condition that names no move is none.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.model.deadlocks import Condition, Deadlock
from dragoman.model.edtf import Day, bounds
from dragoman.model.positions import Position
from dragoman.model.spans import Span
from dragoman.resolve.ledgers.sightings import sides_in
from dragoman.resolve.subjects import issue_of
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

# Stances that say what a side would do; a refusal says what it would do once its condition is met.
GIVES = frozenset({"offer", "commitment", "concession"})
WAITS = GIVES | {"refusal"}
# A stand that nobody repeated for this many days no longer stands.
STANDS = 400
# Where the words stand that tell that the condition comes first, in characters before it.
LEAD = 25
# A condition that is longer holds more than the condition.
WORDY = 110
# Circles of more sides are not looked for.
LONGEST = 4

Move = tuple[str, str]


def find_deadlocks(tellings: Tellings, as_of: str | None) -> tuple[Deadlock, ...]:
    """What the positions that stand on `as_of` (EDTF; the last day told of where None) leave open or shut."""
    last = as_of or tellings.last_day()
    if last is None:
        return ()
    standing = _standing(tellings, bounds(last)[1])
    arcs: dict[Move, list[tuple[Condition, bool]]] = defaultdict(list)
    free: dict[Move, Position] = {}
    refused: dict[Move, Position] = {}
    for p in standing:
        party = tellings.cast.side(p.party) or p.party
        if p.conditional_on is None:
            # what is promised to nobody moves nothing
            if p.stance in GIVES and tellings.cast.sides(p.toward) - {party}:
                free.setdefault((party, p.issue), p)
            elif p.stance == "refusal":
                refused.setdefault((party, p.issue), p)
        elif p.stance in WAITS and (arc := _arc(tellings, p, party)) is not None:
            arcs[party, p.issue].append(arc)
    found: dict[frozenset[str], Deadlock] = {}
    for cycle in _cycles(arcs):
        kind = "circle" if all(first for _, first in cycle) else "exchange"
        _keep(found, kind, [c for c, _ in cycle])
    closed = {c.claim for d in found.values() for c in d.arcs}
    for told in arcs.values():
        for condition, _ in told:
            wanted = (condition.of or "", condition.wants or "")
            if condition.claim in closed:
                continue
            if wanted in free:
                answer = free[wanted]
                _keep(found, "exchange", [replace(condition, met=answer.id), _bare(tellings, answer)])
            elif wanted in refused:
                _keep(found, "blocked", [condition, _bare(tellings, refused[wanted])])
            elif wanted not in arcs:
                _keep(found, "blocked", [condition])
    conditional = {move for move, told in arcs.items() if told}
    for move, p in free.items():
        if move not in conditional and not any(p.id in {c.claim for c in d.arcs} for d in found.values()):
            _keep(found, "free", [_bare(tellings, p)])
    order = {"circle": 0, "exchange": 1, "blocked": 2, "free": 3}
    return tuple(sorted(found.values(), key=lambda d: (order[d.kind], d.parties, d.id)))


def _standing(tellings: Tellings, today: Day) -> list[Position]:
    """The positions of each party on each issue as of its last day, the latest first.

    What an earlier day said stands with them where its stance is the same: a condition that is not repeated is not
    given up.
    """
    by_move: dict[Move, list[Position]] = defaultdict(list)
    for p in tellings.positions:
        told = tellings.day_bounds(p.article)
        if told is None or told[0] > today or today - told[1] > timedelta(days=STANDS) or p.issue == "other":
            continue
        if p.stance in WAITS:
            by_move[tellings.cast.side(p.party) or p.party, p.issue].append(p)
    out: list[Position] = []
    for _, positions in sorted(by_move.items()):
        last = positions[-1]
        opens = last.stance in GIVES or last.conditional_on is not None
        # a later bare refusal takes an offer back, a later offer a refusal
        out.extend(
            p for p in reversed(positions) if (p.stance in GIVES or p.conditional_on is not None) == opens
        )
    return out


def _arc(tellings: Tellings, p: Position, party: str) -> tuple[Condition, bool] | None:
    """The position as an arc, and whether its condition has to come first; None where it names no move."""
    condition = p.conditional_on
    assert condition is not None
    text = tellings.text(p.article)
    words = condition.of(text)
    if condition.holds(p.span) or len(words) > WORDY:
        return None
    named = [side for side, _ in sides_in(text, condition)]
    others = [s for s in dict.fromkeys(named) if s != party]
    if named and not others:
        return None  # it waits for itself
    addressed = sorted(tellings.cast.sides(p.toward) - {party})
    of = others[0] if others else addressed[0] if len(addressed) == 1 else None
    wants = _issue_inside(tellings, p, condition) or issue_of(words)
    if wants is None or of is None or (wants == "format" and not others):
        return None  # "quand nos calendriers le permettront" is asked of nobody
    lead = text[max(0, condition.start - LEAD) : condition.start]
    first = Wordings.load().find("first", lead + words[:12]) is not None
    arc = Condition(
        claim=p.id,
        party=party,
        issue=p.issue,
        wants=wants,
        of=of,
        says=" ".join(tellings.surface(p).split()),
        condition=" ".join(words.split()),
        on=tellings.day(p.article),
    )
    return arc, first


def _issue_inside(tellings: Tellings, p: Position, condition: Span) -> str | None:
    """The issue of a position that lies in the condition: what is asked is often a demand of its own."""
    for other in tellings.positions_of(p.article):
        if other.id != p.id and condition.holds(other.span) and other.issue != "other":
            return other.issue
    return None


def _bare(tellings: Tellings, p: Position) -> Condition:
    """A position without condition as an arc that waits for nothing."""
    return Condition(
        claim=p.id,
        party=tellings.cast.side(p.party) or p.party,
        issue=p.issue,
        wants=None,
        of=None,
        says=" ".join(tellings.surface(p).split()),
        condition=None,
        on=tellings.day(p.article),
    )


def _cycles(arcs: dict[Move, list[tuple[Condition, bool]]]) -> Iterator[list[tuple[Condition, bool]]]:
    """The simple circles of moves, each once, from its first move by the alphabet."""
    for start in sorted(arcs):
        yield from _walk(arcs, start, start, [])


def _walk(
    arcs: dict[Move, list[tuple[Condition, bool]]],
    start: Move,
    move: Move,
    path: list[tuple[Condition, bool]],
) -> Iterator[list[tuple[Condition, bool]]]:
    if len(path) >= LONGEST:
        return
    seen = {(c.party, c.issue) for c, _ in path}
    told: set[Move] = set()
    for arc in arcs.get(move, ()):
        wanted = (arc[0].of or "", arc[0].wants or "")
        if wanted in told:
            continue  # said again
        told.add(wanted)
        if wanted == start and path:
            yield [*path, arc]
        elif wanted > start and wanted not in seen and wanted in arcs:
            yield from _walk(arcs, start, wanted, [*path, arc])


def _keep(found: dict[frozenset[str], Deadlock], kind: str, conditions: Sequence[Condition]) -> None:
    key = frozenset(c.claim for c in conditions)
    told_already = {tuple((c.party, c.issue, c.condition) for c in d.arcs) for d in found.values()}
    if key in found or tuple((c.party, c.issue, c.condition) for c in conditions) in told_already:
        return
    parties = tuple(dict.fromkeys(name for c in conditions for name in (c.party, c.of) if name))
    told = f"{kind}|{'|'.join(sorted(key))}"
    found[key] = Deadlock(
        id="l" + hashlib.sha256(told.encode()).hexdigest()[:10],
        kind=kind,
        parties=parties,
        arcs=tuple(conditions),
    )
