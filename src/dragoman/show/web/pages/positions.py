"""Positions: parties × issues; a cell has the stand that holds and its history, a shift is marked.

Pyongyang × sanctions → "demand" since 28 February, before that an offer; and who wants from whom what is refused.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.deadlocks import Condition, Deadlock
from dragoman.model.edtf import bounds, is_edtf
from dragoman.model.positions import ISSUES, Position
from dragoman.record import Told
from dragoman.show.marks import legible
from dragoman.show.web.pictures.deadlocks import Deadlocks, Want, draw_deadlocks
from dragoman.show.web.views import Facet, Ref, View

PARTIES = 12
HISTORY = 12  # lines of a cell; the rest is a filter away
SHOWN, MORE = 20, 200  # what blocks, and what is waited for; more where all is asked for
AGAINST = frozenset({"refusal", "opposition", "threat"})


@dataclass(frozen=True, slots=True)
class StandLine:
    """One position: `condition` are the words of what is asked in exchange, `shifted` marks a change of stand."""

    told: Told[Position]
    words: str
    condition: str | None
    shifted: bool
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a party told on an issue, the latest first; the first is its current stand.

    `count` is how often it told one, `rest` the address of all of them where not all are shown.
    """

    party: str
    issue: str
    lines: tuple[StandLine, ...]
    shifted: bool
    count: int
    rest: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A demand or offer of one party that another party refuses: each arc is a sentence."""

    asking: str
    refusing: str
    issue: str
    ask: Ref | None
    ask_stance: str
    refusal: Ref | None
    refusal_stance: str


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """`kind` is free, blocked, exchange or circle; `arcs` pairs each condition with its sentence: both halves.

    `why` is the address of its explanation.
    """

    id: str
    why: str
    kind: str
    arcs: tuple[tuple[Condition, Ref | None], ...]


@dataclass(frozen=True, slots=True)
class PositionsPage:
    """`rows` pairs each party with one cell for each of `issues`, None where it told nothing.

    `blocks` are what is asked and refused between two parties, the latest first; `conditions` what each waits for
    before it moves; `picture` is both as a graph. `others` counts the parties that have no row, `more` the blocks and
    conditions that are not shown.
    """

    issues: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]
    others: int
    blocks: tuple[Block, ...]
    picture: Deadlocks | None
    conditions: tuple[ConditionLine, ...]
    more: int
    facets: tuple[Facet, ...]


def gather(view: View) -> PositionsPage:
    """The page."""
    held, asked = view.selection, view.asked
    told = held.positions
    facets = (
        view.facet("party", (t.claim.party for t in told)),
        view.facet("issue", (t.claim.issue for t in told), "issue"),
        view.facet("stance", (t.claim.stance for t in told), "stance"),
    )
    kept = [
        t
        for t in told
        if asked.get("party") in (None, t.claim.party)
        and asked.get("issue") in (None, t.claim.issue)
        and asked.get("stance") in (None, t.claim.stance)
    ]
    turned = {s.after for s in held.shifts}
    cells: dict[tuple[str, str], list[Told[Position]]] = {}
    counts: dict[str, int] = {}
    for t in sorted(kept, key=_day, reverse=True):
        cells.setdefault((t.claim.party, t.claim.issue), []).append(t)
        counts[t.claim.party] = counts.get(t.claim.party, 0) + (t.claim.issue != "other")
    parties = sorted(counts, key=lambda p: (-counts[p], p))
    issues = _issues(cells, parties[:PARTIES])

    def cell(party: str, issue: str) -> Cell | None:
        found = cells.get((party, issue))
        if not found:
            return None
        alone = asked.get("party") == party and asked.get("issue") == issue
        shown = found[: 20 * HISTORY if alone else HISTORY]
        return Cell(
            party,
            issue,
            tuple(_line(view, t, t.claim.id in turned) for t in shown),
            any(t.claim.id in turned for t in found),
            len(found),
            asked.here(view.path, party=party, issue=issue) if len(found) > len(shown) else None,
        )

    blocks = _blocks(view, kept)
    waits = [
        d
        for d in held.story.deadlocks
        if d.kind != "free"
        and asked.get("party") in (None, *d.parties)
        and asked.get("issue") in (None, *(a.issue for a in d.arcs), *(a.wants for a in d.arcs))
    ]
    waits.sort(key=lambda d: max((_ordinal(a.on) for a in d.arcs), default=0), reverse=True)
    most = MORE if asked.get("all") else SHOWN
    return PositionsPage(
        issues,
        tuple((p, tuple(cell(p, i) for i in issues)) for p in parties[:PARTIES]),
        max(0, len(parties) - PARTIES),
        blocks[:most],
        draw_deadlocks(_wants(view, blocks, waits)),
        tuple(
            ConditionLine(d.id, view.why(d.id), d.kind, tuple((a, view.ref(a.claim)) for a in d.arcs))
            for d in waits[:most]
        ),
        max(0, len(blocks) - most) + max(0, len(waits) - most),
        facets,
    )


def _issues(cells: dict[tuple[str, str], list[Told[Position]]], parties: list[str]) -> tuple[str, ...]:
    """The issues on which these parties told most, first; what is on none of them last."""
    counts = {i: sum(len(cells.get((p, i), ())) for p in parties) for i in ISSUES}
    return tuple(sorted((i for i in ISSUES if counts[i]), key=lambda i: (i == "other", -counts[i])))


def _wants(view: View, blocks: tuple[Block, ...], waits: list[Deadlock]) -> list[Want]:
    """What is asked in vain and what is waited for, as the graph has it."""
    wants = [Want(b.asking, b.refusing, b.issue, b.ask.href if b.ask else "") for b in blocks]
    for arc in (a for d in waits for a in d.arcs):
        ref = view.ref(arc.claim)
        if arc.of and ref:
            wants.append(Want(arc.party, arc.of, arc.wants or arc.issue, ref.href, "waiting"))
    return wants


def _line(view: View, told: Told[Position], shifted: bool) -> StandLine:
    p = told.claim
    text = view.selection.texts[p.article].text
    condition = p.conditional_on and legible(p.conditional_on.of(text))
    return StandLine(told, legible(told.surface), condition or None, shifted, view.ref(p.id))


def _day(told: Told[Position]) -> tuple[int, str, int]:
    return _ordinal(told.day), told.claim.article, -told.claim.start


def _ordinal(day: str | None) -> int:
    return bounds(day)[0].toordinal() if day and is_edtf(day) else 0


def _blocks(view: View, told: list[Told[Position]]) -> tuple[Block, ...]:
    """The latest demand or offer on each issue, against the latest refusal of whom it is addressed to."""
    asks: dict[tuple[str, str, str], Told[Position]] = {}
    refusals: dict[tuple[str, str, str], Told[Position]] = {}
    for t in sorted(told, key=_day):
        for other in t.claim.toward:
            where = asks if t.claim.stance in ("demand", "offer") else refusals
            if where is asks or t.claim.stance in AGAINST:
                where[t.claim.party, other, t.claim.issue] = t
    out = []
    for (asking, other, issue), ask in sorted(asks.items(), key=lambda pair: _day(pair[1]), reverse=True):
        refusal = refusals.get((other, asking, issue))
        if refusal is not None and issue != "other":
            out.append(
                Block(
                    asking, other, issue, view.ref(ask.claim.id), ask.claim.stance,
                    view.ref(refusal.claim.id), refusal.claim.stance,
                )
            )  # fmt: skip
    return tuple(out)
