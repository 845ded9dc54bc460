"""What a position is about: "la levée des sanctions" → sanctions.

In: a Document and spans of it. Out: an issue of the codebook, by the weighted lemmas of the content, then of its
sentence, then of the article; where no word of it is known, by the vectors of its words (see likeness).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dragoman.lexicon import load_yaml
from dragoman.model.documents import CONTEXT, Document, Token
from dragoman.model.spans import Span

WORDS = ("NOUN", "VERB", "ADJ", "PROPN", "X", "ADV")


@cache
def _issues() -> dict[str, dict[str, int]]:
    out: dict[str, dict[str, int]] = {}
    for issue, entry in load_yaml("fr/issues").items():
        for weight in (3, 2, 1):
            for lemma in entry.get(weight, ()):
                out.setdefault(lemma.lower(), {})[issue] = weight
    return out


@cache
def _centres() -> tuple[tuple[str, ...], NDArray[np.float32]]:
    """The issues, and the direction in which the vectors of each one's surest words lie (one row an issue)."""
    with files(__package__).joinpath("issue_vectors.npz").open("rb") as f, np.load(f) as told:
        return tuple(told["issues"].tolist()), told["centres"].astype(np.float32)


def direction(token: Token) -> NDArray[np.float32] | None:
    """The vector of the word alone at length 1; None for a word without one."""
    if token.vector is None or token.pos not in WORDS[:4]:
        return None
    vector = token.vector[CONTEXT:].astype(np.float32)
    size = float(np.linalg.norm(vector))
    return vector / size if size else None


def centres_of(documents: list[Document]) -> tuple[list[str], NDArray[np.float32]]:
    """The centres, from each word of weight 3 that stands in the documents, less what all of them share."""
    words: dict[str, dict[str, NDArray[np.float32]]] = {}
    table = _issues()
    for document in documents:
        for token in document.tokens:
            lemma = token.lemma.lower()
            for issue, weight in table.get(lemma, {}).items():
                if weight == 3 and lemma not in words.get(issue, {}) and (v := direction(token)) is not None:
                    words.setdefault(issue, {})[lemma] = v
    issues = [issue for issue in load_yaml("fr/issues") if issue in words]
    means = np.stack([np.mean(list(words[issue].values()), axis=0) for issue in issues])
    means -= means.mean(axis=0)
    return issues, means / np.linalg.norm(means, axis=1, keepdims=True)


class Topics:
    """The issues that one document's words point to, read once; `shares` are those of the whole article."""

    def __init__(self, document: Document) -> None:
        table = _issues()
        self.document = document
        self._told: list[dict[str, int]] = []
        self._where: list[int] = []
        for token in document.tokens:
            if token.pos in WORDS:
                low = token.lower
                entry = table.get(token.lemma.lower()) or table.get(low) or table.get(low.removesuffix("s"))
                if entry:
                    self._told.append(entry)
                    self._where.append(token.i)
        self._sentences: dict[int, dict[str, float]] = {}
        found = self._points(0, len(document.tokens))
        whole = sum(found.values()) or 1
        self.shares = {k: v / whole for k, v in found.items()}

    def _points(self, first: int, last: int) -> dict[str, float]:
        out: dict[str, float] = {}
        for k in range(bisect_left(self._where, first), len(self._where)):
            if self._where[k] >= last:
                break
            for issue, weight in self._told[k].items():
                out[issue] = out.get(issue, 0) + weight
        return out

    def points(self, span: Span) -> dict[str, float]:
        """Points per issue: the content weighs 1, its whole sentence a quarter."""
        tokens = self.document.tokens_in(span)
        if not tokens:
            return {}
        total = self._points(tokens[0].i, tokens[-1].i + 1)
        number = tokens[0].sent
        if number not in self._sentences:
            sentence = self.document.sentences[number]
            self._sentences[number] = self._points(sentence.first, sentence.last)
        for issue, value in self._sentences[number].items():
            total[issue] = total.get(issue, 0) + 0.25 * value
        return total

    def issue_of(self, span: Span) -> str:
        """The issue with the most points; other where nothing points anywhere."""
        scored = {k: v + self.shares.get(k, 0) for k, v in self.points(span).items()}
        best = max(scored, key=lambda k: (scored[k], k), default=None)
        return best if best is not None and scored[best] >= 1 else "other"

    def likeness(self, span: Span) -> dict[str, float]:
        """How near the two nearest words of the span are to the words of each issue (-1..1), by their vectors."""
        known = [v for t in self.document.tokens_in(span) if (v := direction(t)) is not None]
        if not known:
            return {}
        issues, centres = _centres()
        near = np.sort(np.stack(known) @ centres.T, axis=0)[-2:].mean(axis=0)
        return dict(zip(issues, near.tolist(), strict=True))

    def words_of(self, span: Span, issue: str) -> list[str]:
        """The words of the span that the lexicon gives to the issue, in text order."""
        table = _issues()
        return [t.text for t in self.document.tokens_in(span) if issue in table.get(t.lemma.lower(), {})]
