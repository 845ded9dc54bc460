"""Lexicon entries of one or several words, found by their first words: "chef de la diplomatie" → its entry.

The entries are those of a `fr/*.yaml` with `class` and `lemmas`; plurals are told by the rule of the ending.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.lexicon.loader import load_yaml
from dragoman.lexicon.sides import fold, words_of


@dataclass(frozen=True, slots=True)
class Phrase:
    """A lemma with its class and the other keys of its entry."""

    lemma: str
    group: str
    entry: Mapping[str, Any]


@cache
def load_phrases(name: str) -> dict[str, list[tuple[tuple[str, ...], Phrase]]]:
    """First folded word → (all folded words, phrase), the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], Phrase]]] = {}
    for entry in load_yaml(name):
        for lemma in entry["lemmas"]:
            words = tuple(fold(w) for w in words_of(lemma))
            if words:
                out.setdefault(words[0], []).append((words, Phrase(lemma, entry["class"], entry)))
    for found in out.values():
        found.sort(key=lambda pair: -len(pair[0]))
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


def singular(folded: str) -> str:
    """The singular of a plural by its ending: `presidents` → `president`, `generaux` → `general`."""
    if folded.endswith("eaux"):
        return folded[:-1]
    if folded.endswith("aux"):
        return folded[:-3] + "al"
    return folded[:-1] if folded.endswith(("s", "x")) else folded


def match_phrase(name: str, folded: Sequence[str], k: int) -> tuple[Phrase, int, bool] | None:
    """The longest phrase that starts at word `k`: phrase, number of words, whether it is in the plural."""
    phrases = load_phrases(name)
    first = folded[k]
    for head, plural in ((first, False), (singular(first), True)):
        if plural and head == first:
            break
        for words, phrase in phrases.get(head, ()):
            n = len(words)
            if n == 1 or tuple(folded[k + 1 : k + n]) == words[1:]:
                return phrase, n, plural
            if plural and tuple(singular(w) for w in folded[k + 1 : k + n]) == words[1:]:
                return phrase, n, True
    return None
