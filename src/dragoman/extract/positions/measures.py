"""A candidate as a row of numbers, for the trees: how long, how sure, where in its sentence and statement it stands.

In: a Document, a Candidate, the party and the features. Out: a list of numbers, always in one order.
"""

from __future__ import annotations

from functools import cache

from dragoman.extract.positions.candidates import Candidate
from dragoman.lexicon import load_yaml
from dragoman.model.actors import Actor
from dragoman.model.documents import Document
from dragoman.model.positions import STANCES

CONTENTS = ("inf", "noun", "que", "self", "future", "condition", "sentence", "piece")
BLOCKS = ("title", "standfirst", "paragraph", "heading")
KINDS = ("person", "state", "organisation", "armed_group", "media", "official", "group")
SAID = ("direct", "indirect", "mixed")
# Features that are asked for by themselves.
ASKED = (
    *(f"end={end}" for end in ("base", "comma", "reason", "joined", "full")),
    *(f"who={who}" for who in ("told", "speaker", "left", "right", "before")),
    *(f"speaker={kind}" for kind in ("person", "state", "organisation", "group", "official", "unknown")),
    *("about", "has conditional", "has future", "has ne", "speaks=nous", "speaks=je", "ce", "impersonal"),
    *("hearsay", "says not", "alone", "negated", "condition", "early"),
)


@cache
def _asked() -> tuple[str, ...]:
    """The features asked for, those of the tones among them."""
    tones = [f"{where}tone={tone}" for tone in load_yaml("fr/tones") for where in ("", "head ", "before ")]
    return (*ASKED, *tones)


def _kind(actor: Actor | None) -> float:
    """The place of the actor's kind among KINDS."""
    return float(KINDS.index(actor.kind)) if actor is not None and actor.kind in KINDS else -1.0


def measure(
    document: Document, c: Candidate, party: str, features: dict[str, float], points: float
) -> list[float]:
    """The row of the candidate as a position of `party`; `points` is what the linear model says of it."""
    tokens = document.tokens_in(c.span)
    head = document.tokens[c.head]
    cue = document.token_at(c.cue.start) or head
    first, last = (tokens[0].i, tokens[-1].i) if tokens else (c.head, c.head)
    sentence = document.sentences[head.sent]
    kind = document.block_of(c.head).kind
    said = c.statement
    speaker, side = document.actors.get(c.speakers[0]), document.actors.get(party)
    return [
        points,
        float(CONTENTS.index(c.content)),
        float(STANCES.index(c.stance)),
        float(c.sure),
        float(len(tokens)),
        float(c.span.end - c.span.start),
        float(c.head - first),
        float(sentence.last - sentence.first),
        float(first - sentence.first),
        float(sentence.last - last),
        float(head.sent),
        head.sent / max(1, len(document.sentences)),
        float(len(c.speakers)),
        float(len(c.parties)),
        float(abs(cue.i - first)),
        float(BLOCKS.index(kind)) if kind in BLOCKS else -1.0,
        float(SAID.index(said.kind)) if said is not None else -1.0,
        (c.span.end - c.span.start) / max(1, said.end - said.start) if said is not None else -1.0,
        float(said is not None and said.start == c.span.start),
        float(said is not None and said.end == c.span.end),
        float(len(c.company)),
        float(sum("sure 2" in told for told in c.company)),
        float(sum("sure 1" in told for told in c.company)),
        _kind(speaker),
        _kind(side),
        float(party == c.speakers[0]),
        float(speaker is not None and bool(speaker.roles)),
        float(said is not None and said.speaker in c.speakers),
        float(any(party in m.actors for t in tokens if (m := document.mention_of(t.i)) is not None)),
        *(features.get(name, 0.0) for name in _asked()),
    ]
