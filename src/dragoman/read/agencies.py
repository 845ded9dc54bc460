"""The agencies that a byline names: "Orange avec AFP-Services" → ("AFP",)."""

from __future__ import annotations

import re
from functools import cache

from dragoman.lexicon import load_yaml


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {form: entry["lemma"] for entry in load_yaml("fr/agencies") for form in entry["forms"]}
    longest = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"), names


def find_agencies(byline: str | None) -> tuple[str, ...]:
    """The agencies' names as the lexicon has them, in order, each once."""
    pattern, names = _forms()
    return tuple(dict.fromkeys(names[m[0]] for m in pattern.finditer(byline or "")))
