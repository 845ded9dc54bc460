"""Whether a person's name is one that people of a state bear: "Nguyen" → Vietnam, "-escu" → Roumanie.

A name tells little by itself: it only decides where the article leaves two persons and two offices.
"""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.lexicon.loader import load_rows
from dragoman.lexicon.sides import fold


@lru_cache(maxsize=4096)
def origins_of(words: tuple[str, ...]) -> frozenset[str]:
    """The states that any of the (folded) words of a name points to; none where the table knows none."""
    given, family, endings = _table()
    out: set[str] = set()
    for n, word in enumerate(words):
        # a family name comes first or last, a given name first or after it
        out |= given.get(word, frozenset()) if n < len(words) - 1 or len(words) == 1 else frozenset()
        out |= family.get(word, frozenset()) if n in (0, len(words) - 1) else frozenset()
    last = words[-1]
    for size in range(2, min(8, len(last) - 2)):
        out |= endings.get(last[-size:], frozenset())
    return frozenset(out)


def fits_state(words: tuple[str, ...], state: str) -> int:
    """1 where the name is one of the state's, -1 where it is one of others', 0 where nothing tells."""
    found = origins_of(words)
    return 0 if not found else 1 if state in found else -1


@cache
def _table() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """States by given name, by family name and by ending of a family name."""
    out: tuple[dict[str, frozenset[str]], ...] = ({}, {}, {})
    for row in load_rows("name_origins"):
        states = frozenset(row["states"].split("|"))
        cells = (row["given"].split(), row["family"].split(), (row["endings"] or "").split("|"))
        for index, cell in zip(out, cells, strict=True):
            for name in filter(None, map(fold, cell)):
                index[name] = index.get(name, frozenset()) | states
    return out[0], out[1], out[2]
