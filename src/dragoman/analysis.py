"""The part of the walk that sees one article at a time: annotate → extract.

Article("Kari Moen a annoncé…") → its Document and its Claims; the same in one process and in many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from dragoman.annotate import annotate_articles
from dragoman.extract import Claims, extract_claims
from dragoman.model.articles import Article, SetAside
from dragoman.model.documents import Document
from dragoman.model.errors import DragomanError

Note: TypeAlias = Callable[[SetAside], None]
Analysis: TypeAlias = Callable[[Iterable[Article], Note], Iterator[tuple[Document, Claims]]]


def analyse(articles: Iterable[Article], on_aside: Note) -> Iterator[tuple[Document, Claims]]:
    """Every article's document and claims, in order; one that breaks a rule of ours stops no other."""
    for document in annotate_articles(articles):
        try:
            claims = extract_claims(document)
        except (OSError, ImportError, DragomanError):  # Dragoman itself is not whole: no article can be read
            raise
        except Exception as e:  # told to the user, who can report it, and read again by the next version
            name = document.article.path or document.article.name
            on_aside(SetAside(name, f"the analysis failed ({type(e).__name__}: {e}): please report it"))
            continue
        yield document, claims
