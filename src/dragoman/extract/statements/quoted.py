"""Quotations that no cue of their sentence introduces: the speaker carries on, or the title names him.

"A", a dit le ministre. "B". → "B" is a statement without cue, of the same speaker.
"""

from __future__ import annotations

from dragoman.extract.statements.contents import Zone, trim
from dragoman.extract.statements.drafts import Draft


def carry_on(zone: Zone, taken: list[Draft], title: bool) -> list[Draft]:
    """Drafts for the quotations of the zone that `taken` leaves: whole sentences and what a colon announces."""
    document, tokens = zone.document, zone.document.tokens
    out: list[Draft] = []
    for n, quote in enumerate(zone.quotes):
        if any(d.span.start < quote.inner.end and quote.inner.start < d.span.end for d in [*taken, *out]):
            continue
        inside = [k for k in range(zone.first, zone.last) if zone.quote_of(k) == n]
        if not inside:
            continue
        before = list(tokens[zone.first : inside[0]])
        after = [t for t in tokens[inside[-1] + 1 : zone.last] if t.pos != "PUNCT"]
        span = trim(document.text, quote.inner.start, quote.inner.end)
        body = [t for t in tokens[inside[0] : inside[-1] + 1] if t.pos != "PUNCT"]
        lead = [t for t in before if t.pos not in ("PUNCT", "CCONJ", "ADV")]
        if not lead and not after and len(body) >= 2:
            out.append(Draft(span, "carry/sentence", "carry", sentence=zone.sentence))
        elif lead and before[-1].text == ":" and len(body) >= 2:
            draft = Draft(span, "carry/colon", "carry", sentence=zone.sentence)
            if title:
                draft.source, draft.who = "title", _head(zone, inside[0])
            out.append(draft)
    return out


def _head(zone: Zone, stop: int) -> int | None:
    for t in zone.document.tokens[zone.first : stop]:
        if t.pos in ("PROPN", "NOUN", "X"):
            return t.i
    return None
