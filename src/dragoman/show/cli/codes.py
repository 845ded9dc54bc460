"""The codes that options ask for: to_code("--kind", "kind", "étendue", DISPUTE_KINDS) → "scope".

A code is told as it is, or by the word that the tables show for it, with or without accents.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.lexicon.sides import fold
from dragoman.model.errors import UsageError
from dragoman.show.messages import word_for


def to_code(option: str, field: str, told: str | None, known: Sequence[str]) -> str | None:
    """The code that is meant. Raises UsageError for none of `known`, lest a slip look like an empty record."""
    if told is None:
        return None
    meant = fold(told)
    for code in known:
        if meant in (fold(code), fold(word_for(field, code))):
            return code
    raise UsageError(f"{option} {told}: there is no such code: ask for {', '.join(known)}")
