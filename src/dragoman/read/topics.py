"""A first pass at the speed of an archive: which texts name at least two of the parties that one asks about.

"Corée du Nord, États-Unis" → a text with "Pyongyang" and "Washington" goes on to the analysis, one with one does not.

All forms of the parties in the lexicon (names, capitals, seats of power, demonyms, bodies) are sought at once by an
Aho–Corasick automaton; a party that the lexicon has not is sought by the name that was given.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.lexicon.sides import find_side, fold, load_forms, load_sides
from dragoman.model.errors import UsageError

# A form as short as this counts only as a word of its own: US is not in USINE.
SHORT = 5
NEEDED = 2


@dataclass(frozen=True, slots=True)
class Topic:
    """`parties` as they were asked for, canonical where we know them."""

    parties: tuple[str, ...]
    _automaton: Any = field(repr=False)
    _whose: tuple[int, ...] = field(repr=False)
    _short: tuple[bool, ...] = field(repr=False)

    def is_in(self, text: str) -> bool:
        """Whether the text names at least two of the parties (or the one, where one was asked for)."""
        needed = min(NEEDED, len(self.parties))
        found: set[int] = set()
        for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            party = self._whose[pattern]
            if party not in found and (not self._short[pattern] or _stands_alone(text, start, end)):
                found.add(party)
                if len(found) >= needed:
                    return True
        return False


def find_topic(about: str) -> Topic:
    """The topic of "Corée du Nord, États-Unis". Raises UsageError where it names no party."""
    asked = [part.strip() for part in about.replace(";", ",").split(",") if part.strip()]
    if not asked:
        raise UsageError(
            "--about: name the parties, with commas between them: --about 'Corée du Nord, États-Unis'"
        )
    parties = tuple(dict.fromkeys(_canonical(part) for part in asked))
    patterns: dict[str, int] = {}
    for n, party in enumerate(parties):
        for form in (party, *_forms(party)):
            for spelling in _spellings(form):
                patterns.setdefault(spelling, n)
    automaton = AhoCorasick(list(patterns), matchkind=MatchKind.Standard)
    return Topic(parties, automaton, tuple(patterns.values()), tuple(len(p) <= SHORT for p in patterns))


def _canonical(part: str) -> str:
    side = find_side(part)
    if side is None:  # typed without its capitals or accents
        side = next((s for name, s in load_sides().items() if fold(name) == fold(part)), None)
    return side.name if side is not None else part


def _forms(party: str) -> Iterator[str]:
    return (f.text for f in load_forms() if party in (f.side.name, f.side.side))


def _spellings(form: str) -> Iterator[str]:
    """The ways in which the press writes a form: capitals with and without accents, hyphens, both apostrophes."""
    plain = "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))
    unaccented = "".join(
        p if c.isupper() else c for c, p in zip(form, plain, strict=True)
    ) if len(plain) == len(form) else form  # fmt: skip
    for told in dict.fromkeys((form, unaccented, plain)):
        for spelt in dict.fromkeys(
            (told, told.replace("-", " "), told.replace("'", "’"), told.replace("-", "\u2011"))
        ):
            yield spelt
            yield spelt[:1].upper() + spelt[1:]
            if len(spelt) > SHORT:
                yield spelt.upper()


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()
