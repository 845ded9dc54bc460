"""Many words as one pattern: those with the same first letter stand together, so that a place is left at one look.

any_of(["paix", "traité de paix", "trêve"]) → "(?:t(?:raité\\ de\\ paix|rêve)|p(?:aix))"
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern that any of the words fits, the longest first."""
    told: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        told.setdefault(word[0], []).append(re.escape(word[1:]))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in told.items()) + ")"
