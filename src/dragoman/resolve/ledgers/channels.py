"""Letters, envoys, hot lines, liaison offices, mediators: between whom, opened, used, cut.

"Pyongyang a coupé la ligne directe avec Séoul" → Channel(kind="hot line", between=(Corée du Nord, Corée du Sud), cut).
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.channels import Channel
from dragoman.model.ledgers import LedgerEntry
from dragoman.resolve.ledgers.sightings import (
    Patterns,
    Sighting,
    compile_kinds,
    compile_nouns,
    entry_of,
    find_sightings,
)
from dragoman.resolve.tellings import Tellings

# How far from the noun a side may stand, in characters.
NEAR = 140
SIDES = ("state", "organisation", "armed_group")
NAMES = {
    "letter": "lettres",
    "envoy": "émissaires",
    "hot line": "ligne de communication",
    "liaison office": "bureau de liaison",
    "mediator": "médiation",
}


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], Patterns]:
    told = load_yaml("fr/channels")
    return compile_nouns(told["kinds"]), compile_kinds(told["states"])


def find_channels(tellings: Tellings) -> tuple[Channel, ...]:
    """All channels of which both ends are told, those most told first."""
    kinds, states = _patterns()
    rows: dict[tuple[str, tuple[str, ...]], list[LedgerEntry]] = defaultdict(list)
    for s in find_sightings(tellings, kinds, states):
        if s.state == "told":
            continue
        between = _ends(tellings, s)
        if len(between) == 2:
            rows[s.kind, between].append(entry_of(tellings, s))
    found = [
        Channel(
            id="k" + hashlib.sha256(f"{kind}|{between}".encode()).hexdigest()[:10],
            label=f"{NAMES[kind]} {'–'.join(between)}",
            kind=kind,
            between=between,
            state=entries[-1].state,
            life=tuple(entries),
            sources=tellings.sources.count(e.article for e in entries),
        )
        for (kind, between), entries in rows.items()
    ]
    return tuple(sorted(found, key=lambda c: (-len(c.life), c.id)))


def _ends(tellings: Tellings, s: Sighting) -> tuple[str, ...]:
    """The two sides: those of the nearest act that has two, else the two named near the noun where there are two."""
    cast = tellings.cast
    events = tellings.events_in(s.article, s.sentence)
    for e in sorted(events, key=lambda e: abs(e.start - s.noun.start)):
        sides = sorted(cast.sides((*e.actors, *e.recipients)))
        if (
            len(sides) == 2
            and all(cast.kind(x) in SIDES for x in sides)
            and abs(e.start - s.noun.start) <= NEAR
        ):
            return tuple(sides)
    near = sorted({side for side, span in s.sides if abs(span.start - s.noun.start) <= NEAR})
    return tuple(near) if len(near) == 2 else ()
