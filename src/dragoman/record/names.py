"""Whether a name is the one that is asked for: "trump" asks for "Donald Trump", "coree du nord" for "Corée du Nord".

Every word asked for must begin a word of the name; accents, case and marks do not count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def named(name: str | None, wanted: str | None) -> bool:
    """Whether `wanted` asks for `name`; an empty name is never asked for."""
    return bool(name) and bool(wanted) and _named(name or "", wanted or "")


@lru_cache(maxsize=65536)
def _named(name: str, wanted: str) -> bool:
    words = _words(name)
    return all(any(word.startswith(w) for word in words) for w in _words(wanted))


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.findall(r"\w+", plain.casefold())
