"""The statements of the annotated articles by weights that have not seen their article.

What is learned over statements (positions) is learned over these: those of the package know the articles that they
were learned from, and are better there than on any other.
"""

from __future__ import annotations

from bench.statement_drafts import Data, Gold, annotated
from bench.train_statements import Speakers, cross_validate

from dragoman.extract.statements.assemble import assemble
from dragoman.extract.statements.choose import choose
from dragoman.model.documents import Document
from dragoman.model.statements import Statement


def unseen_statements() -> tuple[list[Document], list[Gold], list[list[Statement]]]:
    """The documents that are learned from, their gold, and the statements of each."""
    documents, gold = annotated()
    data = Data(documents, gold)
    scores, voices, fold = cross_validate(data, Speakers(data, documents, gold))
    for draft, score in zip(data.flat, scores, strict=True):
        draft.score = float(score)
    chosen = [choose(drafts) for drafts in data.per_article]
    return (
        documents,
        gold,
        [
            assemble(d, drafts, voices[fold[k]])
            for k, (d, drafts) in enumerate(zip(documents, chosen, strict=True))
        ],
    )
