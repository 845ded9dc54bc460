"""Two gatherings that tell of one meeting after all, once every report has been placed.

"le sommet de Hanoï, en février" and "ce sommet, jeudi 28 à Hanoï" of the same two → one. Reports are placed one by one,
and the first of each may not have told enough: what the two tell in the end decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from dragoman.resolve.datings import MONTH, overlap
from dragoman.resolve.days import LASTS
from dragoman.resolve.gatherings import PAIR, Days, Gathering, length
from dragoman.resolve.judged import Judged
from dragoman.resolve.places import same_place
from dragoman.resolve.tellings import Tellings


def join_twins(gatherings: Sequence[Gathering], tellings: Tellings, judged: Judged) -> list[Gathering]:
    """The gatherings, twins joined into the first of them, but for those that a person told from each other."""
    out: dict[int, Gathering] = dict(enumerate(gatherings))
    near: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, g in out.items():
        if _day(g) is not None and not g.nature[0]:
            for pair in combinations(sorted(g.core), PAIR):
                near[pair].append(n)
    into: dict[int, int] = {}
    for _, numbers in sorted(near.items()):
        for a, b in combinations(numbers, 2):
            first, second = sorted((_root(into, a), _root(into, b)))
            if first == second or not is_twin(out[first], out[second]):
                continue
            if _are_apart(out[first], out[second], judged) or _are_apart(out[second], out[first], judged):
                continue
            out[first] = _joined(out[first], out.pop(second), tellings)
            into[second] = first
    return list(out.values())


def is_twin(a: Gathering, b: Gathering) -> bool:
    """Whether the same two meet in both, within a few days; within a month in one place or at a summit."""
    on_a, on_b = _day(a), _day(b)
    if a.nature != b.nature or len(a.core & b.core) < PAIR or on_a is None or on_b is None:
        return False
    if (a.kinds == {"visit"}) != (b.kinds == {"visit"}):
        return False
    if a.ordinal and b.ordinal and a.ordinal != b.ordinal:
        return False
    if overlap(on_a, on_b, 0) < 0:
        return False
    here = any(same_place(p, q) for p in a.places for q in b.places)
    if a.places and b.places and not here:
        return False
    longest = max(length(on_a), length(on_b))
    return longest < LASTS or (longest <= MONTH and (here or "summit" in a.kinds & b.kinds))


def _day(g: Gathering) -> Days | None:
    """When it is, or is to be: the narrowest that its reports tell."""
    return g.held_on or g.planned_on or g.within


def _are_apart(a: Gathering, b: Gathering, judged: Judged) -> bool:
    """Whether a person told a report of the one, or what they called the same, from one of the other."""
    return any(judged.apart(report) & b.ids for report in a.ids)


def _root(into: dict[int, int], n: int) -> int:
    while n in into:
        n = into[n]
    return n


def _joined(a: Gathering, b: Gathering, tellings: Tellings) -> Gathering:
    """One gathering of the reports of both, in the order of their publication."""
    out = Gathering()
    for telling in sorted((*a.tellings, *b.tellings), key=lambda t: tellings.order(t.report)):
        out.add(telling)
    return out
