"""How a passage is meant, by its words: "Moscou doit retirer ses troupes" → duty, act.

In: a Document, a candidate's span and head. Out: names of features, by the classes of lexicon/fr/tones.yaml.
"""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.extract.positions.candidates import Candidate
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token

# How many words before the content still tell how it is meant.
REACH = 6


@cache
def _tones() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for tone, entry in load_yaml("fr/tones").items():
        for lemma in entry["lemmas"]:
            out[lemma] = (*out.get(lemma, ()), tone)
    return out


def tones_of(token: Token) -> tuple[str, ...]:
    """The classes that the word belongs to."""
    return _tones_of(token.lemma, token.lower)


@lru_cache(maxsize=1 << 14)
def _tones_of(lemma: str, low: str) -> tuple[str, ...]:
    return _tones().get(lemma.lower()) or _tones().get(low, ())


def tones_in(tokens: list[Token]) -> set[str]:
    """The classes that any of the words belong to."""
    return {f"tone={tone}" for token in tokens for tone in tones_of(token)}


def tones_about(document: Document, c: Candidate) -> set[str]:
    """The classes of the head, and of the words right before the content."""
    first = document.token_at(c.span.start)
    before = document.tokens[max(0, first.i - REACH) : first.i] if first is not None else []
    return {f"head tone={tone}" for tone in tones_of(document.tokens[c.head])} | {
        f"before tone={tone}" for token in before for tone in tones_of(token)
    }
