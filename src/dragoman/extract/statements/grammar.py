"""The grammatical words of lexicon/fr/speech_grammar.yaml, by the name of their list.

words("days") → {"lundi", "mardi", …}
"""

from __future__ import annotations

from functools import cache

from dragoman.lexicon import load_yaml


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list, lower case."""
    return frozenset(load_yaml("fr/speech_grammar")[name]["words"])
