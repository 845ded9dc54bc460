"""Who passes words on in their own sentence: "…, a assuré le dirigeant, selon KCNA", "…, cité par l'agence Baltica".

In: a Document, a chosen Draft and its speaker. Out: names of actors, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.prepositions import find_sources
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document

# How far behind "cité par" the name's head may stand, and how far behind the content the participle, in tokens.
NAME, BEHIND = 5, 25


def find_relays(document: Document, d: Draft, speaker: str | None) -> tuple[str, ...]:
    """The actors who pass the words of `d` on, other than the one who speaks."""
    told = [*_by_preposition(document, d), *_by_participle(document, d)]
    return tuple(dict.fromkeys(name for _, name in sorted(told) if name != speaker))


def _by_preposition(document: Document, d: Draft) -> Iterator[tuple[int, str]]:
    if d.frame == "preposition" or d.cue is None:
        return
    for source in find_sources(d.zone):
        if source.preposition.cls == "say" and not d.begin <= source.first < d.end:
            for name in document.actors_of(source.who)[:1]:
                yield source.first, name


def _by_participle(document: Document, d: Draft) -> Iterator[tuple[int, str]]:
    zone, cited = d.zone, words("cited")
    last = min(zone.last - 2, d.end + BEHIND)
    for k, low in enumerate(zone.lows[zone.first : last], zone.first):
        if low not in cited or zone.lows[k + 1] != "par" or zone.quote_of(k) >= 0 or d.begin <= k < d.end:
            continue
        for t in zone.tokens[k + 2 : min(k + 2 + NAME, zone.last)]:
            if t.text in (",", ";", ".", ":"):
                break
            if names := document.actors_of(t.i):
                if names[0] not in _providers():
                    yield k, names[0]
                break


@cache
def _providers() -> frozenset[str]:
    """The agencies by which articles come: they pass nothing on that the article does not."""
    return frozenset(row["lemma"] for row in load_yaml("fr/agencies") if row.get("host"))
