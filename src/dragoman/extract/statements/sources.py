"""A preposition that attributes words to somebody, where it stands.

"Selon le ministre, …" → Source(preposition selon, who *ministre*).
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.spans import Span


@dataclass(frozen=True, slots=True)
class Preposition:
    """`words` as they stand in the text, lower case; `refused` are the heads that never speak. The second word of an
    `own` one stands for the speaker: "à ses yeux"."""

    words: tuple[str, ...]
    cls: str
    refused: frozenset[str]
    own: bool = False

    @property
    def lemma(self) -> str:
        return " ".join(self.words).replace("' ", "'")


@dataclass(frozen=True, slots=True)
class Source:
    """One occurrence: tokens `first`..`last` of the preposition, the head of its complement and its end."""

    preposition: Preposition
    first: int
    last: int
    who: int
    end: int
    span: Span
