"""Dragoman reads the press coverage of a negotiation and keeps the negotiation's record.

    import dragoman as d
    with d.open_record("hanoi.db", write=True) as record:
        d.read_paths(record, ["presse/"])
        d.find_claims(record, d.Statement, d.Scope(actor="trump", known_by="2019-02-28"))
        d.tell_story(record, as_of="2019-03-01").meetings

Each name is fetched when it is first asked for, so that looking at a record loads no parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.gather import tell_story
    from dragoman.model.articles import Article
    from dragoman.model.errors import DragomanError
    from dragoman.model.events import Event
    from dragoman.model.meetings import MeetingReport
    from dragoman.model.positions import Position
    from dragoman.model.statements import Statement
    from dragoman.pipeline import annotate_paths, read_paths
    from dragoman.record import Scope, find_claims, open_record

_HOMES = {
    "Article": "model.articles",
    "DragomanError": "model.errors",
    "Event": "model.events",
    "MeetingReport": "model.meetings",
    "Position": "model.positions",
    "Scope": "record",
    "Statement": "model.statements",
    "annotate_paths": "pipeline",
    "find_claims": "record",
    "open_record": "record",
    "read_paths": "pipeline",
    "tell_story": "gather",
}

__all__ = [
    "Article",
    "DragomanError",
    "Event",
    "MeetingReport",
    "Position",
    "Scope",
    "Statement",
    "__version__",
    "annotate_paths",
    "find_claims",
    "open_record",
    "read_paths",
    "tell_story",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute '{name}'")
    return getattr(import_module(f"dragoman.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
