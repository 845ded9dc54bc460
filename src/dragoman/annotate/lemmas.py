"""Lemmas mended where the model errs."""

from __future__ import annotations

from dragoman.model.documents import Token


def mend_lemmas(tokens: list[Token]) -> list[Token]:
    """Correct lemma and part of speech in place."""
    return tokens
