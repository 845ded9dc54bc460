"""Who is referred to where: names, roles, metonyms, groups, pronouns, each resolved within the article."""

from __future__ import annotations

from dragoman.model.documents import Document


def find_mentions(document: Document) -> None:
    """Fill `document.mentions` and `document.actors`."""
