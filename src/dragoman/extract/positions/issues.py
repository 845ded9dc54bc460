"""What a position is about: "la levée des sanctions" → sanctions.

In: a Document and spans of it. Out: an issue of the codebook, by the weighted lemmas of the content, then of its
sentence, then of the article.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document
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
