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


def chances(told: Told, type_: str, weights: Weighing) -> tuple[float, dict[str, float]]:
    """The share of nobody, and the chance of each name, the likeliest first."""
    one, both = weights.one, weights.both
    known = {n: {o for o in observations if o in one} for n, observations in told.items()}
    points = {n: sum(map(one.__getitem__, sorted(k))) for n, k in known.items()}
    ranked = sorted(points, key=lambda n: (-points[n], n))
    nobody = sum(one.get(o, 0.0) for o in observed((), told, type_))
    pair = sum(one.get(o, 0.0) for o in _pair(type_))
    sums: dict[tuple[str, ...], float] = {(): nobody}
    for names in make_sets(ranked):
        if len(names) == 1:
            sums[names] = points[names[0]]
        elif names:
            a, b = names
            common = sum(map(both.__getitem__, sorted(known[a] & known[b])))
            sums[names] = points[a] + points[b] + common + pair
    most = max(sums.values())
    shares = {names: exp(s - most) for names, s in sums.items()}
    total = sum(shares.values())
    out = dict.fromkeys(ranked, 0.0)
    for names, share in shares.items():
        for name in names:
            out[name] += share / total
    return shares[()] / total, dict(sorted(out.items(), key=lambda x: (-x[1], x[0])))


def take(nobody: float, names: Mapping[str, float], bar: float) -> tuple[str, ...]:
    """The names above the bar; the likeliest one where none is, unless nobody is likelier."""
    taken = tuple(n for n, chance in names.items() if chance >= bar)
    if taken or not names or nobody > NOBODY:
        return taken
    return (next(iter(names)),)
