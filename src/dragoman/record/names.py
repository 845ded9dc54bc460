"""Whether a name is the one that is asked for: "trump" asks for "Donald Trump", "pyongyang" for "Corée du Nord".

Every word asked for must begin a word of the name, or they are another name of it in the lexicon (a capital, a
seat, an abbreviation); accents, case and marks do not count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from dragoman.lexicon import load_rows

OTHER_NAMES = ("long", "capital", "seats", "abbreviations", "variants")


def named(name: str | None, wanted: str | None) -> bool:
    """Whether `wanted` asks for `name`; an empty name is never asked for."""
    return bool(name) and bool(wanted) and _named(name or "", wanted or "")


@lru_cache(maxsize=65536)
def _named(name: str, wanted: str) -> bool:
    asked = words_of(wanted)
    words = words_of(name)
    if not asked:
        return False
    if all(any(word.startswith(w) for word in words) for w in asked):
        return True
    return name in other_names(wanted)


def other_names(wanted: str) -> set[str]:
    """The canonical names of which the lexicon has `wanted` as another name."""
    return _others().get(words_of(wanted), set())


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, without capitals and accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return tuple(re.findall(r"\w+", plain.casefold()))


@cache
def _others() -> dict[tuple[str, ...], set[str]]:
    """The canonical names that each other name stands for."""
    out: dict[tuple[str, ...], set[str]] = {}
    for row in (*load_rows("states"), *load_rows("organisations")):
        for column in OTHER_NAMES:
            for other in (row.get(column) or "").split("|"):
                if words := words_of(other):
                    out.setdefault(words, set()).add(row["name"])
    return out
