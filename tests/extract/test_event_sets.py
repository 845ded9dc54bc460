"""Actors as sets: nobody, a name or a pair takes the share that its observations give it."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.extract.events.model import Head
from dragoman.extract.events.sets import chances, make_sets, observed, part, shares, take, weigh, weighing

WEIGHTS = {"subject": 2.0, "object": -1.0, "2|subject": 3.0, "pair": -1.0, "nobody": 0.5, "nobody/AGREE": 0.5}
HEAD = Head(
    {o: n for n, o in enumerate(WEIGHTS)},
    np.array([[0, w] for w in WEIGHTS.values()] + [[0, 0]], dtype=np.float32),
    ("no", "yes"),
)


def test_shares_are_those_of_the_sets_written_out() -> None:
    told = {"Paris": ["subject"], "Rome": ["subject"], "Lima": ["object"]}
    names = ["Paris", "Rome", "Lima"]
    points = {s: sum(WEIGHTS.get(o, 0.0) for o in observed(s, told, "AGREE")) for s in make_sets(names)}
    total = sum(np.exp(list(points.values())))
    found = shares(weigh(told, weighing(HEAD)), "AGREE", weighing(HEAD))
    assert {frozenset(s): share for s, share in found.items()} == {
        frozenset(s): pytest.approx(np.exp(p) / total) for s, p in points.items()
    }
    for name, chance in chances(found).items():
        assert chance == pytest.approx(sum(np.exp(p) for s, p in points.items() if name in s) / total)


def test_who_is_taken() -> None:
    assert take(0.1, {"Paris": 0.6, "Rome": 0.3}, 0.2) == ("Paris", "Rome")
    assert take(0.5, {"Paris": 0.15, "Rome": 0.1}, 0.2) == ("Paris",)
    assert take(0.95, {"Paris": 0.05}, 0.2) == ()
    assert take(1.0, {}, 0.2) == ()
    assert take(0.1, {"Rome": 0.4, "Paris": 0.4}, 0.2) == (
        "Paris",
        "Rome",
    )  # of equals, the first in the alphabet


def test_a_name_is_at_the_end_where_it_is_likelier() -> None:
    acting = {("Paris",): 0.5, ("Paris", "Rome"): 0.4, (): 0.1}
    assert part(acting, {("Rome",): 0.6, (): 0.4}, (0.3, 0.15)) == (("Paris",), ("Rome",))
    assert part(acting, {("Rome",): 0.1, (): 0.9}, (0.3, 0.15)) == (("Paris", "Rome"), ())
