"""The deadlock graph: who wants from whom what is refused; parties on a ring, each arc one sentence.

(Corée du Nord, États-Unis, sanctions) → an arc from the one to the other, labelled with the issue.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, RING_X, RING_Y = 640, 340, 210, 115


@dataclass(frozen=True, slots=True)
class Node:
    """A party and its place."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Arc:
    """`path` is an SVG path; the label stands at `x`, `y`."""

    path: str
    x: float
    y: float
    issue: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Deadlocks:
    """The picture, in units of its box."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]


def draw_deadlocks(blocks: Sequence[tuple[str, str, str, str]]) -> Deadlocks | None:
    """`blocks` are (who asks, who refuses, issue, address); None where there is nothing to draw."""
    names = list(dict.fromkeys(n for asking, refusing, *_ in blocks for n in (asking, refusing)))[:10]
    if not names:
        return None
    turn = 2 * math.pi / len(names)
    nodes = {
        name: Node(
            name,
            round(WIDTH / 2 - RING_X * math.cos(k * turn), 1),
            round(HEIGHT / 2 - RING_Y * math.sin(k * turn), 1),
        )
        for k, name in enumerate(names)
    }
    arcs = []
    drawn: dict[tuple[str, str], int] = {}
    for asking, refusing, issue, href in blocks:
        if asking in nodes and refusing in nodes:
            n = drawn[asking, refusing] = drawn.get((asking, refusing), 0) + 1
            arcs.append(_arc(nodes[asking], nodes[refusing], issue, href, n))
    return Deadlocks(WIDTH, HEIGHT, tuple(nodes.values()), tuple(arcs))


def _arc(a: Node, b: Node, issue: str, href: str, n: int) -> Arc:
    """A curve to the left of the straight line, further out for each further one."""
    dx, dy = b.x - a.x, b.y - a.y
    length = math.hypot(dx, dy) or 1
    bend = 34 * n
    mx, my = (a.x + b.x) / 2 - dy / length * bend, (a.y + b.y) / 2 + dx / length * bend
    cut = 14 / length
    start, end = (a.x + dx * cut, a.y + dy * cut), (b.x - dx * cut, b.y - dy * cut)
    path = f"M{start[0]:.1f} {start[1]:.1f}Q{mx:.1f} {my:.1f} {end[0]:.1f} {end[1]:.1f}"
    x, y = (start[0] + 2 * mx + end[0]) / 4, (start[1] + 2 * my + end[1]) / 4
    return Arc(path, round(x, 1), round(y, 1), issue, f"{a.name} → {b.name}", href)
