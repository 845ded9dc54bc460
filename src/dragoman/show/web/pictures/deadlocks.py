"""The deadlock graph: who asks what of whom in vain, who waits for whom; parties on a ring, each arc one sentence.

(Corée du Nord, États-Unis, sanctions) → an arc from the one to the other, labelled with the issue.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, RING_X, RING_Y, MARGIN = 960, 340, 190, 70
PAIR, APART = (
    700,
    150,
)  # of two: the width, and how far from the middle; their names stand outside, where no arc goes
PARTIES = 6  # beyond which arcs hide each other; the tables have all
STEP = 44  # from one arc of a pair to the next: twice the room that a label needs


@dataclass(frozen=True, slots=True)
class Want:
    """`asking` wants something on `issue` of `other`; `style` is refused (the other says no) or waiting (it moves
    only once the other does)."""

    asking: str
    other: str
    issue: str
    href: str
    style: str = "refused"


@dataclass(frozen=True, slots=True)
class Node:
    """A party and its place; its name stands at `name_x`, `name_y`, by its `anchor` (start, middle, end)."""

    name: str
    x: float
    y: float
    name_x: float
    name_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Arc:
    """`path` is an SVG path; the label stands at `x`, `y`."""

    path: str
    x: float
    y: float
    issue: str
    title: str
    href: str
    style: str


@dataclass(frozen=True, slots=True)
class Deadlocks:
    """The picture, in units of its box."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]


def draw_deadlocks(wants: Sequence[Want]) -> Deadlocks | None:
    """The parties that block each other most; None where there is nothing to draw. Of one pair and issue the first."""
    pairs = Counter(tuple(sorted((w.asking, w.other))) for w in wants)
    names: list[str] = []
    for pair in sorted(pairs, key=lambda p: (-pairs[p], p)):
        more = [n for n in pair if n not in names]
        if len(names) + len(more) <= PARTIES:
            names += more
    kept = list(
        {
            (w.asking, w.other, w.issue, w.style): w
            for w in reversed(wants)
            if w.asking in names and w.other in names
        }.values()
    )[::-1]
    names = [n for n in names if any(n in (w.asking, w.other) for w in kept)]
    if not names:
        return None
    most = max(Counter((w.asking, w.other) for w in kept).values())
    ring = 0 if len(names) == 2 else RING_Y
    width = WIDTH if ring else PAIR
    height = 2 * (ring + MARGIN + STEP * most // 2)
    turn = 2 * math.pi / len(names)
    nodes = {}
    for k, name in enumerate(names):
        reach = RING_X if ring else APART
        x, y = width / 2 - reach * math.cos(k * turn), height / 2 - ring * math.sin(k * turn)
        nodes[name] = _node(name, round(x, 1), round(y, 1), height if ring else None)
    arcs, drawn = [], Counter[tuple[str, str]]()
    for w in kept:
        drawn[w.asking, w.other] += 1
        arcs.append(_arc(nodes[w.asking], nodes[w.other], w, drawn[w.asking, w.other]))
    return Deadlocks(width, int(height), tuple(nodes.values()), tuple(arcs))


def _node(name: str, x: float, y: float, height: float | None) -> Node:
    """A party with its name below or above it; beside it where it is one of two (`height` is None)."""
    if height is None:
        left = x < PAIR / 2
        return Node(name, x, y, x - 18 if left else x + 18, y + 5, "end" if left else "start")
    return Node(name, x, y, x, y + 28 if y >= height / 2 - 1 else y - 18, "middle")


def _arc(a: Node, b: Node, want: Want, n: int) -> Arc:
    """A curve to the left of the straight line, further out for each further one."""
    dx, dy = b.x - a.x, b.y - a.y
    length = math.hypot(dx, dy) or 1
    bend = STEP * n
    mx, my = (a.x + b.x) / 2 - dy / length * bend, (a.y + b.y) / 2 + dx / length * bend
    start, end = _toward(a, mx, my), _toward(b, mx, my)
    path = f"M{start[0]:.1f} {start[1]:.1f}Q{mx:.1f} {my:.1f} {end[0]:.1f} {end[1]:.1f}"
    x, y = (start[0] + 2 * mx + end[0]) / 4, (start[1] + 2 * my + end[1]) / 4
    return Arc(
        path, round(x, 1), round(y - 4, 1), want.issue, f"{a.name} → {b.name}", want.href, want.style
    )  # fmt: skip


def _toward(node: Node, x: float, y: float) -> tuple[float, float]:
    """A point beside a node's circle, on the way to (x, y)."""
    away = math.hypot(x - node.x, y - node.y) or 1
    return node.x + (x - node.x) * 13 / away, node.y + (y - node.y) * 13 / away
