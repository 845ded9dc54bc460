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
_JOINTS = ("-", "'", "’", ".")


@dataclass(slots=True)
class Words:
    """Parallel lists over the words: `text`, `folded` ("" for a break), `token`, `start`, `end`."""

    text: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    token: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    first_of: list[int] = field(default_factory=list)

    def capital(self, k: int) -> bool:
        """Whether word `k` begins with a capital."""
        return self.text[k][:1].isupper()


@lru_cache(maxsize=65536)
def _split(text: str) -> tuple[tuple[str, str, int], ...]:
    # "a" is the auxiliary; "à" and the capital "A" of "A Hanoï" are the preposition
    return tuple(
        (m.group(), "_a" if m.group() == "a" else fold(m.group()), m.start()) for m in _WORD.finditer(text)
    )


def cut_words(document: Document) -> Words:
    """The words of the parsed sentences; `first_of[i]` is the first word of token `i` or after it."""
    out = Words()
    sentence = -1
    for token in document.tokens:
        if token.sent != sentence:
            sentence = token.sent
            _add(out, "", "", token.i, token.start, token.start)
        out.first_of.append(len(out.text))
        parts = _split(token.text)
        if not parts and token.text not in _JOINTS:
            _add(out, "", "", token.i, token.start, token.end)
        for text, folded, offset in parts:
            start = token.start + offset
            _add(out, text, folded, token.i, start, start + len(text))
    end = len(document.text)
    _add(out, "", "", len(document.tokens), end, end)
    out.first_of.append(len(out.text) - 1)
    return out


def _add(out: Words, text: str, folded: str, token: int, start: int, end: int) -> None:
    out.text.append(text)
    out.folded.append(folded)
    out.token.append(token)
    out.start.append(start)
    out.end.append(end)
