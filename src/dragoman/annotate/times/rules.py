"""Rules: a pattern over the classes of words, and what a match of it means.

`@rule("{the}?{day}{month}{year}?")` on a function that turns a Match into the times that it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from dragoman.annotate.times.anchors import Anchor
from dragoman.annotate.times.moments import Moment
from dragoman.annotate.times.words import Word, vocabulary
from dragoman.model.spans import Span

# Names in capitals stand for any of several classes.
SETS = {
    "DAY": "h24 d31",
    "TWO": "h24 d31 m59 yy",
    "N": "one number h24 d31 m59 yy big decimal",
    "CARDINAL": "number h24 d31 m59 yy big decimal",
    "UNIT": "unit hour day week moon annum century weekend decade",
    "OF": "of du",
    "OFS": "of du des",
    "TO": "à au",
    "WHEN": "weekday deictic today",
}
# Pieces that several rules share.
PIECES = {
    "CLOCK": "(?:{clock}|{TWO}{hour}(?:{TWO}(?!{hour}))?|{noon})",
    "TAIL": "(?P<tail>{part}(?:{à}{clock})?|{noon}|{au}{part}|{dans}{the}(?:{part}|{day})|{à}{the}{edge}{hyphen}{day}"
    "|{en}{edge}{of}{day}|{à}{the}{part}|{en}(?:{edge}{of})?{part}"
    "|{hyphen}?{clock}|{à}{CLOCK}{zone}?|{hyphen}{clock})",
    "APPROX": "(?:{little}?{plus}{of}|{little}?{less}{of}|{barely}|{near}{of}?|{soon}|{au}?{least})",
    "FRACTION": "(?:{and}{half}|{and}{quarter}|{and}{one}{half})",
}


class Found(NamedTuple):
    """One time that a rule read: its span, its type and where it points."""

    span: Span
    type: str
    moment: Moment
    edtf: str | None = None


@dataclass(slots=True)
class Match:
    """A stretch of words that fits a rule's pattern; `first` is the index of its first word."""

    words: list[Word]
    found: re.Match[str]
    anchor: Anchor

    def all(self, group: str | int = 0) -> list[Word]:
        """The words of a group, empty where it took no part or the pattern has none of that name."""
        if isinstance(group, str) and group not in self.found.re.groupindex:
            return []
        start, end = self.found.span(group)
        return self.words[start:end] if start >= 0 else []

    def one(self, group: str) -> Word | None:
        return next(iter(self.all(group)), None)

    def value(self, group: str) -> Any:
        """The lexicon's value of the first word of a group, None where it took no part."""
        word = self.one(group)
        return None if word is None else word.value

    def span(self, group: str | int = 0) -> Span:
        words = self.all(group)
        return Span(words[0].start, words[-1].end)

    def before(self, n: int = 1) -> Word | None:
        """The n-th word before the match."""
        k = self.found.start() - n
        return self.words[k] if k >= 0 else None

    def after(self, n: int = 1) -> Word | None:
        """The n-th word after the match."""
        k = self.found.end() + n - 1
        return self.words[k] if k < len(self.words) else None

    def direction(self, group: str | int = 0) -> str | None:
        """Where the tense around the match looks."""
        return self.anchor.direction(self.all(group)[-1].start)

    def capital_inside(self, word: Word) -> bool:
        """Whether `word` has a capital that no sentence start explains: then it is a name."""
        text = self.anchor.document.text
        if not word.upper or (word.end - word.start > 1 and text[word.start : word.end].isupper()):
            return False
        before = text[max(0, word.start - 12) : word.start].rstrip(" \u00a0\u202f\"«“'(-–—•*\t")
        return bool(before) and before[-1] not in '.!?:;…\n»”"¶|/'


# Of two rules that fit the same words, the one whose file comes first wins.
ORDER = ("days", "periods", "clocks", "relatives", "distances", "habits", "amounts")
# The type of what only looks like a time: it takes its words and gives nothing.
NOTHING = "NOTHING"

Reader = Callable[[Match], list[Found]]
_RULES: list[tuple[str, str, Reader]] = []


def rule(*patterns: str) -> Callable[[Reader], Reader]:
    """Registers the function under its own name for each pattern."""

    def keep(read: Reader) -> Reader:
        for pattern in patterns:
            _RULES.append((read.__name__, pattern, read))  # noqa: PERF401
        return read

    return keep


@lru_cache(maxsize=1)
def rules() -> list[tuple[str, re.Pattern[str], Reader]]:
    """All rules, compiled."""
    ordered = sorted(_RULES, key=lambda r: ORDER.index(r[2].__module__.rpartition(".")[2]))
    return [(name, re.compile(expand(pattern), re.X), read) for name, pattern, read in ordered]


def expand(pattern: str) -> str:
    """A pattern over class names as one over the characters that stand for them."""
    letters = vocabulary().letters

    def put(m: re.Match[str]) -> str:
        name = m[1]
        if name in PIECES:
            return expand(PIECES[name])
        if name in SETS:
            return "[" + "".join(letters[n] for n in SETS[name].split()) + "]"
        return letters[name]

    return re.sub(r"\{([^\d\W][\w-]*)\}", put, pattern)
