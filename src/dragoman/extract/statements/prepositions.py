"""Contents attributed by a preposition: "Selon le ministre, …", "…, d'après un témoin", "Pour Séoul, …".

Selon le général, la trêve tient. → content "la trêve tient", speaker *général*.
"""

from __future__ import annotations

from functools import cache

from dragoman.extract.statements.drafts import Draft, draft
from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.sources import Preposition, Source
from dragoman.extract.statements.zones import Zone
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Token
from dragoman.model.spans import Span

# Marks that end a sentence.
ENDS = (".", "!", "?", "...", "…")
OF = ("de", "d'", "du", "des")
STRONG = ("lui", "elle", "eux", "elles", "qui", "moi", "nous")


@cache
def prepositions() -> dict[str, list[Preposition]]:
    """The prepositions by their first word, longest first."""
    out: dict[str, list[Preposition]] = {}
    data = load_yaml("fr/speech_prepositions")
    refused = frozenset(data["refused"])
    for row in data["prepositions"]:
        parts = tuple(row["words"].replace("'", "' ").split())
        out.setdefault(parts[0], []).append(Preposition(parts, row["class"], refused, row.get("own", False)))
    for found in out.values():
        found.sort(key=lambda p: -len(p.words))
    return out


def find_sources(zone: Zone) -> list[Source]:
    """The prepositions with a speaker in the zone, outside its quotations."""
    if zone.sources is None:
        zone.sources = _find(zone)
    return zone.sources


def _find(zone: Zone) -> list[Source]:
    known = prepositions()
    out = []
    for k, low in enumerate(zone.lows[zone.first : zone.last], zone.first):
        if low == "a" and zone.tokens[k].text == "A":
            low = "à"  # capitals often go without their accents
        if low not in known or zone.quote_of(k) >= 0:
            continue
        for p in known[low]:
            n = len(p.words)
            if k + n < zone.last and _stands(p.words, [low, *zone.lows[k + 1 : k + n]]):
                if found := _complement(zone, p, k, k + n):
                    out.append(found)
                break
    return out


def _stands(told: tuple[str, ...], seen: list[str]) -> bool:
    """Whether the words are those of the preposition, the last "de" contracted or elided."""
    return tuple(seen[:-1]) == told[:-1] and (seen[-1] == told[-1] or (told[-1] == "de" and seen[-1] in OF))


def _complement(zone: Zone, p: Preposition, first: int, k: int) -> Source | None:
    tokens = zone.tokens
    if p.own:
        return Source(p, first, k - 1, first + 1, k, Span(tokens[first].start, tokens[k - 1].end))
    head = tokens[k - 1] if p.words[-1] in ("source", "sources") else None
    for t in tokens[k : min(k + 9, zone.last)] if head is None else ():
        if t.pos in ("NOUN", "PROPN", "X", "PRON") or t.lower in STRONG:
            head = t
            break
        if t.pos in ("VERB", "AUX", "SCONJ") or t.text in (",", ":", ";", "."):
            return None
    if head is None or head.lemma.lower() in p.refused or head.lower in p.refused:
        return None
    if head.lower in ("que", "qu'", "ce", "cela", "ça", "y"):
        return None
    while head.dep.startswith("flat") and first < head.head < head.i:
        head = tokens[head.head]
    end = k
    # The complement runs to the comma, the mark or the verb that follows.
    while end < zone.last and tokens[end].text not in (",", ":", ";", ".", "-", "–", "--", "?", "("):
        if zone.quote_of(end) >= 0:
            break
        if end > head.i and (
            tokens[end].morph.get("VerbForm") == "Fin"
            or tokens[end].lower in ("il", "c'", "elle", "ils", "elles", "ce")
        ):
            break
        end += 1
    # "selon l'Organisation météorologique mondiale (OMM)"
    if end + 2 < zone.last and tokens[end].text == "(" and tokens[end + 2].text == ")":
        end += 3
    return Source(p, first, k - 1, head.i, end, Span(tokens[first].start, tokens[k - 1].end))


def closes_with_source(zone: Zone, begin: int, end: int) -> bool:
    """Whether ", selon X" closes the tokens `begin`..`end`: it tells who passes the content on."""
    if end == zone.last and zone.tokens[end - 1].text in ENDS:
        end -= 1
    return any(
        begin < source.first and source.end == end and zone.tokens[source.first - 1].text == ","
        for source in find_sources(zone)
    )


def _begins(zone: Zone, source: Source) -> list[int]:
    """Where the content before the source may begin; "un missile | capable selon elle de frapper" has no mark there."""
    begins = zone.begins(source.first)
    head = zone.tokens[source.who].head
    governor = zone.tokens[head]
    if zone.first < head < source.first and governor.dep in ("acl", "amod") and zone.quote_of(head) < 0:
        return sorted({*begins, head})
    return begins


def _past_apposition(zone: Zone, end: int, after: int) -> list[int]:
    """Where the content may begin past what is told of the source, which ends at `end`: "Selon le maire, ancien
    préfet, …", "Selon un témoin qui l'a vu, …"."""
    tokens = zone.tokens
    relative = any(t.morph.get("PronType") == "Rel" for t in tokens[max(end - 4, zone.first) : end])
    if not relative and tokens[end].text not in (",", "("):
        return []
    out: list[int] = []
    for k in range(after, min(after + 40, zone.last - 2)):
        if zone.quote_of(k) >= 0:
            if k > after and any(t.text == "," for t in tokens[max(k - 2, after) : k]):
                out.append(k)  # "Pour Ann Lee, de l'institut Sejong, "le Nord attend"…"
            break
        if tokens[k].text in (":", ";"):
            break
        if tokens[k].text == "," and any(_finite(t) for t in tokens[k + 1 : zone.last]):
            out.append(k + 1)
            if len(out) == 2:
                break
        relative = relative or tokens[k].morph.get("PronType") == "Rel"
        if not relative and _finite(tokens[k]):
            break
    return out


def _finite(token: Token) -> bool:
    """Whether it is a finite verb, in quotation marks or out of them."""
    return token.morph.get("VerbForm") == "Fin"


def attribute(zone: Zone, source: Source) -> list[Draft]:
    """The drafts whose content the source is told for."""
    tokens = zone.tokens
    head = tokens[source.who]
    options: list[tuple[int, int, tuple[Span, ...]]] = []
    after = source.end
    while (
        after < zone.last
        and tokens[after].text in (",", ":", "-", "–", "--", "?")
        and zone.quote_of(after) < 0
    ):
        after += 1
    if after == zone.last - 1 and tokens[after].text in ENDS:
        after = zone.last
    lead = [t for t in tokens[zone.first : source.first] if t.pos not in ("PUNCT", "CCONJ")]
    if head.lower in words("relatives"):
        options.extend((source.who + 1, end, ()) for end in zone.ends(source.who + 1))
    else:
        if after < zone.last and not zone.finite(zone.first, source.first):
            for begin in (after, *_past_apposition(zone, source.end, after)):
                options.extend((begin, end, ()) for end in zone.ends(begin))
        if lead:
            hole = (Span(tokens[source.first].start, tokens[source.end - 1].end),)
            stop = source.first
            begins = _begins(zone, source)
            options.extend((begin, stop, ()) for begin in begins)
            if after < zone.last and zone.lows[after] not in words("cited"):
                ends = zone.ends(after)[-4:]
                options.extend((b, end, hole) for b in dict.fromkeys((begins[0], begins[-1])) for end in ends)
    out: list[Draft] = []
    seen: set[tuple[int, int]] = set()
    for begin, end, holes in options:
        if any(begin <= k < end for k in zone.incises):
            continue
        d = draft(zone, begin, end, "preposition", "complement", ("preposition", source.first))
        if d is None or d.span in seen or d.span.end - d.span.start < 4:
            continue
        seen.add(d.span)
        d.cue_span, d.lemma, d.cls = source.span, source.preposition.lemma, source.preposition.cls
        d.who, d.holes = source.who, holes
        out.append(d)
    return out
