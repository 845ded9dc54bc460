"""The drafts that stand: the best of each cue, none that says the same passage twice or cuts across another.

que/dire "la trêve tient" 0.9 and que/dire "la trêve tient, sur fond de…" 0.4 → the first.
"""

from __future__ import annotations

from dragoman.extract.statements.drafts import Draft
from dragoman.model.spans import Span

# Drafts whose score is lower are left out.
FLOOR = 0.42
# Frames whose verb says the words, the least score of such a draft, and how much of two spans is one passage.
SAYING = ("que", "inf", "incise", "colon")
HEARD = 0.15
SAME = 0.85
# What a draft that is sure counts at least.
SURE = 0.9


def strength(d: Draft) -> float:
    """The score by which a draft is chosen."""
    return max(d.score, SURE) if d.sure else d.score


def choose(drafts: list[Draft], floor: float = FLOOR) -> list[Draft]:
    """The drafts kept, in text order; a higher `floor` leaves more out."""
    kept: list[Draft] = []
    told = _relayed(drafts)
    # Only drafts of one sentence can overlap.
    beside: dict[int, list[Draft]] = {}
    taken: set[tuple[int, str, int]] = set()
    for d in sorted(drafts, key=lambda d: -strength(d)):
        if strength(d) < floor:
            break
        d = told.get(id(d), d)
        keys = {(id(d.zone), *d.key)}
        if d.cue is not None:
            keys.add((0, "anchor", d.cue.anchor))
        if keys & taken or any(_collide(d, other) for other in beside.get(d.zone.sentence, ())):
            continue
        kept.append(d)
        beside.setdefault(d.zone.sentence, []).append(d)
        taken |= keys
    return sorted(kept, key=lambda d: (d.span.start, -d.span.end))


def _relayed(drafts: list[Draft]) -> dict[int, Draft]:
    """The draft of the verb that says the words, for each that only passes them on.

    "Le roi a dit que la trêve tenait, selon l'agence": the words are the king's, the agency relays them.
    """
    said: dict[int, list[Draft]] = {}
    passed = []
    for d in drafts:
        if d.frame in SAYING and d.score >= HEARD and not d.zone.nested:
            said.setdefault(d.zone.sentence, []).append(d)
        elif d.frame == "preposition" and d.cls == "say":
            passed.append(d)
    out = {}
    for d in passed:
        over = [e for e in said.get(d.zone.sentence, ()) if _one(d.span, e.span)]
        if over:
            out[id(d)] = max(over, key=strength)
    return out


def _one(a: Span, b: Span) -> bool:
    """Whether the two are the same words but for an edge."""
    inter = min(a.end, b.end) - max(a.start, b.start)
    return inter > 0 and inter / (max(a.end, b.end) - min(a.start, b.start)) >= SAME


def _collide(d: Draft, other: Draft) -> bool:
    """Whether the two are nearly one passage, or overlap without one holding the other.

    A quotation that no word introduces is a piece of the statement that holds it, not one of its own.
    """
    a, b = d.span, other.span
    inter = min(a.end, b.end) - max(a.start, b.start)
    if inter <= 0 or _told_within(d, other) or _told_within(other, d):
        return False
    if inter / (max(a.end, b.end) - min(a.start, b.start)) >= 0.5:
        return True
    if not (a.holds(b) or b.holds(a)):
        return True
    return d.zone is other.zone and (d.source == "carry" or other.source == "carry")


def _told_within(d: Draft, other: Draft) -> bool:
    """Whether `d` is what somebody says inside the quotation `other`, however much of it: "« Il nous a dit que la trêve
    tenait », a ajouté le général"."""
    cue, span = d.cue, other.span
    if cue is None or not d.zone.nested or other.zone.nested or cue.form != "finite":
        return False
    return span.holds(d.span) and span.holds(cue.span) and cue.span.end <= d.span.start
