"""What was said so far in an article: who spoke, in which sentence, and whom the article names how often.

open_story(document) → a Story; tell(story, "Anna Kovar", 3) → she has spoken in its fourth sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.trails import Trail
from dragoman.model.actors import Mention
from dragoman.model.documents import Document

FEMININE, MASCULINE = words("feminine"), words("masculine")


@dataclass(slots=True)
class Story:
    """What was said so far in the article: `voices` are the speakers in order with their sentence."""

    document: Document
    heads: dict[int, list[Mention]]
    genders: dict[str, int]
    mentions: dict[str, int]
    main: tuple[str, ...]
    trail: Trail
    voices: list[tuple[str, int]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


def open_story(document: Document) -> Story:
    """The story of a document before its first statement."""
    heads: dict[int, list[Mention]] = {}
    genders: dict[str, int] = {}
    counts: dict[str, int] = {}
    for m in document.mentions:
        if m.kind != "possessive":
            heads.setdefault(document.tokens[m.head].sent, []).append(m)
        if len(m.actors) == 1:
            name = m.actors[0]
            counts[name] = counts.get(name, 0) + 1
            if m.kind not in ("role", "name"):
                continue
            first = m.span.of(document.text).split(" ", 1)[0].lower()
            if tone := (first in FEMININE) - (first in MASCULINE):
                genders[name] = genders.get(name, 0) + tone
    persons = [n for n in counts if n in document.actors and document.actors[n].kind == "person"]
    main = tuple(sorted(persons, key=lambda n: -counts[n])[:2])
    return Story(document, heads, genders, counts, main, Trail(document))


def tell(story: Story, name: str | None, sentence: int) -> None:
    """Remember that `name` has spoken."""
    if name is not None:
        story.voices.append((name, sentence))
        story.counts[name] = story.counts.get(name, 0) + 1
