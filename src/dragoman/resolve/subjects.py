"""What a passage is about, by the words that point to an issue: "la levée des sanctions" → sanctions."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from dragoman.lexicon import load_yaml
from dragoman.resolve.cast import fold

# A word points to an issue where it begins as a lemma does, endings aside; shorter lemmas are words of their own.
SHORT, ENDING = 5, 3
# Weights that add up to less tell nothing.
LEAST = 2


@cache
def _beginnings() -> tuple[dict[str, list[tuple[str, int]]], re.Pattern[str]]:
    """What a word may begin with (or be, where it ends in a space) → the issues that it points to, with weights."""
    out: dict[str, list[tuple[str, int]]] = {}
    for issue, entry in load_yaml("fr/issues").items():
        for weight, lemmas in entry.items():
            if isinstance(weight, int):
                for lemma in lemmas:
                    key = fold(str(lemma))
                    stem = f"{key} " if len(key) <= SHORT else key[: max(SHORT, len(key) - ENDING)]
                    out.setdefault(stem, []).append((issue, weight))
    parts = [
        re.escape(s.strip()) + (r"(?=s? )" if s[-1] == " " else "")
        for s in sorted(out, key=len, reverse=True)
    ]
    return out, re.compile(r" (" + "|".join(parts) + ")")


@lru_cache(maxsize=4096)
def issue_of(words: str) -> str | None:
    """The issue that the words point to most, None where they point to none."""
    table, pattern = _beginnings()
    tally: Counter[str] = Counter()
    for m in pattern.finditer(f" {fold(words)} "):
        for issue, weight in table.get(m[1], []) or table.get(f"{m[1]} ", []):
            tally[issue] += weight
    best = min(tally, key=lambda i: (-tally[i], i), default=None)
    return best if best and tally[best] >= LEAST else None
