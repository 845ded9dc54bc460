"""Agreements by the name that the articles give them: parties, date, terms, and who says what became of them.

"la déclaration commune de Singapour, signée le 12 juin" → Agreement("déclaration de Singapour", signed, 2018-06-12).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.actors import BODIES
from dragoman.model.agreements import Agreement
from dragoman.model.edtf import bounds
from dragoman.model.spans import Span
from dragoman.model.stories import Story
from dragoman.resolve.cast import fold
from dragoman.resolve.leads import Block, Lead
from dragoman.resolve.ledgers.names import name_in, names
from dragoman.resolve.ledgers.sightings import (
    Patterns,
    Sighting,
    compile_kinds,
    entries_of,
    find_sightings,
    lead_of,
)
from dragoman.resolve.tellings import Tellings

# A word tells what became of an agreement where it stands this near, in characters.
AROUND = 40
# "entre l'Iran et la Norvège", right behind the name or its adjective.
_BETWEEN = re.compile(r"(?: \w+)? entre ")
# How near, in characters, stand those between whom it is, and the act of those who make it.
NEAR = 60
# Who may be a party.
PARTIES = (*BODIES, "person")


@cache
def _patterns() -> tuple[Patterns, re.Pattern[str]]:
    told = load_yaml("fr/agreements")
    return compile_kinds(told["states"]), compile_kinds({"terms": told["terms"]})["terms"]


def find_agreement_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's sentences on agreements that have a name, with the parties, days and terms told there."""
    states, terms = _patterns()
    every = names()
    for s in find_sightings(tellings, article, ({"agreement": every}, every), states, AROUND):
        label = name_in(tellings.text(article), s.noun, tellings.cast)
        if label is None:
            continue
        key = re.sub(r" (?:de la|de l|de|du|des|d|sur la|sur le|sur l|sur les|sur) ", " ", fold(label))
        key = re.sub(r"^(\w+?)s? ", r"\1 ", key)
        dates = _dates(tellings, s) if s.state in ("signed", "reached") else []
        tail = tellings.text(article)[s.noun.end : s.sentence.end]
        m = terms.search(tail[:60])
        term = " ".join(tail[m.start() :].split())[:160] if m else None
        yield lead_of(tellings, s, "agreements", key, (key, label, _parties(tellings, s), dates, term))


def tell_agreement(block: Block, tellings: Tellings) -> Story:
    """The agreement that a block tells of; none where nothing but its name is told, once."""
    told = entries_of(block, tellings)
    if not told or (len(told) < 2 and all(e.state == "told" for e, _ in told)):
        return Story()
    entries = [e for e, _ in told]
    labels = Counter(label for _, (_, label, *_) in told)
    parties = Counter(p for _, (_, _, names, _, _) in told for p in names)
    dates = Counter(d for _, (_, _, _, days, _) in told for d in days)
    states = [e.state for e in entries if e.state != "told"]
    agreement = Agreement(
        id="g" + hashlib.sha256(told[0][1][0].encode()).hexdigest()[:10],
        label=min(labels, key=lambda x: (-labels[x], x)),
        parties=tuple(sorted(parties, key=lambda p: (-parties[p], p))[:6]),
        date=min(dates, key=lambda d: (-dates[d], _length(d), d)) if dates else None,
        state=states[-1] if states else "told",
        terms=tuple(dict.fromkeys(term for _, (*_, term) in told if term))[:5],
        life=tuple(entries),
        sources=tellings.sources.count(e.article for e in entries),
    )
    return Story(agreements=(agreement,))


def _parties(tellings: Tellings, s: Sighting) -> list[str]:
    """Between whom it is said to be, and who signs or agrees near the noun, each as often as that is told."""
    text, cast = tellings.text(s.article), tellings.cast
    between = _BETWEEN.match(text, s.noun.end)
    out = []
    if between is not None:
        near = between.end() + NEAR
        out = list(dict.fromkeys(side for side, span in s.sides if between.end() <= span.start < near))[:2]
    for e in tellings.events_in(s.article, s.sentence):
        made = e.type in ("AGREE", "SUPPORT") and e.status in ("occurred", "ongoing")
        if made and abs(e.start - s.noun.start) <= NEAR:
            out.extend(sorted(cast.sides((*e.actors, *e.recipients))))
    return [p for p in out if cast.kind(p) in PARTIES]


def _dates(tellings: Tellings, s: Sighting) -> list[str]:
    """The days near the noun, at or before the article's."""
    made = tellings.day_bounds(s.article)
    around = Span(max(s.sentence.start, s.noun.start - 60), min(s.sentence.end, s.noun.end + 60))
    return [
        t.edtf
        for t in tellings.times_in(s.article, around)
        if t.type == "DATE" and t.edtf and made and bounds(t.edtf)[0] <= made[1]
    ]


def _length(edtf: str) -> int:
    first, last = bounds(edtf)
    return (last - first).days
