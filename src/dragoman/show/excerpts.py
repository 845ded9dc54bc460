"""An act in the words around it, for a table: its trigger alone ("a demandé") says too little.

"Pyongyang ⟦a demandé⟧ la levée d'une partie des sanctions, a dit le ministre" → as much of it as a cell holds.
"""

from __future__ import annotations

from collections.abc import Collection

from dragoman.model.claims import Claim
from dragoman.model.spans import Span
from dragoman.record import Record, find_articles, find_sentences
from dragoman.show.marks import one_line
from dragoman.show.selections import sentence_of

OPEN, CLOSE = "⟦", "⟧"
AROUND = 50  # characters on each side


def find_excerpts(record: Record, claims: Collection[Claim]) -> dict[str, str]:
    """The passage of each claim in the words around it, by the claim's id."""
    articles = {c.article for c in claims}
    texts = {a.article_id: a.text for a in find_articles(record, text=True, articles=articles)}
    sentences = find_sentences(record, articles=articles)
    return {
        c.id: excerpt(texts[c.article], sentence_of(sentences.get(c.article, []), c.span), c.span)
        for c in claims
        if c.article in texts
    }


def excerpt(text: str, sentence: Span, passage: Span) -> str:
    """The passage between brackets, and `AROUND` characters of its sentence on each side, cut between words."""
    before = one_line(text[sentence.start : passage.start] + "|")[:-1]
    after = one_line("|" + text[passage.end : sentence.end])[1:]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return f"{before}{OPEN}{one_line(passage.of(text))}{CLOSE}{after}"
