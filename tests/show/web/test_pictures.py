from __future__ import annotations

import datetime as dt
from itertools import pairwise

from dragoman.model.edtf import Day
from dragoman.show.chronologies import Entry
from dragoman.show.networks import MEETS, Tie
from dragoman.show.web.pictures.deadlocks import PARTIES, Want, draw_deadlocks
from dragoman.show.web.pictures.networks import ROOM_X, ROOM_Y, draw_network
from dragoman.show.web.pictures.timelines import LEFT, RIGHT, Dot, Timeline, draw_timeline, windows

ENTRY = Entry(
    id="e1", day="2021-03-05", type="REQUEST", mode=None, status="occurred", actors=(), recipients=(), place=None,
    what_happened="", tellings=1, claims=("e1",),
)  # fmt: skip


def dot(day: Day, *, last: Day | None = None, status: str = "occurred", lane: str = "A") -> Dot:
    """A dot of one day, or of an interval; Day.min and Day.max leave it open."""
    return Dot(lane, day, last or day, day == Day.min, last == Day.max, status, ENTRY)


def draw(dots: list[Dot]) -> Timeline | None:
    return draw_timeline(
        dots, ["A", "B"], lambda _: "title", lambda _: "/e1", lambda a, b: f"/?from={a}&to={b}"
    )


def test_what_is_dense_is_one_mark_that_counts() -> None:
    first = Day(2021, 1, 1)
    many = [dot(first + dt.timedelta(days=n % 700)) for n in range(10_000)]
    drawn = draw(many)
    assert drawn
    assert len(drawn.marks) < 100
    assert sum(m.count for m in drawn.marks) == 10_000
    assert all(LEFT <= m.x <= RIGHT for m in drawn.marks)
    assert all(m.href.startswith("/?from=") for m in drawn.marks)


def test_each_status_has_its_look_and_each_interval_its_bar() -> None:
    drawn = draw(
        [
            dot(Day(2021, 1, 1)),
            dot(Day(2021, 2, 1), status="planned"),
            dot(Day(2021, 3, 1), status="cancelled", lane="B"),
            dot(Day(2021, 1, 1), last=Day(2021, 2, 28)),
            dot(Day.min, last=Day(2021, 2, 1)),
            dot(Day(2021, 2, 1), last=Day.max),
        ]
    )
    assert drawn
    assert {m.style for m in drawn.marks if not m.width} == {"full", "hollow", "struck"}
    assert sorted(m.fade for m in drawn.marks if m.width) == ["", "end", "start"]
    assert [name for name, _ in drawn.lanes] == ["A", "B"]
    assert next(m for m in drawn.marks if m.style == "hollow").href == "/e1"


def test_nothing_dated_is_no_picture() -> None:
    assert draw([]) is None
    assert draw([dot(Day.min, last=Day.max)]) is None
    assert draw([dot(Day(2021, 1, 1))])
    assert draw_deadlocks([]) is None
    assert draw_network([], {}, {}, str) is None


def test_names_of_a_network_have_room() -> None:
    names = [f"Acteur {n}" for n in range(20)]
    ties = [
        Tie(a, b, MEETS if n % 2 else "ACCUSE", n + 1, None, None, ("e1",))
        for n, (a, b) in enumerate(pairwise(names))
    ]
    drawn = draw_network(ties, {}, {}, lambda name: f"/actor?about={name}")
    assert drawn
    assert drawn == draw_network(ties, {}, {}, lambda name: f"/actor?about={name}")
    near = [
        (a.name, b.name)
        for n, a in enumerate(drawn.circles)
        for b in drawn.circles[n + 1 :]
        if abs(a.x - b.x) < ROOM_X * 0.6 and abs(a.y - b.y) < ROOM_Y * 0.6
    ]
    assert near == []
    assert all(0 <= c.x <= drawn.width and 0 <= c.y <= drawn.height for c in drawn.circles)


def test_deadlocks_have_an_arc_for_each_sentence() -> None:
    drawn = draw_deadlocks(
        [
            Want("A", "B", "sanctions", "/1"),
            Want("A", "B", "arms", "/2"),
            Want("B", "A", "arms", "/3"),
            Want("B", "A", "arms", "/4", "waiting"),
        ]
    )
    assert drawn
    assert [n.name for n in drawn.nodes] == ["A", "B"]
    assert [a.href for a in drawn.arcs] == ["/1", "/2", "/3", "/4"]
    assert len({a.path for a in drawn.arcs}) == 4
    assert len({(round(a.x / 40), round(a.y / 15)) for a in drawn.arcs}) == 4  # no label on another
    assert all(0 <= a.y <= drawn.height for a in drawn.arcs)


def test_the_names_of_two_parties_stand_outside_their_arcs() -> None:
    drawn = draw_deadlocks([Want("Norvège", "Érythrie", "arms", "/a")])
    assert drawn is not None
    left, right = sorted(drawn.nodes, key=lambda n: n.x)
    assert (left.anchor, right.anchor) == ("end", "start")
    assert left.name_x < left.x < right.x < right.name_x
    # a name of 18 letters, as large as a phone needs it, stands within the picture
    assert left.name_x > 18 * 10
    assert drawn.width - right.name_x > 18 * 10


def test_deadlocks_of_many_parties_show_those_that_block_most() -> None:
    many = [Want(f"P{n}", f"P{n + 1}", "arms", f"/{n}") for n in range(40)]
    drawn = draw_deadlocks([*many, Want("A", "B", "arms", "/a"), Want("B", "A", "arms", "/b")])
    assert drawn
    assert len(drawn.nodes) == PARTIES
    assert {"/a", "/b"} <= {a.href for a in drawn.arcs}  # the pair that blocks most comes first


def test_many_intervals_are_one_band_and_what_lies_outside_is_told() -> None:
    first = Day(2021, 1, 1)
    many = [
        dot(first + dt.timedelta(days=10 * n), last=first + dt.timedelta(days=10 * n + 90))
        for n in range(200)
    ]
    old = [dot(Day(1950, 1, 1))]
    drawn = draw(many + old)
    assert drawn
    assert {m.dense for m in drawn.marks if m.width} <= {1, 2, 3, 4, 5}
    assert len(drawn.marks) < 100
    assert [m.count for m in drawn.marks if m.edge == "before"] == [1]


def test_one_may_look_elsewhere() -> None:
    drawn = draw([dot(Day(2021, 1, 1)), dot(Day(2021, 1, 31))])
    assert drawn
    assert {how: (a, b) for how, a, b in windows(drawn)} == {
        "earlier": ("2020-12-17", "2021-01-16"),
        "later": ("2021-01-16", "2021-02-15"),
        "closer": ("2021-01-08", "2021-01-24"),
        "wider": ("2020-12-17", "2021-02-15"),
    }
