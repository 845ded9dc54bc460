"""A statement in the making: its content, what introduced it and whom to ask for the speaker."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.extract.statements.cues import Cue
from dragoman.model.spans import Span


@dataclass(slots=True)
class Draft:
    """`span` is the content; `holes` are the incises inside it.

    `who` is the token that heads the speaker's phrase, `clitic` the inverted pronoun's span; `source` says
    how the speaker is to be found: subject, incise, preposition, noun, title, carry (the previous one), nobody.
    """

    span: Span
    rule: str
    source: str
    cue: Cue | None = None
    cue_span: Span | None = None
    lemma: str | None = None
    cls: str | None = None
    who: int | None = None
    clitic: Span | None = None
    holes: tuple[Span, ...] = ()
    sentence: int = 0
    nested: bool = False
    score: float = 0.5
    relays: list[int] = field(default_factory=list)
    hearsay: bool = False
    negative: bool = False
