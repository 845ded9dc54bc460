"""The document's words, smaller than its tokens: "Kim Jong-un" kept as one token is three words.

Document → Words, a parallel set of lists; a punctuation mark is a break that no name crosses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.lexicon.sides import fold
from dragoman.model.documents import Document

_WORD = re.compile(r"[^\W_]+\+?")
_PARTING = frozenset((":", ";", "–", "—", "-"))
_JOINTS = frozenset(("-", "'", "’", "."))


@dataclass(slots=True)
class Words:
    """Parallel lists over the words: `text`, `folded` ("" for a break), `capital`, `token`, `start`, `end`.

    `clause` counts the colons, semicolons and dashes before the word: what they part are clauses of their own.
    """

    text: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    token: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    clause: list[int] = field(default_factory=list)


@lru_cache(maxsize=65536)
def _split(text: str) -> tuple[tuple[str, str, bool, int, int], ...]:
    """(text, folded, capital, start, end) of each word of a token; a mark is one break."""
    # "a" is the auxiliary; "à" and the capital "A" of "A Hanoï" are the preposition
    parts = tuple(
        (
            m.group(),
            "_a" if m.group() == "a" else fold(m.group()),
            m.group()[0].isupper(),
            m.start(),
            m.end(),
        )
        for m in _WORD.finditer(text)
    )
    if not parts and text not in _JOINTS:
        return (("", "", False, 0, len(text)),)
    return parts


def _stands_alone(text: str, at: int) -> bool:
    """Whether the hyphen at `at` is a dash: spaces around it."""
    return text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()


def cut_words(document: Document) -> Words:
    """The words of the parsed sentences, with a break before each sentence and after the last."""
    rows: list[tuple[str, str, bool, int, int, int]] = []
    sentence = -1
    for token in document.tokens:
        i, at = token.i, token.start
        if token.sent != sentence:
            sentence = token.sent
            rows.append(("", "", False, i, at, at))
        if token.text == "-" and _stands_alone(document.text, at):
            rows.append(("", "", False, i, at, at + 1))
            continue
        for text, folded, capital, first, last in _split(token.text):
            rows.append((text, folded, capital, i, at + first, at + last))
    end = len(document.text)
    # more than needed, so that looking a few words ahead never runs over
    rows += [("", "", False, len(document.tokens) - 1, end, end)] * 4
    words = Words(*map(list, zip(*rows, strict=True)))
    count = 0
    for folded, first, last in zip(words.folded, words.start, words.end, strict=True):
        count += not folded and document.text[first:last] in _PARTING
        words.clause.append(count)
    return words
