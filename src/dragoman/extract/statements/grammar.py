"""The grammatical words of lexicon/fr/speech_grammar.yaml, by the name of their list, and the names of what cues are.

words("days") → {"lundi", "mardi", …}
"""

from __future__ import annotations

from functools import cache

from dragoman.lexicon import load_yaml

FRAMES = ("que", "inf", "colon", "object", "attr", "incise", "preposition", "noun-que", "noun-inf", "noun-quote",
          "carry-quote", "carry-colon", "carry-sentence", "title", "verb", "hearsay")  # fmt: skip
CLASSES = ("say", "claim", "deny", "ask", "promise", "threaten", "hope", "fear", "judge", "perceive", "write", "relay",
           "read", "accuse", "admit", "propose", "warn", "predict")  # fmt: skip
FORMS = ("finite", "participle", "past", "infinitive")


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list, lower case."""
    return frozenset(load_yaml("fr/speech_grammar")[name]["words"])
