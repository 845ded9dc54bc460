"""A timeline's geometry: lanes, ticks and marks in units of a box 1000 wide.

Two hundred acts of one month in one lane → one mark with count 200 that leads to that month.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.model.edtf import Day
from dragoman.show.chronologies import Entry

LEFT, RIGHT, TOP, LANE = 165, 955, 30, 70
BEFORE, AFTER = LEFT - 16, RIGHT + 24  # where stands what lies outside
BIN = 11.0  # units: an interval that is shorter than this is a point
POINT = 27.0  # points that are nearer than this are one
DENSE = 24  # bars of a lane, beyond which they are one band that darkens where many lie
CELL, LEVELS = 2 * BIN, 5  # of that band
BIGGEST, BIGGEST_LOW = 13, 10  # radius of what was done, of what was not (yet)
# Within a lane: what was done above its line, what was not (yet) below, intervals at the foot.
ABOVE, BELOW, FOOT = -14, 13, 29
STYLES = {
    "planned": "hollow", "proposed": "hollow", "hypothetical": "hollow", "postponed": "hollow",
    "cancelled": "struck", "negated": "struck", "refused": "struck",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dot:
    """What is to be placed: from `first` to `last`, either of them open where the text only says before or after."""

    lane: str
    first: Day
    last: Day
    open_start: bool
    open_end: bool
    status: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Mark:
    """A point (`width` 0) or a bar; `style` is full, hollow or struck; `fade` is start or end for a fuzzy edge.

    `count` is how many acts it stands for, `radius` grows with it; `edge` is before or after where they lie outside
    the picture; `dense` is how dark a cell is (1 to LEVELS) of a band that stands for many bars, else 0.
    """

    x: float
    y: float
    width: float
    radius: float
    style: str
    fade: str
    count: int
    title: str
    href: str
    edge: str = ""
    dense: int = 0


@dataclass(frozen=True, slots=True)
class Timeline:
    """`lanes` pairs a name with the height of its line; `ticks` a day (EDTF) with its place; days are ISO."""

    width: int
    height: int
    left: int
    right: int
    first: str
    last: str
    lanes: tuple[tuple[str, float], ...]
    ticks: tuple[tuple[str, float], ...]
    marks: tuple[Mark, ...]


def draw_timeline(
    dots: Sequence[Dot],
    names: Sequence[str],
    tell: Callable[[Dot], str],
    lead: Callable[[Dot], str],
    zoom: Callable[[str, str], str],
) -> Timeline | None:
    """The picture; `tell` gives a dot's words, `lead` its address, `zoom` that of the same view between two days.

    `names` are the lanes in order; what belongs to none of them goes to the last.
    """
    ends = sorted(
        day for d in dots for day in (() if d.open_start else (d.first,)) + (() if d.open_end else (d.last,))
    )
    if not ends:
        return None
    first, last = _range(ends)
    zero, span = first.toordinal(), max((last - first).days, 1)
    scale = (RIGHT - LEFT) / span

    def place(day: Day) -> float:
        return LEFT + scale * min(max(day.toordinal() - zero, 0), span)

    known = set(names)
    held_by = {d.lane if d.lane in known else names[-1] for d in dots}
    used = [n for n in names if n in held_by]
    lanes = {name: TOP + LANE * (n + 0.5) for n, name in enumerate(used)}
    points: dict[tuple[str, bool, str], list[tuple[float, Dot]]] = {}
    bars: dict[tuple[str, str, str, int, int], list[Dot]] = {}
    for d in dots:
        style, lane = STYLES.get(d.status, "full"), d.lane if d.lane in known else names[-1]
        start, end = (LEFT if d.open_start else place(d.first)), (RIGHT if d.open_end else place(d.last))
        edge = "before" if d.last < first else "after" if d.first > last else ""
        if not edge and (end - start >= BIN or d.open_start or d.open_end):
            fade = "start" if d.open_start else "end" if d.open_end else ""
            bars.setdefault((lane, style, fade, round(start / BIN), round(end / BIN)), []).append(d)
        else:
            points.setdefault((lane, style != "full", edge), []).append(((start + end) / 2, d))
    marks = []
    crowd = Counter(lane for lane, *_ in bars)
    for lane in (n for n in used if crowd[n] > DENSE):
        held_bars = [
            (left * BIN, right * BIN, held) for (n, _, _, left, right), held in bars.items() if n == lane
        ]
        marks += _band(
            held_bars,
            lanes[lane] + FOOT,
            lambda x: first + dt.timedelta(days=(x - LEFT) / (RIGHT - LEFT) * span),
            zoom,
        )
    for (lane, style, fade, left, right), held in bars.items():
        if crowd[lane] <= DENSE:
            width, told = max(right - left, 1) * BIN, _told(held, tell, lead, zoom)
            marks.append(Mark(left * BIN, lanes[lane] + FOOT, width, 0, style, fade, len(held), *told))
    for (lane, low, edge), placed in points.items():
        y = lanes[lane] + (BELOW if low else ABOVE)
        aside = BEFORE if edge == "before" else AFTER
        for x, held in [(aside, [d for _, d in placed])] if edge else _gather(placed):
            radius = round(min(4 + len(held) ** 0.5 * 1.4, BIGGEST_LOW if low else BIGGEST), 1)
            radius = max(radius, 8) if edge else radius  # an arrow and a number stand in it
            styles = {STYLES.get(d.status, "full") for d in held}
            style = styles.pop() if len(styles) == 1 else "hollow"
            marks.append(
                Mark(
                    round(x, 1), y, 0, radius, style, "", len(held), *_told(held, tell, lead, zoom), edge=edge
                )
            )
    return Timeline(
        1000,
        int(TOP + LANE * len(used) + 8),
        LEFT,
        RIGHT,
        first.isoformat(),
        last.isoformat(),
        tuple(lanes.items()),
        tuple((name, round(place(day), 1)) for name, day in _ticks(first, last)),
        tuple(sorted(marks, key=lambda m: (m.y, m.width == 0, m.x))),
    )


def _band(
    bars: list[tuple[float, float, list[Dot]]],
    y: float,
    day_at: Callable[[float], Day],
    zoom: Callable[[str, str], str],
) -> list[Mark]:
    """Cells over the whole width, each as dark as intervals are many that touch it; it leads to its days."""
    counts = {
        n: sum(len(held) for left, right, held in bars if left < (n + 1) * CELL and right > n * CELL)
        for n in range(int(LEFT // CELL), int(RIGHT // CELL) + 1)
    }
    most = max(counts.values(), default=0)
    marks = []
    for n, count in counts.items():
        if count:
            left, right = max(n * CELL, LEFT), min((n + 1) * CELL, RIGHT)
            level = max(1, -(-LEVELS * count // most))
            where = zoom(day_at(left).isoformat(), day_at(right).isoformat())
            marks.append(Mark(left, y, right - left, 0, "full", "", count, f"×{count}", where, dense=level))
    return marks


def windows(drawn: Timeline) -> list[tuple[str, str, str]]:
    """Where one may look from here: earlier, later, closer, wider, each with its first and its last day (ISO)."""
    first, last = Day.fromisoformat(drawn.first), Day.fromisoformat(drawn.last)
    days = max((last - first).days, 2)
    half, quarter = days // 2, max(days // 4, 1)

    def at(day: Day, shift: int) -> str:
        return Day.fromordinal(min(max(day.toordinal() + shift, 1), Day.max.toordinal())).isoformat()

    out = [("earlier", at(first, -half), at(last, -half)), ("later", at(first, half), at(last, half))]
    if days > 6:
        out.append(("closer", at(first, quarter), at(last, -quarter)))
    return [*out, ("wider", at(first, -half), at(last, half))]


def _gather(placed: list[tuple[float, Dot]]) -> list[tuple[float, list[Dot]]]:
    """Points from left to right; one that is nearer than POINT to the middle of those before it joins them."""
    out: list[tuple[float, list[Dot]]] = []
    for x, d in sorted(placed, key=lambda p: (p[0], p[1].entry.id)):
        if out and x - out[-1][0] < POINT:
            middle, held = out[-1]
            held.append(d)
            out[-1] = (middle + (x - middle) / len(held), held)
        else:
            out.append((x, [d]))
    return out


def _told(
    held: list[Dot], tell: Callable[[Dot], str], lead: Callable[[Dot], str], zoom: Callable[[str, str], str]
) -> tuple[str, str]:
    """The words of the first few, and the address of the one, or of the days of all."""
    titles = [tell(d) for d in held[:5]] + (["…"] if len(held) > 5 else [])
    if len(held) == 1:
        return titles[0], lead(held[0])
    first, last = min(d.first for d in held), max(d.last for d in held)
    return "\n".join(titles), zoom(first.isoformat(), last.isoformat())


def _range(ends: list[Day]) -> tuple[Day, Day]:
    """From the first to the last day, what lies far from the rest left at the edge."""
    n = len(ends)
    first, last = ends[0], ends[-1]
    if n >= 40:
        low, high = ends[n // 50], ends[-1 - n // 50]
        margin = max((high - low) // 20, dt.timedelta(days=7))
        first, last = max(first, low - margin), min(last, high + margin)
    return first, max(last, first + dt.timedelta(days=1))


def _ticks(first: Day, last: Day) -> list[tuple[str, Day]]:
    """Years, months or days, whatever gives some twelve."""
    days = (last - first).days
    if days > 365 * 3:
        step = max(1, days // 365 // 10)
        return [(str(y), Day(y, 1, 1)) for y in range(first.year + 1, last.year + 1, step)]
    if days > 45:
        step = next(s for s in (1, 2, 3, 6) if days / 30.4 / s <= 10 or s == 6)
        months = [(y, m) for y in range(first.year, last.year + 1) for m in range(1, 13, step)]
        return [(f"{y}-{m:02d}", Day(y, m, 1)) for y, m in months if first <= Day(y, m, 1) <= last]
    step = max(1, days // 8)
    count = days // step + 1
    return [
        ((first + dt.timedelta(days=k * step)).isoformat(), first + dt.timedelta(days=k * step))
        for k in range(count)
    ]
