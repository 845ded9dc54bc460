"""Every passage that may be a statement, sentence by sentence, before the choice among those that overlap."""

from __future__ import annotations

from dragoman.extract.statements.contents import Zone
from dragoman.extract.statements.cues import find_cues
from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.frames import follow
from dragoman.extract.statements.incises import around, is_incise
from dragoman.extract.statements.prepositions import attribute, find_sources
from dragoman.extract.statements.quoted import carry_on
from dragoman.model.documents import Document

READ = ("title", "standfirst", "paragraph")


def find_drafts(document: Document) -> list[Draft]:
    """The drafts of the document in text order."""
    out: list[Draft] = []
    for n, sentence in enumerate(document.sentences):
        kind = document.blocks[sentence.block].kind
        if kind not in READ or sentence.last <= sentence.first:
            continue
        outer = [q for q in document.quotes if q.depth == 0 and q.outer.touches(sentence.span)]
        zone = Zone(document, sentence.first, sentence.last, n, outer)
        out.extend(_read(zone, kind == "title"))
    out.sort(key=lambda d: (d.span.start, -d.span.end))
    return out


def _read(zone: Zone, title: bool) -> list[Draft]:
    found = find_cues(zone.document, zone.first, zone.last)
    outside = [c for c in found if zone.quote_of(c.anchor) < 0]
    starts = {c.first: c for c in outside}
    out: list[Draft] = []
    for cue in outside:
        if is_incise(zone, cue):
            out.extend(around(zone, cue, starts, _low(zone, out)))
        else:
            out.extend(follow(zone, cue, starts))
    for source in find_sources(zone, zone.first, zone.last):
        if zone.quote_of(source.first) < 0:
            out.extend(attribute(zone, source, starts))
    out.extend(carry_on(zone, out, title))
    return out


def _low(zone: Zone, earlier: list[Draft]) -> int:
    """The first token that a new incise's content may take: after the incise before it."""
    low = zone.first
    for draft in earlier:
        if draft.source == "incise" and draft.cue is not None:
            end = draft.cue.last + 1
            tokens = zone.document.tokens
            while end < zone.last and tokens[end].text not in (",", ".", ":") and zone.quote_of(end) < 0:
                end += 1
            low = max(
                low, min(end + (0 if end < zone.last and zone.quote_of(end) >= 0 else 1), zone.last - 1)
            )
    return low
