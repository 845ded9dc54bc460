"""When the article was published: told, or narrowed from its body, never guessed."""

from __future__ import annotations

from dragoman.model.documents import Document


def infer_published(document: Document) -> None:
    """Fill `document.published`, `document.dateline`, `document.agency`."""
    document.published = document.article.published
