"""Finds the positions of one article: "Pyongyang propose de fermer Yongbyon" → Corée du Nord, offer, arms.

Candidates from the words of will, refusal, threat and support, and from what is said; weighed, then told apart.
"""

from __future__ import annotations

from dragoman.extract.positions.bindings import MOST, Bindings
from dragoman.extract.positions.candidates import Candidate, keep_company
from dragoman.extract.positions.choices import Reading, choose, read
from dragoman.extract.positions.cues import find_cued
from dragoman.extract.positions.futures import find_asked, find_futures
from dragoman.extract.positions.issues import Topics
from dragoman.extract.positions.sayings import find_said
from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.positions import Position
from dragoman.model.statements import Statement


def find_positions(
    document: Document,
    statements: list[Statement],
    events: list[Event],  # noqa: ARG001 - the layers share one signature
) -> list[Position]:
    """The positions of the document, in text order."""
    return choose(document, find_candidates(document, statements))


def find_readings(document: Document, statements: list[Statement]) -> list[Reading]:
    """All ways to read each of the candidates: where it may end, whom it may bind."""
    topics = Topics(document)
    return [reading for c in find_candidates(document, statements) for reading in read(document, c, topics)]


def find_candidates(document: Document, statements: list[Statement]) -> list[Candidate]:
    """All passages that may be a position, in text order, each as the parse ends it."""
    found = [
        *find_cued(document, statements),
        *find_said(document, statements),
        *find_futures(document, statements),
    ]
    found.extend(find_asked(document, found))
    found.sort(key=lambda c: (c.span, c.rule))
    keep_company(found)
    bindings = Bindings(document)
    for c in found:
        c.parties = bindings.of(c.speakers)[:MOST]
    return found
