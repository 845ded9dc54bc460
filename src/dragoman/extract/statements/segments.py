"""What stands between two places where a content may begin or end: the piece that is taken in or left out.

"…que la trêve tenait, ajoutant que…": the segment ", ajoutant que…" opens with a cue and hangs on the verb of saying.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dragoman.extract.statements.cues import Cue
from dragoman.extract.statements.facts import ZoneFacts
from dragoman.extract.statements.neighbours import FIRSTS
from dragoman.extract.statements.tails import is_tail
from dragoman.model.documents import Token

# Words that a segment may open with, each a number of its own.
OPENERS = ("alors", "tandis", "lors", "lorsque", "quand", "après", "avant", "depuis", "pour", "afin", "en", "selon",
           "dont", "qui", "que", "où", "ce", "et", "mais", "car", "comme", "malgré", "à", "au", "dans", "sur", "si",
           "avec", "sans", "par", "de", "une", "un", "le", "la", "il", "elle", "ils", "puis", "ou", "tout", "soit",
           "notamment", "y")  # fmt: skip
DEPS = ("acl", "advcl", "conj", "obl", "nmod", "appos", "parataxis", "ROOT", "ccomp", "xcomp", "amod", "obj",
        "nsubj", "advmod")  # fmt: skip
POS = ("VERB", "NOUN", "PROPN", "ADJ", "AUX", "PRON", "ADV", "ADP", "NUM")
TENSES = ("Pres", "Past", "Imp", "Fut", "Cnd", "Sub")
NAMES: tuple[str, ...] = (
    *(f"open={x}" for x in OPENERS),
    *(f"dep={x}" for x in DEPS),
    *(f"pos={x}" for x in POS),
    *(f"opens={x}" for x in FIRSTS),
    "attach_cue", "attach_in", "attach_left", "attach_right",
    "tokens", "finite", "main", "subjects", "quoted", "quote_share", "cues", "cue_first", "me", "actor", "time",
    "newline", "tail",
)  # fmt: skip
INDEX = {name: k for k, name in enumerate(NAMES)}
OPEN = {x: INDEX[f"open={x}"] for x in OPENERS}
DEP = {x: INDEX[f"dep={x}"] for x in DEPS}
OPENS = {x: INDEX[f"opens={x}"] for x in FIRSTS}
PART_OF_SPEECH = {x: INDEX[f"pos={x}"] for x in POS}
TOKENS = INDEX["tokens"]
ATTACHED = tuple(INDEX[f"attach_{x}"] for x in ("cue", "in", "left", "right"))
# Words that only link the segment to what it hangs on.
LINKING = ("cc", "case", "mark")


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens `first`..`last` (exclusive) without the marks that open them; `root` is what its other tokens hang on.

    `told` are its numbers by place in NAMES, all but what it hangs on; `relative` tells whether it opens with a
    relative pronoun, `verb` is its first finite verb outside quotations and `subject` whether that has one before it.
    """

    first: int
    last: int
    root: Token | None
    told: tuple[tuple[int, float], ...]
    relative: bool
    verb: Token | None
    subject: bool


def read_segment(facts: ZoneFacts, first: int, last: int) -> Segment:
    """The segment of tokens `first`..`last` of the zone of `facts`."""
    known = facts.segments.get((first, last))
    if known is None:
        known = facts.segments[first, last] = _read(facts, first, last)
    return known


def _read(facts: ZoneFacts, first: int, last: int) -> Segment:
    tokens = facts.zone.tokens
    begin = first
    while begin < last and tokens[begin].pos == "PUNCT":
        begin += 1
    root = None
    for t in tokens[begin:last]:
        if t.pos != "PUNCT" and t.dep not in LINKING and (not begin <= t.head < last or t.head == t.i):
            root = t
            break
    verb = facts.next_finite(begin, last)
    return Segment(
        begin,
        last,
        root,
        tuple(_describe(facts, begin, last, root)),
        any(t.morph.get("PronType") == "Rel" for t in tokens[begin : min(last, begin + 3)]),
        verb,
        verb is not None and any(t.dep.startswith(("nsubj", "expl")) for t in tokens[begin : verb.i]),
    )


def _describe(facts: ZoneFacts, first: int, last: int, root: Token | None) -> list[tuple[int, float]]:
    zone = facts.zone
    a, b = first - zone.first, last - zone.first
    told: list[tuple[int, float]] = []
    if first < last:
        low = zone.lows[first]
        if (place := OPEN.get("que" if low == "qu'" else low)) is not None:
            told.append((place, 1.0))
        told.append((OPENS[facts.kind_first(first)], 1.0))
    if root is not None:
        dep = root.dep.split(":")[0]
        if dep in DEP:
            told.append((DEP[dep], 1.0))
        if root.pos in PART_OF_SPEECH:
            told.append((PART_OF_SPEECH[root.pos], 1.0))
    quoted = facts.quoted[b] - facts.quoted[a]
    numbers = (
        last - first,
        facts.outside[b] - facts.outside[a],
        facts.main[b] - facts.main[a],
        facts.subjects[b] - facts.subjects[a],
        quoted,
        quoted / (last - first) if last > first else 0.0,
        bisect_left(facts.anchors, last) - bisect_left(facts.anchors, first),
        first in zone.starts,
        facts.me[b] > facts.me[a],
        root is not None and bool(zone.document.actors_of(root.i)),
        first < last and facts.dated(first),
        first < last and facts.breaks_line(first, last),
        first < last and is_tail(zone.lows, first),
    )
    told += [(TOKENS + n, float(v)) for n, v in enumerate(numbers) if v]
    return told


def attached(s: Segment, begin: int, end: int, cue: Cue | None) -> int | None:
    """The place in NAMES of what the segment hangs on, beside the content `begin`..`end`."""
    if s.root is None:
        return None
    head = s.root.head
    if cue is not None and cue.first <= head <= cue.last:
        return ATTACHED[0]
    if begin <= head < end:
        return ATTACHED[1]
    return ATTACHED[2] if head < s.first else ATTACHED[3]


def tense_of(t: Token | None) -> str:
    """The tense of a finite verb, or its mood where that is not the indicative; empty for none."""
    if t is None:
        return ""
    mood = t.morph.get("Mood")
    return mood if mood in ("Cnd", "Sub") else t.morph.get("Tense", "")
