"""The words that open a circumstance which the author adds after a content: "…, sur fond de combats".

is_tail(["lors", "d'", "un", "entretien"], 0) → True.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dragoman.extract.statements.grammar import words


@cache
def _tails() -> dict[str, list[tuple[str, ...]]]:
    """The phrases by the first of their words."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words("tails"):
        told = tuple(phrase.replace("'", "' ").split())
        out.setdefault(told[0], []).append(told)
    return out


def is_tail(lows: Sequence[str], first: int) -> bool:
    """Whether one of the phrases stands at `first` of the lower-case words `lows`."""
    return any(tuple(lows[first : first + len(t)]) == t for t in _tails().get(lows[first], ()))
