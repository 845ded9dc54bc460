"""Sanctions, embargoes, quotas, bans, blacklistings: by whom, on whom, and how they stand.

"Les sanctions imposées par Washington à l'Iran" → Measure(kind="sanction", by=(États-Unis,), on=(Iran,), in force).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.actors import BODIES
from dragoman.model.ledgers import LedgerEntry
from dragoman.model.measures import Measure
from dragoman.model.spans import Span
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
)
from dragoman.resolve.tellings import Tellings

# What only asks or alleges changes nothing of how a measure stands.
STANDING = ("in force", "eased", "lifted", "threatened")
LIFTS = ("lifted", "eased", "lifting asked")
# The acts that impose a measure or take it back.
ACTS = ("SANCTION", "CONCEDE", "RETREAT", "THREATEN")
# How far from the noun a party may stand, and how near the one that the noun belongs to ("sanctions de l'ONU").
NEAR, OWN = 60, 12
# So many passages tell of a measure where none says at its name whose it is or whom it hits.
SEVERAL = 3
# How much stands between a subject and the measure that is its object.
OBJECT = 40
_BY = re.compile(r"\bpar\b[^,;.]{0,20}$", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:contre|à l['’]encontre|à l['’]égard|visant|frappant|envers|(?:impos|inflig)\w+ (?:à|au|aux))\b[^,;.]{0,20}$",
    re.IGNORECASE,
)
# What ends no name.
_TRAILING = re.compile(
    r"(?: (?:l[ea]s?|une?|des?|du|à|aux?|par|pour|contre|sur|dans|en|s|visant|frappant|(?:impos|inflig|décrét)ée?s?))+$"
)
_BREAK = re.compile(r"[;.:,?!\"«»“”]")


@cache
def _patterns() -> tuple[Nouns, Patterns]:
    told = load_yaml("fr/measures")
    return compile_nouns(told["kinds"]), compile_kinds(told["states"])


@cache
def _kinds() -> Patterns:
    return compile_kinds(load_yaml("fr/measures")["kinds"], words=True)


def find_measure_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's sentences on measures of which it tells who takes them and whom they hit."""
    kinds, states = _patterns()
    for s in find_sightings(tellings, article, kinds, states):
        at_noun = _at_noun(tellings, s)
        by, on = _parties(tellings, s, *at_noun)
        if by is None or on is None or by == on:
            continue
        voice = s.voice or (by if s.state in STANDING else None)
        yield lead_of(
            tellings, s, "measures", f"{s.kind}|{by}|{on}", (s.kind, by, on, any(at_noun)), by=voice
        )


def tell_measure(block: Block, tellings: Tellings) -> Story:
    """The measure that a block tells of; none where nobody says at its name whose it is and few tell of it at all."""
    told = entries_of(block, tellings)
    if not any(at_noun for _, (*_, at_noun) in told) and len(told) < SEVERAL:
        return Story()
    kind, by, on, _ = told[0][1]
    return Story(measures=(_measure(tellings, kind, by, on, [e for e, _ in told]),))


def _parties(
    tellings: Tellings, s: Sighting, by: str | None, on: str | None
) -> tuple[str | None, str | None]:
    """Whose measure it is and whom it hits, by the words at the noun (`by` and `on`) and by the acts near it.

    "les sanctions de l'ONU" are the UN's whatever else is told; who asks for their end is hit by them.
    """
    acts = [e for e in tellings.events_in(s.article, s.sentence) if e.actors]
    for e in acts:
        if e.type not in ACTS or abs(e.start - s.noun.start) > NEAR:
            continue
        actor = tellings.cast.side(e.actors[0])
        other = tellings.cast.side(e.recipients[0]) if e.recipients else None
        # who lifts or threatens is told by the act; whom a measure hits, by the act of imposing or lifting it alone
        if by is None and _is_side(tellings, actor) and actor != on:
            by = actor
        hits = e.type == "SANCTION" or (e.type in ("CONCEDE", "RETREAT") and s.state in LIFTS)
        if on is None and hits and actor == by and _is_side(tellings, other) and other != by:
            on = other
    if by is None:
        # "Washington a levé ses sanctions": who does it stands before the noun
        before = [
            (side, span) for side, span in s.sides if 0 <= s.noun.start - span.end <= NEAR and side != on
        ]
        does = {tellings.cast.side(e.actors[0]) for e in acts if e.type in ACTS}
        by = next((side for side, span in before if side in does or _rules(tellings, s, span)), None)
    asks = {tellings.cast.side(e.actors[0]) for e in acts if e.type == "REQUEST"}
    if s.state == "lifting asked" and by in asks and on not in asks:
        by, on = on, by
    return by, on


def _at_noun(tellings: Tellings, s: Sighting) -> tuple[str | None, str | None]:
    """What stands right after the noun: "de l'ONU", "américaines", "imposées par Oslo", "contre l'Iran"."""
    text = tellings.text(s.article)
    by = on = None
    for side, span in s.sides:
        if not s.noun.end <= span.start <= s.noun.end + NEAR:
            continue
        between = text[s.noun.end : span.start]
        if _BREAK.search(between):
            continue
        if _BY.search(between):
            by = by or side
        elif _AGAINST.search(between):
            on = on or side
        elif by is None and len(between.strip()) <= OWN:
            by = side
    return by, on


def _rules(tellings: Tellings, s: Sighting, span: Span) -> bool:
    """Whether nothing but a verb of imposing or lifting stands between a side and the noun."""
    between = tellings.text(s.article)[span.end : s.noun.start]
    verb = any(pattern.search(between) for name, pattern in _patterns()[1].items() if name in STANDING)
    return verb and len(between) <= OBJECT and not re.search(r"[,;:.]", between)


def _is_side(tellings: Tellings, name: str | None) -> bool:
    return name is not None and tellings.cast.kind(name) in BODIES


def _measure(tellings: Tellings, kind: str, by: str, on: str, entries: list[LedgerEntry]) -> Measure:
    standing = [e for e in entries if e.state in STANDING]
    since = [e.on for e in standing if e.state == "in force" and e.on]
    return Measure(
        id="q" + hashlib.sha256(f"{kind}|{by}|{on}".encode()).hexdigest()[:10],
        label=_label(kind, entries),
        kind=kind,
        by=(by,),
        on=(on,),
        since=min(since) if since else None,
        state=standing[-1].state if standing else entries[-1].state,
        life=tuple(entries),
        sources=tellings.sources.count(e.article for e in entries),
    )


def _label(kind: str, entries: list[LedgerEntry]) -> str:
    """The noun with what stands right after it, as most articles write it."""
    pattern = _kinds()[kind]
    phrases: Counter[str] = Counter()
    for e in entries:
        if m := pattern.search(e.says):
            tail = re.match(
                r"(?: (?!a\b|ont\b|est\b|sont\b|et\b|qui\b|que\b|se\b)[\w'’-]+){0,4}", e.says[m.end() :]
            )
            phrase = m[0] + _TRAILING.sub("", tail[0] if tail else "")
            phrases[phrase[:1].lower() + phrase[1:]] += 1
    return min(phrases, key=lambda p: (-phrases[p], len(p), p)) if phrases else kind


def violation_figures(entry: LedgerEntry) -> tuple[str, ...]:
    """The figures in a passage that alleges a violation: "4 millions de barils"."""
    pattern = compile_kinds({"figure": load_yaml("fr/measures")["figure"]})["figure"]
    return (
        tuple(" ".join(m[0].split()) for m in pattern.finditer(entry.says))
        if "violation" in entry.state
        else ()
    )


__all__ = ["find_measure_leads", "tell_measure", "violation_figures"]
