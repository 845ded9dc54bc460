"""Whether a content begins further from its cue than it may, as numbers.

"En visite à Rome, | la trêve tient, a dit le roi" → what the piece before the bar is, and what comes after.
"""

from __future__ import annotations

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.facts import ZoneFacts
from dragoman.extract.statements.grammar import CLASSES, FRAMES
from dragoman.extract.statements.neighbours import BEFORE, FIRSTS
from dragoman.extract.statements.segments import NAMES as SEGMENT
from dragoman.extract.statements.segments import attached, read_segment

TAKES = ("obj_de", "obj_à", "attr", "attr_comme", "object", "inf", "quote", "de", "à", "sur", "que")
WORDS = ("selon", "d'après", "pour")
OWN = ("follows", "index", "begins", "final", "far", "actors", "colon", "comma", "que", "link", "quote_here",
       "quote_there", "so_tokens", "so_finite", "so_subjects", "so_quoted", "so_capital", "so_me", "holes")  # fmt: skip
NAMES: tuple[str, ...] = (
    *(f"frame={x}" for x in FRAMES),
    *(f"class={x}" for x in CLASSES),
    *(f"takes={x}" for x in TAKES),
    *(f"first={x}" for x in FIRSTS),
    *(f"next_first={x}" for x in FIRSTS),
    *(f"before={x}" for x in BEFORE),
    *(f"word={x}" for x in WORDS),
    *SEGMENT,
    *OWN,
)
INDEX = {name: k for k, name in enumerate(NAMES)}
SEGMENTS = INDEX[SEGMENT[0]]
FIRST = INDEX[OWN[0]]
LINKS = ("de", "d'", "à", "sur", "contre", "au", "du", "des", "comme")


def follows(d: Draft) -> bool:
    """Whether the content stands after its cue."""
    return d.cue is not None and d.begin >= d.cue.first


def describe_begin(d: Draft, facts: ZoneFacts, begins: list[int], k: int) -> list[tuple[int, float]]:
    """The numbers, by place in NAMES, of beginning further than `begins[k]`: to its left for a content that stands
    before its cue, to its right for one that follows it."""
    zone, tokens, lows = d.zone, d.zone.tokens, d.zone.lows
    here, there = begins[k], begins[k + 1]
    low, high = min(here, there), max(here, there)
    while high > low + 1 and tokens[high - 1].pos == "PUNCT" and zone.quote_of(high - 1) < 0:
        high -= 1
    segment = read_segment(facts, low, high)
    told = [(SEGMENTS + n, v) for n, v in segment.told]
    hangs = attached(segment, max(here, high), d.end, d.cue)
    if hangs is not None:
        told.append((SEGMENTS + hangs, 1.0))
    names = [f"frame={d.frame}", f"class={d.cls}", f"first={facts.kind_first(here)}"]
    names += [f"next_first={facts.kind_first(there)}", f"before={facts.kind_before(here)}"]
    if d.frame == "preposition":
        names.append(f"word={d.lemma}")
    if d.cue is not None:
        names += [f"takes={x}" for x in d.cue.entry.frames]
    told += [(INDEX[name], 1.0) for name in names if name in INDEX]
    a, b = here - zone.first, d.end - zone.first
    edge = lows[here - 1] if here > zone.first else ""
    after = follows(d)
    numbers = (
        after,
        k,
        len(begins),
        k + 2 == len(begins),
        abs(here - (d.end if after else zone.first)),
        sum(zone.document.mention_of(i) is not None for i in range(low, high)),
        edge == ":",
        edge == ",",
        edge in ("que", "qu'"),
        there > zone.first and lows[there - 1] in LINKS,
        zone.quote_of(here) >= 0,
        zone.quote_of(there) >= 0,
        d.end - here,
        facts.finite[b] - facts.finite[a],
        facts.subjects[b] - facts.subjects[a],
        (facts.quoted[b] - facts.quoted[a]) / max(1, d.end - here),
        tokens[here].text[:1].isupper(),
        facts.me[b] > facts.me[a],
        len(d.holes),
    )
    told += [(FIRST + n, float(v)) for n, v in enumerate(numbers) if v]
    return told
