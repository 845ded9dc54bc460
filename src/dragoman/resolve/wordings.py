"""The French that resolution looks for in what was said: all or part, success or failure, figures, meals.

"la levée de toutes les sanctions" is whole, "une levée partielle" is part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.lexicon import load_yaml


def lowered(text: str) -> str:
    """In lower case, offsets kept; as it is where a letter has no lower case of its own length."""
    plain = text.lower()
    return plain if len(plain) == len(text) else text


_SIGNS = re.compile(r"\W+")


def plain_words(text: str) -> str:
    """The words without signs: what prints of one passage share ("l’accord « total »", "l'accord total")."""
    return _SIGNS.sub(" ", text).strip().lower()


@dataclass(frozen=True, slots=True)
class Wordings:
    """Compiled patterns of lexicon/fr/wordings.yaml, all in lower case: so they are searched thrice as fast."""

    patterns: dict[str, re.Pattern[str]]
    empty: frozenset[str]

    @staticmethod
    @cache
    def load() -> Wordings:
        """The one instance."""
        told = load_yaml("fr/wordings")
        joined = {name: "|".join(e["pattern"] for e in entries) for name, entries in told["patterns"].items()}
        joined |= {name: "|".join(joined[part] for part in parts) for name, parts in told["together"].items()}
        patterns = {name: re.compile(pattern) for name, pattern in joined.items()}
        return Wordings(patterns, frozenset(told["empty_words"]))

    def find(self, name: str, text: str) -> re.Match[str] | None:
        """The first match of the named idea (`whole`, `part`, `success`, `failure`, `meal`, `figure`…)."""
        return self.patterns[name].search(lowered(text))

    def find_all(self, name: str, text: str) -> Iterator[re.Match[str]]:
        """All matches of the named idea, in text order."""
        return self.patterns[name].finditer(lowered(text))

    def meal(self, label: str) -> bool:
        """Whether a meeting's label names a meal or a ceremony inside a larger meeting."""
        return bool(self.find("meal", label))
