"""Letters, envoys, hot lines, liaison offices, mediators: between whom, opened, used, cut.

"Pyongyang a coupé la ligne directe avec Séoul" → Channel(kind="hot line", between=(Corée du Nord, Corée du Sud), cut).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.actors import BODIES
from dragoman.model.channels import Channel
from dragoman.model.stories import Story
from dragoman.resolve.leads import Block, Lead
from dragoman.resolve.ledgers.sightings import (
    Nouns,
    Patterns,
    Sighting,
    compile_kinds,
    compile_nouns,
    entries_of,
    find_sightings,
    lead_of,
    one_of,
)
from dragoman.resolve.tellings import Tellings

# How far from the noun a side may stand, in characters.
NEAR = 140
# What is sent, and how far before it stands what says that it was not.
SENT = ("letter", "envoy")
BEFORE = 110
NAMES = {
    "letter": "lettres",
    "envoy": "émissaires",
    "hot line": "ligne de communication",
    "liaison office": "bureau de liaison",
    "mediator": "médiation",
}


@cache
def _unsent() -> re.Pattern[str]:
    return re.compile(one_of(load_yaml("fr/channels")["unsent"]), re.IGNORECASE)


@cache
def _patterns() -> tuple[Nouns, Patterns]:
    told = load_yaml("fr/channels")
    return compile_nouns(told["kinds"]), compile_kinds(told["states"])


def find_channel_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's sentences on channels of which both ends are told."""
    kinds, states = _patterns()
    for s in find_sightings(tellings, article, kinds, states):
        if s.state == "told" or _is_unsent(tellings, s):
            continue
        between = _ends(tellings, s)
        if len(between) == 2:
            yield lead_of(tellings, s, "channels", f"{s.kind}|{between}", (s.kind, between))


def _is_unsent(tellings: Tellings, s: Sighting) -> bool:
    """Whether a letter or an envoy is still to come, or was offered or turned down: nothing was used."""
    if s.kind not in SENT or s.state != "used":
        return False
    text = tellings.text(s.article)
    return _unsent().search(text[max(s.sentence.start, s.noun.start - BEFORE) : s.noun.start]) is not None


def tell_channel(block: Block, tellings: Tellings) -> Story:
    """The channel that a block tells of."""
    told = entries_of(block, tellings)
    if not told:
        return Story()
    entries = [e for e, _ in told]
    kind, between = told[0][1][0], tuple(told[0][1][1])
    channel = Channel(
        id="k" + hashlib.sha256(f"{kind}|{between}".encode()).hexdigest()[:10],
        label=f"{NAMES[kind]} {'–'.join(between)}",
        kind=kind,
        between=between,
        state=entries[-1].state,
        life=tuple(entries),
        sources=tellings.sources.count(e.article for e in entries),
    )
    return Story(channels=(channel,))


def _ends(tellings: Tellings, s: Sighting) -> tuple[str, ...]:
    """The two sides: those of the nearest act that has two, else the two named near the noun where there are two."""
    cast = tellings.cast
    events = tellings.events_in(s.article, s.sentence)
    for e in sorted(events, key=lambda e: abs(e.start - s.noun.start)):
        sides = sorted(cast.sides((*e.actors, *e.recipients)))
        if (
            len(sides) == 2
            and all(cast.kind(x) in BODIES for x in sides)
            and abs(e.start - s.noun.start) <= NEAR
        ):
            return tuple(sides)
    near = sorted({side for side, span in s.sides if abs(span.start - s.noun.start) <= NEAR})
    return tuple(near) if len(near) == 2 else ()
