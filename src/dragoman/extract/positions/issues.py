"""What a position is about: "la levée des sanctions" → sanctions.

In: the Document and a span. Out: an issue of the codebook, by the weighted lemmas of the content, then of its
sentence, then of the article.
"""

from __future__ import annotations

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


def points(document: Document, first: int, last: int) -> dict[str, float]:
    """Points per issue of the tokens `first` to `last`."""
    table = _issues()
    out: dict[str, float] = {}
    for token in document.tokens[first:last]:
        if token.pos not in WORDS:
            continue
        low = token.lower
        entry = table.get(token.lemma.lower()) or table.get(low) or table.get(low.removesuffix("s"))
        for issue, weight in (entry or {}).items():
            out[issue] = out.get(issue, 0) + weight
    return out


def issue_points(document: Document, span: Span) -> dict[str, float]:
    """Content weighs 1, the rest of the sentence a quarter, the whole article a little."""
    tokens = document.tokens_in(span)
    if not tokens:
        return {}
    total = dict(points(document, tokens[0].i, tokens[-1].i + 1))
    sentence = document.sentence_of(tokens[0].i)
    for issue, value in points(document, sentence.first, sentence.last).items():
        total[issue] = total.get(issue, 0) + 0.25 * value
    return total


def article_points(document: Document) -> dict[str, float]:
    """Share of each issue in the article's words."""
    found = points(document, 0, len(document.tokens))
    whole = sum(found.values()) or 1
    return {k: v / whole for k, v in found.items()}


def issue_of(document: Document, span: Span, article: dict[str, float]) -> str:
    """The issue with the most points; other where nothing points anywhere."""
    found = issue_points(document, span)
    scored = {k: v + 1.0 * article.get(k, 0) for k, v in found.items()}
    best = max(scored, key=lambda k: (scored[k], k), default=None)
    return best if best is not None and scored[best] >= 1 else "other"
