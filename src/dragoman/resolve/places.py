"""Whether two place names may mean one place: "Hanoï" and "Vietnam" may, "Hanoï" and "Singapour" may not."""

from __future__ import annotations

from functools import lru_cache

from dragoman.lexicon.sides import find_side
from dragoman.resolve.cast import fold

CAPITAL = "capitale "


@lru_cache(maxsize=16384)
def same_place(a: str, b: str) -> bool:
    """Whether one name may hold the other: equal, one inside the other, or a capital and its state."""
    x, y = f" {fold(a)} ", f" {fold(b)} "
    if x in y or y in x:
        return True
    state = state_of(a)
    return state is not None and state == state_of(b)


def may_hold(a: str, b: str) -> bool:
    """Whether one is a state and the other a town of which we do not know the state: Russie, Vladivostok."""
    x, y = state_of(a), state_of(b)
    return (x == a and y is None) or (y == b and x is None)


def place_key(place: str) -> str:
    """The key under which what is told of one place is looked up: its state where we know it, else its name."""
    return f"@{state_of(place) or fold(place)}"


@lru_cache(maxsize=16384)
def state_of(place: str) -> str | None:
    """The state that a place is or is the capital or a seat of; None for any other place.

    "capitale nord-coréenne" is the capital of Corée du Nord.
    """
    side = find_side(place.removeprefix(CAPITAL))
    return side.name if side is not None and side.kind == "state" else None
