"""The French that resolution looks for in what was said: all or part, success or failure, figures, meals.

"la levée de toutes les sanctions" is whole, "une levée partielle" is part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.lexicon import load_yaml


@dataclass(frozen=True, slots=True)
class Wordings:
    """Compiled patterns of lexicon/fr/wordings.yaml."""

    patterns: dict[str, re.Pattern[str]]
    empty: frozenset[str]

    @staticmethod
    @cache
    def load() -> Wordings:
        """The one instance."""
        told = load_yaml("fr/wordings")
        patterns = {
            name: re.compile("|".join(entry["pattern"] for entry in entries), re.IGNORECASE)
            for name, entries in told["patterns"].items()
        }
        return Wordings(patterns, frozenset(told["empty_words"]))

    def find(self, name: str, text: str) -> re.Match[str] | None:
        """The first match of the named idea (`whole`, `part`, `success`, `failure`, `meal`, `figure`…)."""
        return self.patterns[name].search(text)

    def meal(self, label: str) -> bool:
        """Whether a meeting's label names a meal or a ceremony inside a larger meeting."""
        return bool(self.find("meal", label))
