"""Every passage that may be a statement, sentence by sentence, before the choice among those that overlap."""

from __future__ import annotations

from dragoman.extract.statements.cues import Cue, find_cues
from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.frames import follow
from dragoman.extract.statements.incises import around, is_incise
from dragoman.extract.statements.nouns import of_nouns
from dragoman.extract.statements.prepositions import attribute, find_sources
from dragoman.extract.statements.quoted import of_hearsay, of_quotes
from dragoman.extract.statements.swallowed import of_swallowed
from dragoman.extract.statements.zones import Zone
from dragoman.model.documents import Document

READ = ("title", "standfirst", "paragraph")


def find_drafts(document: Document) -> list[Draft]:
    """The drafts of the document, zone by zone in text order."""
    out: list[Draft] = []
    quotes = [q for q in document.quotes if q.depth == 0]
    lows = [t.text.lower() for t in document.tokens]
    low = n = 0
    while n < len(document.sentences):
        sentence = document.sentences[n]
        kind = document.blocks[sentence.block].kind
        first, last, end = sentence.first, sentence.last, sentence.span.end
        while low < len(quotes) and quotes[low].outer.end <= sentence.span.start:
            low += 1
        at, n = n, n + 1
        # A quotation of several sentences is read as one, with what stands before and after it.
        k = low
        while k < len(quotes) and quotes[k].outer.start < end:
            while n < len(document.sentences) and document.sentences[n].span.start < quotes[k].inner.end:
                last, end = document.sentences[n].last, document.sentences[n].span.end
                n += 1
            k += 1
        if kind not in READ or last <= first:
            continue
        outer = quotes[low:k]
        zone = Zone(document, first, last, at, outer, title=kind == "title", lows=lows)
        found = find_cues(document, lows, first, last)
        zone.take(found)
        out.extend(_read(zone))
        if outer:
            out.extend(_nested(zone, found))
    return out


def _read(zone: Zone) -> list[Draft]:
    out: list[Draft] = []
    for cue in zone.cues:
        if is_incise(zone, cue):
            zone.incises.append(cue.anchor)
            out.extend(around(zone, cue))
        out.extend(follow(zone, cue))
    for source in find_sources(zone):
        out.extend(attribute(zone, source))
    out.extend(of_nouns(zone))
    if not zone.nested:
        out.extend(d for d in of_quotes(zone) if not any(d.begin <= k < d.end for k in zone.incises))
        out.extend(of_hearsay(zone))
    return out


def _nested(zone: Zone, cues: list[Cue]) -> list[Draft]:
    """What others said inside the quotations of the zone, sentence by sentence."""
    out: list[Draft] = []
    document = zone.document
    for n in range(len(zone.quotes)):
        inside = [k for k in range(zone.first, zone.last) if zone.inside[k - zone.first] == n]
        if len(inside) < 6:
            continue
        begin = inside[0] + (document.tokens[inside[0]].pos == "PUNCT")
        for k in [*inside[1:], inside[-1] + 1]:
            if k == inside[-1] + 1 or document.tokens[k].text in (".", "!", "?", "..."):
                within = [c for c in cues if begin <= c.first and c.last < k]
                if k - begin > 4 and (
                    within or any(low in ("selon", "d'", "pour") for low in zone.lows[begin:k])
                ):
                    inner = Zone(
                        document, begin, k, zone.sentence, (), title=zone.title, nested=True, lows=zone.lows
                    )
                    inner.take(within)
                    out.extend(of_swallowed(zone, inner, within, inside[0], inside[-1] + 1))
                    out.extend(
                        d
                        for d in _read(inner)
                        if d.frame in ("que", "inf", "preposition", "colon", "noun-inf", "noun-que")
                    )
                begin = k + 1
    return out
