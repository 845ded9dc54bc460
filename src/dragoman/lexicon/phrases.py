"""Lexicon entries of one or several words, found by their first words: "chef de la diplomatie" → its entry.

The entries are those of `fr/*.yaml` files with `class` and `lemmas`; plurals are told by the rule of the ending.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dragoman.lexicon.loader import load_yaml
from dragoman.lexicon.sides import fold, words_of


@dataclass(frozen=True, slots=True)
class Phrase:
    """A lemma with its class, the file that holds it and the other keys of its entry."""

    lemma: str
    group: str
    source: str
    words: tuple[str, ...]
    entry: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a text, and whether it stands in the plural."""

    phrase: Phrase
    plural: bool

    @property
    def length(self) -> int:
        return len(self.phrase.words)


@cache
def load_phrases(*names: str) -> dict[str, list[Phrase]]:
    """First folded word → the phrases of these files that begin with it, the longest first."""
    out: dict[str, list[Phrase]] = {}
    for name in names:
        for entry in load_yaml(name):
            for lemma in entry["lemmas"]:
                words = tuple(fold(w) for w in words_of(lemma))
                out.setdefault(words[0], []).append(Phrase(lemma, entry["class"], name, words, entry))
    for found in out.values():
        found.sort(key=lambda phrase: -len(phrase.words))
    return out


@cache
def load_class(name: str, group: str) -> frozenset[str]:
    """The folded lemmas of one class, several words joined by a space."""
    return frozenset(
        " ".join(fold(w) for w in words_of(lemma))
        for entry in load_yaml(name)
        if entry["class"] == group
        for lemma in entry["lemmas"]
    )


@lru_cache(maxsize=32768)
def singular(folded: str) -> str:
    """The singular of a plural by its ending: `presidents` → `president`, `generaux` → `general`."""
    if folded.endswith("eaux"):
        return folded[:-1]
    if folded.endswith("aux"):
        return folded[:-3] + "al"
    return folded[:-1] if folded.endswith(("s", "x")) else folded


def match_phrases(phrases: Mapping[str, Sequence[Phrase]], folded: Sequence[str], k: int) -> list[Match]:
    """All the longest phrases that start at word `k`, of all the files in the index."""
    first = folded[k]
    one = singular(first)
    if first not in phrases and one not in phrases:
        return []
    out: list[Match] = []
    for phrase in phrases.get(first, ()):
        n = len(phrase.words)
        if out and n < out[0].length:
            break
        if n == 1 or tuple(folded[k + 1 : k + n]) == phrase.words[1:]:
            out.append(Match(phrase, False))
    if one != first:
        for phrase in phrases.get(one, ()):
            n = len(phrase.words)
            if out and n < out[0].length:
                break
            rest = tuple(folded[k + 1 : k + n])
            if n == 1 or rest == phrase.words[1:] or tuple(map(singular, rest)) == phrase.words[1:]:
                if out and n > out[0].length:
                    out = []
                out.append(Match(phrase, True))
    return out
