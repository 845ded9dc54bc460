"""What one passage of one article says: immutable, with its evidence, never merged with another.

"Washington a exigé la levée…" → Event(type="REQUEST", …), start and end on "a exigé", rule "request/exiger".
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import ClassVar

from dragoman.model.spans import Span
from dragoman.version import __version__


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a phrase was resolved: `span` of the phrase, the `actors` it was taken for, and `how`.

    A word that tells what a claim is about (`context`, `issue`) was taken for the name of that.
    """

    span: Span
    actors: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The evidence that every claim carries.

    `article` is the article's id; `start`/`end` count code points of its text; `rule` names the rule that
    fired, with the lexicon entry (`cue/dire`, `request/exiger`); `cue` is the span of the word that made it
    fire; `resolved` tells what was resolved how; `confidence` is in 0..1; `version` is that of the rules.
    `told_id` is the id that it had before a person's judgement changed it, else None.
    """

    layer: ClassVar[str] = "claim"

    article: str
    start: int
    end: int
    rule: str
    cue: Span | None = None
    resolved: tuple[Resolution, ...] = ()
    confidence: float = 1.0
    version: str = __version__
    told_id: str | None = field(default=None, repr=False, compare=False)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def distinction(self) -> str:
        """What tells two claims of one layer on one span apart; empty where the span is enough."""
        return ""

    @property
    def id(self) -> str:
        """Stable over re-reads and over versions of the rules: the passage and the layer, not the reading."""
        if self.told_id is not None:
            return self.told_id
        told = f"{self.article}|{self.layer}|{self.start}|{self.end}|{self.distinction()}"
        return self.layer[0] + hashlib.sha256(told.encode()).hexdigest()[:10]
