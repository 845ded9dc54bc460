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
from dataclasses import dataclass, replace
from datetime import timedelta

from dragoman.model.deadlocks import Condition, Deadlock
from dragoman.model.edtf import Day, bounds
from dragoman.model.positions import Position
from dragoman.model.spans import Span
from dragoman.model.stories import Story
from dragoman.resolve.leads import Block, Lead
from dragoman.resolve.named import sides_in
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


@dataclass(frozen=True, slots=True)
class Stand:
    """A position as a move: `arc` without a condition waits for nothing; `first` where the other has to go first."""

    arc: Condition
    stance: str
    conditional: bool
    addressed: bool
    first: bool
    told: tuple[Day, Day]

    @property
    def move(self) -> Move:
        """The side and the issue."""
        return self.arc.party, self.arc.issue


def find_deadlock_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's positions that say what a side would do, or will not; under the moves that they tie."""
    day = tellings.day(article)
    for p in tellings.positions_of(article):
        if p.stance not in WAITS or p.issue == "other" or day is None:
            continue
        party = tellings.cast.side(p.party) or p.party
        conditional = p.conditional_on is not None
        arc = _arc(tellings, p, party) if conditional else None
        condition, first = arc if arc else (_bare(tellings, p, party), False)
        addressed = bool(tellings.cast.sides(p.toward) - {party})
        c = condition
        keys = [f"deadlocks|{party}|{p.issue}"]
        if arc:
            keys.append(f"deadlocks|{c.of}|{c.wants}")
        told = (party, p.issue, c.wants, c.of, c.says, c.condition, p.stance, conditional, addressed, first)
        yield Lead("deadlocks", tuple(keys), article, day, p.start, tellings.id_of(p), told)


def _stand(lead: Lead) -> Stand:
    party, issue, wants, of, says, condition, stance, conditional, addressed, first = lead.told
    arc = Condition(
        claim=lead.claim, party=party, issue=issue, wants=wants, of=of, says=says, condition=condition,
        on=lead.day,
    )  # fmt: skip
    assert lead.day is not None
    return Stand(arc, stance, conditional, addressed, first, bounds(lead.day))


def tell_deadlocks(block: Block, tellings: Tellings) -> Story:
    """What the positions of a block that stand today leave open or shut."""
    standing = _standing([_stand(lead) for lead in block], tellings.today)
    arcs: dict[Move, list[tuple[Condition, bool]]] = defaultdict(list)
    free: dict[Move, Condition] = {}
    refused: dict[Move, Condition] = {}
    for s in standing:
        if not s.conditional:
            # what is promised to nobody moves nothing
            if s.stance in GIVES and s.addressed:
                free.setdefault(s.move, s.arc)
            elif s.stance == "refusal":
                refused.setdefault(s.move, s.arc)
        elif s.arc.wants is not None:
            arcs[s.move].append((s.arc, s.first))
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
                _keep(found, "exchange", [replace(condition, met=answer.claim), answer])
            elif wanted in refused:
                _keep(found, "blocked", [condition, refused[wanted]])
            elif wanted not in arcs:
                _keep(found, "blocked", [condition])
    conditional = {move for move, told in arcs.items() if told}
    drawn = {c.claim for d in found.values() for c in d.arcs}
    for move, arc in free.items():
        if move not in conditional and arc.claim not in drawn:
            _keep(found, "free", [arc])
    return Story(deadlocks=tuple(found.values()))


def standing_until(block: Block) -> Iterator[Day]:
    """The last days on which the positions of a block stand, where nobody repeats them."""
    return (bounds(lead.day)[1] + timedelta(days=STANDS) for lead in block if lead.day)


def _standing(stands: Sequence[Stand], today: Day) -> list[Stand]:
    """The stands of each party on each issue as of its last day, the latest first.

    What an earlier day said stands with them where its stance is the same: a condition that is not repeated is not
    given up.
    """
    by_move: dict[Move, list[Stand]] = defaultdict(list)
    for s in stands:
        if s.told[0] <= today and today - s.told[1] <= timedelta(days=STANDS):
            by_move[s.move].append(s)
    out: list[Stand] = []
    for _, told in sorted(by_move.items()):
        opens = told[-1].stance in GIVES or told[-1].conditional
        # a later bare refusal takes an offer back, a later offer a refusal
        out.extend(s for s in reversed(told) if (s.stance in GIVES or s.conditional) == opens)
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


def _bare(tellings: Tellings, p: Position, party: str) -> Condition:
    """A position as an arc that waits for nothing."""
    return Condition(
        claim=p.id,
        party=party,
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
