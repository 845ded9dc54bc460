"""Contents that no cue of the lexicon introduces: the speaker carries on, a title names him, hearsay.

"A", a dit le ministre. "B". → "B" is a statement without cue, of the same speaker.
"""

from __future__ import annotations

from dragoman.extract.statements.drafts import Draft, draft
from dragoman.extract.statements.frames import LINKS, past_aside
from dragoman.extract.statements.prepositions import closes_with_source
from dragoman.extract.statements.zones import Zone

NOMINAL = ("PROPN", "NOUN", "X")
# Auxiliaries of the conditional of hearsay.
HEARD = ("aurait", "auraient", "serait", "seraient")
ENDINGS = ("rait", "raient")
# Words that make a conditional one of condition or of reported speech, where they stand before it.
CONDITIONAL = ("si", "s'", "que", "qu'")


def of_quotes(zone: Zone) -> list[Draft]:
    """The drafts for the quotations of the zone: alone, with the author's clause, after an unknown verb."""
    out: list[Draft] = []
    if not zone.quotes:
        return out
    key = ("carry", zone.first)
    for n in range(len(zone.quotes)):
        inside = [k for k in range(zone.first, zone.last) if zone.inside[k - zone.first] == n]
        if not inside:
            continue
        first, last = inside[0], inside[-1] + 1
        lead = [t for t in zone.tokens[zone.first : first] if t.pos not in ("PUNCT", "CCONJ", "ADV")]
        before = zone.tokens[first - 1] if first > zone.first else None
        _add(out, draft(zone, first, last, "carry-quote", "carry", (f"carry{n}", zone.first)))
        if before is not None and before.text == ":":
            d = draft(zone, first, last, "carry-colon", "subject", (f"carry{n}", zone.first))
            if d is not None:
                d.who = _head(zone, first) if lead else None
                out.append(d)
        elif lead:
            _verb(zone, first, n, out)
    whole = zone.begins(zone.last)
    if not closes_with_source(zone, whole[0], zone.last):
        _add(out, draft(zone, whole[0], zone.last, "carry-sentence", "carry", key))
    colon = next(
        (k for k in range(zone.first, zone.last) if zone.tokens[k].text == ":" and zone.quote_of(k) < 0), None
    )
    if colon is not None and zone.title and colon + 1 < zone.last:
        d = draft(zone, colon + 1, zone.last, "title", "subject", key)
        if d is not None:
            d.who = _head(zone, colon)
            out.append(d)
    return out


def _add(out: list[Draft], d: Draft | None) -> None:
    if d is not None:
        out.append(d)


def _verb(zone: Zone, quote: int, n: int, out: list[Draft]) -> None:
    """Contents after a verb that the lexicon does not hold: a "félicité" le ministre, y a vu "un piège"."""
    tokens = zone.tokens
    verb = None
    for k in range(quote - 1, max(zone.first - 1, quote - 14), -1):
        t = tokens[k]
        if t.text in (",", ":", ";") or zone.quote_of(k) >= 0:
            break
        if t.pos in ("VERB", "AUX") or t.morph.get("VerbForm"):
            verb = t
            break
    if verb is None and zone.title:
        for end in zone.ends(quote):
            d = draft(zone, quote, end, "title", "subject", (f"carry{n}", zone.first))
            if d is not None:
                d.who = _head(zone, quote)
                out.append(d)
    if verb is None or any(c.first <= verb.i <= c.last for c in zone.cues):
        return
    begin = past_aside(zone, verb.i + 1)
    starts = {quote, min(begin, quote)}
    if tokens[begin].lower in LINKS and begin < quote:
        starts.add(begin + 1)
    for start in starts:
        for end in zone.ends(start):
            d = draft(zone, start, end, "verb", "subject", (f"carry{n}", zone.first))
            if d is not None and end > quote:
                d.cue_span, d.lemma, d.who = verb.span, verb.lemma.lower(), verb.i
                out.append(d)


def _head(zone: Zone, stop: int) -> int | None:
    for t in zone.tokens[zone.first : stop]:
        if t.pos in NOMINAL and zone.quote_of(t.i) < 0:
            return t.i
    return None


def of_hearsay(zone: Zone) -> list[Draft]:
    """The sentence, and the clause alone, where the verb is a conditional of hearsay ("l'accord serait prêt")."""
    verb = next((k for k in range(zone.first, zone.last) if _heard(zone, k)), None)
    if verb is None:
        return []
    clause = max((b for b in zone.begins(verb)), default=zone.first)
    ends = [end for end in zone.ends(clause) if end > verb]
    out: list[Draft] = []
    for begin in dict.fromkeys((zone.begins(zone.last)[0], clause)):
        for end in dict.fromkeys((ends[0], zone.last)):
            d = draft(zone, begin, end, "hearsay", "nobody", ("hearsay", zone.first))
            if d is not None and d.span not in [x.span for x in out]:
                out.append(d)
    return out


def _heard(zone: Zone, k: int) -> bool:
    """Whether token `k` is a conditional that may tell hearsay."""
    if not zone.lows[k].endswith(ENDINGS) or zone.quote_of(k) >= 0:
        return False
    t = zone.tokens[k]
    if zone.lows[k] in HEARD:
        return True
    if t.dep != "ROOT" or t.pos != "VERB" or any(x in CONDITIONAL for x in zone.lows[zone.first : k]):
        return False
    return _is_conditional(zone.lows[k], t.lemma)


def _is_conditional(form: str, lemma: str) -> bool:
    """Whether the form is a conditional, whatever the tagger says; "montrait" and "offrait" are none."""
    stem = form.removesuffix("aient").removesuffix("ait")
    return form.endswith(ENDINGS) and lemma not in (stem + "er", stem + "ir")
