"""Contents attributed by a preposition: "Selon le ministre, …", "…, d'après un témoin", "Pour Séoul, …".

Selon le général, la trêve tient. → content "la trêve tient", speaker *général*.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.extract.statements.contents import Zone, trim
from dragoman.extract.statements.cues import Cue
from dragoman.extract.statements.drafts import Draft
from dragoman.lexicon import load_yaml
from dragoman.model.spans import Span


@dataclass(frozen=True, slots=True)
class Preposition:
    """`words` as they stand in the text, lower case; `strict` asks for a speaker that is a known actor."""

    words: tuple[str, ...]
    cls: str
    strict: bool
    refused: frozenset[str]


@cache
def prepositions() -> dict[str, list[Preposition]]:
    """The prepositions by their first word, longest first."""
    out: dict[str, list[Preposition]] = {}
    data = load_yaml("fr/speech_prepositions")
    refused = frozenset(data["refused"])
    for row in data["prepositions"]:
        words = tuple(row["words"].split())
        out.setdefault(words[0], []).append(
            Preposition(words, row["class"], row.get("strict", False), refused)
        )
    for found in out.values():
        found.sort(key=lambda p: -len(p.words))
    return out


@dataclass(frozen=True, slots=True)
class Source:
    """One occurrence: tokens `first`..`last` of the preposition, the head of its complement and its end."""

    preposition: Preposition
    first: int
    last: int
    who: int
    end: int
    span: Span


def find_sources(zone: Zone, first: int, last: int) -> list[Source]:
    """The prepositions with a speaker among tokens `first`..`last`."""
    tokens = zone.document.tokens
    known = prepositions()
    out = []
    for k in range(first, last):
        for p in known.get(tokens[k].lower, ()):
            n = len(p.words)
            if tuple(t.lower for t in tokens[k : k + n]) != p.words or k + n >= last:
                continue
            if found := _complement(zone, p, k, k + n, last):
                out.append(found)
            break
    return out


def _complement(zone: Zone, p: Preposition, first: int, k: int, last: int) -> Source | None:
    document, tokens = zone.document, zone.document.tokens
    head = None
    for t in tokens[k : min(k + 8, last)]:
        if t.pos in ("NOUN", "PROPN", "X") or (t.pos == "PRON" and t.lower not in ("que", "qu'")):
            head = t
            break
        if t.lower in ("lui", "elle", "eux", "elles", "qui"):
            head = t
            break
        if t.pos not in ("DET", "ADJ", "NUM", "ADV", "ADP", "PUNCT"):
            return None
    if head is None or head.lemma.lower() in p.refused or head.lower in p.refused:
        return None
    if head.lower.startswith(("lequel", "laquel", "lesquel")):
        return None
    if head.pos == "PROPN":
        while head.dep.startswith("flat") and first < head.head < head.i:
            head = tokens[head.head]
    if p.strict and head.lower not in ("lui", "elle", "eux", "elles", "qui"):
        mention = document.mention_of(head.i)
        if (mention is None or not mention.actors or mention.place) and (
            document.mentions or head.pos != "PROPN"
        ):
            return None
    end = k
    # The complement runs to the comma, the mark or the verb that follows.
    while (
        end < last
        and tokens[end].text not in (",", ":", ";", ".")
        and zone.quote_of(end) == zone.quote_of(first)
    ):
        if (
            end > head.i
            and tokens[end].morph.get("VerbForm") == "Fin"
            and zone.quote_of(end) == zone.quote_of(first)
        ):
            break
        end += 1
    return Source(p, first, k - 1, head.i, end, Span(tokens[first].start, tokens[k - 1].end))


def attribute(zone: Zone, source: Source, cues: dict[int, Cue]) -> list[Draft]:
    """The draft whose content the source is told for."""
    document, tokens = zone.document, zone.document.tokens
    lemma = " ".join(source.preposition.words)
    head = tokens[source.who]
    holes: tuple[Span, ...] = ()
    before = [t for t in tokens[zone.first : source.first] if t.pos not in ("PUNCT", "CCONJ", "ADV")]
    if head.lower == "qui":
        begin, end = source.who + 1, zone.last
    elif len(before) == 0:
        begin, end = source.end, zone.last
        while begin < zone.last and tokens[begin].text in (",", ":"):
            begin += 1
        end = _cut(zone, begin, cues)
    else:
        begin, end = zone.first, source.first
        begin = _clause_begin(zone, source)
        rest = [t for t in tokens[source.end : zone.last] if t.pos != "PUNCT"]
        if rest and tokens[source.end].text == ",":
            after = next(t for t in rest)
            if cues.get(after.i) is None and not any(
                t.morph.get("VerbForm") == "Fin" and zone.quote_of(t.i) < 0
                for t in tokens[begin : source.first]
            ):
                end = _cut(zone, source.end + 1, cues)
                holes = (Span(tokens[source.first].start, tokens[source.end - 1].end),)
    if end <= begin:
        return []
    span = trim(document.text, tokens[begin].start, tokens[end - 1].end)
    if span.end - span.start < 3:
        return []
    return [
        Draft(span, f"preposition/{lemma}", "preposition", None, source.span, lemma, source.preposition.cls,
              source.who, None, holes, zone.sentence)
    ]  # fmt: skip


def _clause_begin(zone: Zone, source: Source) -> int:
    tokens = zone.document.tokens
    k = zone.first
    while k < source.first and tokens[k].pos in ("CCONJ", "PUNCT") and zone.quote_of(k) < 0:
        k += 1
    return k


def _cut(zone: Zone, begin: int, cues: dict[int, Cue]) -> int:
    tokens = zone.document.tokens
    k = begin
    while k < zone.last:
        if zone.quote_of(k) >= 0:
            k = zone.after_quote(k)
            continue
        if tokens[k].text == "," and (other := cues.get(k + 1)) is not None and other.form == "participle":
            return k
        k += 1
    return zone.last
