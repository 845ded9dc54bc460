"""A network's geometry: actors placed by who deals with whom, ties as curves by what they do.

Tie(États-Unis → Corée du Nord, ACCUSE) → a red curve between two circles.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.needs import need
from dragoman.show.networks import MEETS, Tie

WIDTH, HEIGHT, MARGIN = 1000, 620, 85
ROOM_X, ROOM_Y = 116, 58  # a circle with its name needs this much
MOST = 28  # circles, beyond which nobody can read names
KIND = {
    **dict.fromkeys(("AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"), "for"),
    **dict.fromkeys(("REQUEST", "REJECT", "ACCUSE", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE",
                     "ASSAULT"), "against"),
    MEETS: "meets",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Circle:
    """An actor: `kind` is what it is, `href` its page."""

    name: str
    kind: str
    x: float
    y: float
    radius: float
    href: str


@dataclass(frozen=True, slots=True)
class Curve:
    """All that one does to another of one class (for, against, meets): `width` grows with how often."""

    path: str
    style: str
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class Network:
    """The picture, in units of its box."""

    width: int
    height: int
    circles: tuple[Circle, ...]
    curves: tuple[Curve, ...]


def draw_network(
    ties: Sequence[Tie], sides: Mapping[str, str], kinds: Mapping[str, str], page: Callable[[str], str]
) -> Network | None:
    """The actors that have most ties; None where there are none. `sides` keeps a side's people together."""
    weights: dict[str, int] = {}
    for t in ties:
        for name in (t.source, t.target):
            weights[name] = weights.get(name, 0) + t.count
    names = sorted(weights, key=lambda n: (-weights[n], n))[:MOST]
    kept = [t for t in ties if t.source in names and t.target in names]
    names = [n for n in names if any(n in (t.source, t.target) for t in kept)]
    if not names:
        return None
    places = _places(names, kept, sides)
    most = max(weights.values())
    circles = tuple(
        Circle(n, kinds.get(n, "group"), *places[n], round(6 + 14 * math.sqrt(weights[n] / most), 1), page(n))
        for n in names
    )
    return Network(WIDTH, HEIGHT, circles, tuple(_curves(kept, places)))


def _places(
    names: list[str], ties: Sequence[Tie], sides: Mapping[str, str]
) -> dict[str, tuple[float, float]]:
    networkx = need("networkx", "serve", "web")

    graph = networkx.Graph()
    graph.add_nodes_from(names)
    for t in ties:
        weight = graph.get_edge_data(t.source, t.target, {"weight": 0.0})["weight"]
        graph.add_edge(t.source, t.target, weight=weight + math.log1p(t.count))
    for n in names:
        side = sides.get(n)
        if side in graph and side != n and not graph.has_edge(n, side):
            graph.add_edge(n, side, weight=0.7)
    found = networkx.spring_layout(graph, k=3 / math.sqrt(len(names)), iterations=250, seed=7)
    xs, ys = [p[0] for p in found.values()], [p[1] for p in found.values()]

    def scaled(value: float, values: list[float], size: int) -> float:
        spread = max(values) - min(values)
        return round(MARGIN + (size - 2 * MARGIN) * ((value - min(values)) / spread if spread else 0.5), 1)

    return _apart({n: (scaled(p[0], xs, WIDTH), scaled(p[1], ys, HEIGHT)) for n, p in found.items()})


def _apart(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The same with each name given room: two that are too near push each other off, along the shorter way."""
    now = {n: [x, y] for n, (x, y) in places.items()}
    for _ in range(200):
        moved = False
        for a, b in combinations(now.values(), 2):
            dx, dy = b[0] - a[0], b[1] - a[1]
            over_x, over_y = ROOM_X - abs(dx), ROOM_Y - abs(dy)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            axis, push = (0, math.copysign(over_x, dx)) if over_x < over_y else (1, math.copysign(over_y, dy))
            a[axis] -= push / 2
            b[axis] += push / 2
        for place in now.values():
            place[0] = min(max(place[0], MARGIN), WIDTH - MARGIN)
            place[1] = min(max(place[1], 24), HEIGHT - 34)
        if not moved:
            break
    return {n: (round(x, 1), round(y, 1)) for n, (x, y) in now.items()}


def _curves(ties: Sequence[Tie], places: Mapping[str, tuple[float, float]]) -> list[Curve]:
    """One curve for each pair and class; the classes bend apart."""
    groups: dict[tuple[str, str, str], list[Tie]] = {}
    for t in ties:
        groups.setdefault((t.source, t.target, KIND.get(t.kind, "against")), []).append(t)
    out = []
    for (source, target, style), group in groups.items():
        (ax, ay), (bx, by) = places[source], places[target]
        length = math.hypot(bx - ax, by - ay) or 1
        bend = {"for": 14, "against": 32, "meets": 0}[
            style
        ]  # what goes the other way bends to the other side
        mx, my = (ax + bx) / 2 - (by - ay) / length * bend, (ay + by) / 2 + (bx - ax) / length * bend
        count = sum(t.count for t in group)
        out.append(
            Curve(
                f"M{ax:.1f} {ay:.1f}Q{mx:.1f} {my:.1f} {bx:.1f} {by:.1f}",
                style,
                round(min(1 + math.log2(count), 6), 1),
                f"{source} → {target}: {count}",
            )
        )
    return out
