"""Which of the names around an act are at one end of it together: sets of at most two, weighed against one another.

{"Paris": [...], "Rome": [...]} → the share of nobody, of each name, of the pair; a name's chance is what its sets have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import exp

from dragoman.extract.events.model import Head

# Pairs are made of the likeliest names alone.
PAIRED = 4
# What is observed twice in a pair stands behind this mark.
BOTH = "2|"
# Where nobody has less than this share, the likeliest name is taken.
NOBODY = 0.9

Told = Mapping[str, Sequence[str]]
# Name → the weight of each observation on it.
Weighed = Mapping[str, Mapping[str, float]]
# Set of names → its share of all that may be.
Shares = dict[tuple[str, ...], float]


@dataclass(frozen=True, slots=True)
class Weighing:
    """The weight of each observation, and what is added where both names of a pair have it."""

    one: dict[str, float]
    both: dict[str, float]


@lru_cache(maxsize=8)
def weighing(head: Head) -> Weighing:
    """The weights of a head of two columns."""
    margins = dict(zip(head.rows, (head.table[:-1, 1] - head.table[:-1, 0]).tolist(), strict=True))
    one = {o: w for o, w in margins.items() if not o.startswith(BOTH)}
    # a pair counts once what both have: the second time is taken back
    both = {o: margins.get(BOTH + o, 0.0) - w for o, w in one.items()}
    return Weighing(one, both)


def observed(names: Sequence[str], told: Told, type_: str) -> list[str]:
    """What is observed on a set of names, as it is learned from."""
    if not names:
        return ["nobody", f"nobody/{type_}"]
    every = [set(told[n]) for n in names]
    out = sorted(set.union(*every))
    if len(names) > 1:
        out += sorted(BOTH + o for o in set.intersection(*every))
        out += _pair(type_)
    return out


def _pair(type_: str) -> list[str]:
    return ["pair", f"pair/{type_}"]


def make_sets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Nobody, each name, and the pairs of the first ones; `names` are ranked."""
    yield ()
    for name in names:
        yield (name,)
    yield from combinations(names[:PAIRED], 2)


def weigh(told: Told, weights: Weighing) -> Weighed:
    """The weight of each observation on each name that has one."""
    one = weights.one
    return {n: {o: one[o] for o in observations if o in one} for n, observations in told.items()}


def shares(known: Weighed, type_: str, weights: Weighing) -> Shares:
    """The share of each set of the names weighed; they add up to 1."""
    one, both = weights.one, weights.both
    points = {n: sum(k.values()) for n, k in known.items()}
    ranked = sorted(points, key=lambda n: (-points[n], n))
    pair = sum(one.get(o, 0.0) for o in _pair(type_))
    sums: Shares = {(): sum(one.get(o, 0.0) for o in observed((), {}, type_))}
    for names in make_sets(ranked):
        if len(names) == 1:
            sums[names] = points[names[0]]
        elif names:
            a, b = names
            other = known[b]
            sums[names] = points[a] + points[b] + pair + sum([both[o] for o in known[a] if o in other])
    most = max(sums.values())
    out = {names: exp(s - most) for names, s in sums.items()}
    total = sum(out.values())
    return {names: share / total for names, share in out.items()}


def chances(found: Shares) -> dict[str, float]:
    """The chance of each name: what the sets that have it share."""
    out: dict[str, float] = {}
    for names, share in found.items():
        for name in names:
            out[name] = out.get(name, 0.0) + share
    return out


def take(nobody: float, names: Mapping[str, float], bar: float) -> tuple[str, ...]:
    """The names above the bar, the likeliest first; the likeliest one where none is, unless nobody is likelier."""
    ranked = sorted(names, key=lambda n: (-names[n], n))
    taken = tuple(n for n in ranked if names[n] >= bar)
    return taken if taken or nobody > NOBODY else tuple(ranked[:1])


def part(
    acting: Shares, bearing: Shares, bars: tuple[float, float]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who is at which end: a name is where its chance is further above the bar (`bars` are those of both ends)."""
    does, bears = chances(acting), chances(bearing)
    doers = {n: c for n, c in does.items() if c / bars[0] >= bears.get(n, 0.0) / bars[1]}
    actors = take(acting.get((), 0.0), doers, bars[0])
    others = {n: c for n, c in bears.items() if n not in actors}
    return actors, take(bearing.get((), 0.0), others, bars[1])
