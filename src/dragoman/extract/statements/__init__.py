"""Finds the statements of one article: who said what, in which words, by which cue.

Donald Trump a affirmé que Pyongyang avait exigé… → Statement(speaker "Donald Trump", kind "indirect").
"""

from __future__ import annotations

from dragoman.extract.statements.assemble import assemble
from dragoman.extract.statements.candidates import find_drafts
from dragoman.extract.statements.choose import FLOOR, choose
from dragoman.extract.statements.scorer import score_drafts
from dragoman.model.documents import Document
from dragoman.model.statements import Statement

__all__ = ["find_statements"]


def find_statements(document: Document, floor: float = FLOOR) -> list[Statement]:
    """The statements of the document, in text order; a higher `floor` (0..1) leaves more doubtful ones out."""
    drafts = find_drafts(document)
    score_drafts(drafts)
    return assemble(document, choose(drafts, floor))
