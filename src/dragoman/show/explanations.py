"""Where a line comes from: a claim with its sentence, or a noun of the story with the claims that it rests on.

explain(record, "e1a2b3c4d5") → the event "avait exigé" in its sentence, the rule, what was resolved how.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dragoman.gather import tell_story
from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.claims import Resolution
from dragoman.model.deadlocks import Deadlock
from dragoman.model.disputes import Dispute
from dragoman.model.errors import UsageError
from dragoman.model.expectations import Expectation
from dragoman.model.happenings import Happening
from dragoman.model.measures import Measure
from dragoman.model.meetings import Meeting
from dragoman.model.stories import Story
from dragoman.record import Evidence, Record, find_evidence
from dragoman.show.marks import one_line
from dragoman.show.messages import in_our_words, say
from dragoman.show.rows import Row, noun_row, plain

Explained = Meeting | Dispute | Expectation | Agreement | Measure | Channel | Deadlock | Happening


@dataclass(frozen=True, slots=True)
class Explanation:
    """`noun` is what the story has under that id, None for a claim; `evidence` are the claims behind it."""

    id: str
    layer: str
    noun: Explained | None
    evidence: tuple[Evidence, ...]


def explain(
    record: Record,
    name: str,
    *,
    as_of: str | None = None,
    known_by: str | None = None,
    story: Story | None = None,
) -> Explanation:
    """The explanation of a claim or of any noun of the story. Raises UsageError for no such id.

    What the story has under that id is told as of `as_of` and from what was published by `known_by`;
    `story` is the one to look into where it was told already.
    """
    found = find_evidence(record, name)
    if found is not None:
        return Explanation(name, found.claim.layer, None, (found,))
    story = story or tell_story(record, as_of=as_of, known_by=known_by)
    layers: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("meeting", story.meetings),
        ("dispute", story.disputes),
        ("expectation", story.expectations),
        ("agreement", story.agreements),
        ("measure", story.measures),
        ("channel", story.channels),
        ("deadlock", story.deadlocks),
        ("happening", story.happenings),
    )
    for layer, nouns in layers:
        for noun in nouns:
            if noun.id == name:
                return Explanation(name, layer, noun, _evidence(record, noun))
    raise UsageError(say("explain.unknown", id=name))


def _evidence(record: Record, noun: Explained) -> tuple[Evidence, ...]:
    if isinstance(noun, Meeting):
        ids = [*noun.reports, *(point.claim for point in noun.life)]
    elif isinstance(noun, Dispute):
        ids = [claim for version in noun.versions for claim in version.claims]
    elif isinstance(noun, Deadlock):
        ids = [arc.claim for arc in noun.arcs]
    elif isinstance(noun, Happening):
        ids = list(noun.tellings)
    elif isinstance(noun, Agreement | Measure | Channel):
        ids = []  # its life has the passages themselves
    else:
        ids = [noun.claim, *([noun.met_by] if noun.met_by else [])]
    found = [find_evidence(record, claim) for claim in dict.fromkeys(ids)]
    return tuple(e for e in found if e is not None)


def in_words(
    resolution: Resolution, text: str, label: Callable[[str, str], str], lang: str
) -> tuple[str, str, str]:
    """The phrase, what it was taken for (empty for nobody), and how; `label` gives the word for a code."""
    group = {"context": "contexts", "issue": "issue"}.get(resolution.how.split()[0])
    taken = [label(group, name) if group else name for name in resolution.actors]
    phrase = one_line(resolution.span.of(text)).lstrip("-")
    return phrase, ", ".join(taken), in_our_words(resolution.how, "reasons", lang)


def explanation_row(told: Explanation) -> Row:
    """The explanation as JSON has it: each claim with its sentence and where that stands."""
    return {
        "id": told.id,
        "layer": told.layer,
        "noun": noun_row(told.noun) if told.noun is not None else None,
        "evidence": [
            {
                "id": e.claim.id,
                "layer": e.claim.layer,
                "surface": e.surface,
                "sentence": e.sentence.of(e.article.text),
                "sentence_span": list(e.sentence),
                "article": e.article.name,
                "outlet": e.article.outlet,
                "published": e.article.published,
                "claim": plain(e.claim),
            }
            for e in told.evidence
        ],
    }
