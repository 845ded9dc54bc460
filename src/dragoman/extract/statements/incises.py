"""Contents that an incise interrupts or closes: "…", a dit le ministre, "…"; …, estime-t-il.

« La trêve tient », a assuré le général. → content "La trêve tient", direct, speaker *général*.
"""

from __future__ import annotations

from dragoman.extract.statements.contents import Zone, trim
from dragoman.extract.statements.cues import Cue
from dragoman.extract.statements.drafts import Draft
from dragoman.model.documents import Token
from dragoman.model.spans import Span

NOMINAL = ("NOUN", "PROPN", "PRON", "X", "NUM")
CLOSING = ('"', "»", "”")


def is_incise(zone: Zone, cue: Cue) -> bool:
    """Whether the cue follows its content with its subject inverted."""
    if cue.form != "finite" or zone.quote_of(cue.anchor) >= 0:
        return False
    if "quote" not in cue.entry.frames and "que" not in cue.entry.frames:
        return False
    tokens = zone.document.tokens
    if cue.clitic is not None:
        return cue.first > zone.first
    if cue.first <= zone.first:
        return False
    before = tokens[cue.first - 1]
    nxt = _after(zone, cue)
    if nxt is None or nxt.lower in ("que", "qu'", ":") or zone.quote_of(nxt.i) >= 0:
        return False
    kids = zone.document.children(cue.anchor, "nsubj")
    ahead = [t for t in kids if t.i < cue.first and zone.quote_of(t.i) < 0]
    behind = [t for t in kids if t.i > cue.last]
    quoted = zone.quote_of(cue.first - 1) >= 0 or (
        before.text in (",", "!", "?", "-", "–")
        and cue.first - 2 >= zone.first
        and zone.quote_of(cue.first - 2) >= 0
    )
    if nxt.pos not in ("DET", "NOUN", "PROPN", "ADP", "NUM", "PRON", "ADJ", "ADV", "X"):
        return False
    if quoted:
        return True
    if before.lower in ("que", "qu'", "qui", "comme", "dont") or before.pos in ("ADP", "DET"):
        return False
    if before.text in (",", "-", "–", "...", "…", "!", "?"):
        return not ahead and nxt.lower not in ("de", "d'", "à")
    return bool(behind) and not ahead and before.pos not in ("PRON", "SCONJ", "CCONJ")


def _after(zone: Zone, cue: Cue) -> Token | None:
    k = cue.last + 1
    return zone.document.tokens[k] if k < zone.last else None


def incise_subject(zone: Zone, cue: Cue) -> int | None:
    """The head of the inverted noun subject."""
    document = zone.document
    for t in document.children(cue.anchor, "nsubj"):
        if t.i > cue.last and zone.quote_of(t.i) < 0 and t.pos in NOMINAL:
            return t.i
    times = [t.span for t in document.times]
    k = cue.last + 1
    inside = 0  # end of a prepositional phrase
    while k < zone.last and zone.quote_of(k) < 0:
        t = document.tokens[k]
        if any(s.start <= t.start < s.end for s in times):
            k += 1
            continue
        if t.pos == "ADP" or t.lower in (
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
        ):
            if t.pos == "ADP":
                sub = [j for j in document.subtree(t.head) if j >= k]
                inside = max(sub, default=k) if t.head > k else k + 1
                # A subject may hang on the complement by mistake: stop at a determiner after it.
                j = k + 2
                while j <= inside and document.tokens[j].pos != "DET":
                    j += 1
                k = min(j, inside + 1)
                continue
            k += 1
            continue
        if t.pos in ("NOUN", "PROPN", "X") or (t.pos == "PRON" and t.lower not in ("se", "lui", "le")):
            head = t
            if head.dep.startswith(("flat", "amod", "compound")) and head.head > cue.last:
                return head.head
            return head.i
        if t.text in (",", ":"):
            return None
        k += 1
    return None


def incise_end(zone: Zone, cue: Cue, who: int | None) -> int:
    """The first token after the incise: the comma, colon or opening mark that closes it."""
    tokens = zone.document.tokens
    k = max(cue.last + 1, (who or 0) + 1)
    while k < zone.last:
        if zone.quote_of(k) >= 0 or tokens[k].text in (",", ":", ";"):
            return k
        k += 1
    return zone.last


def around(zone: Zone, cue: Cue, cues: dict[int, Cue], low: int) -> list[Draft]:
    """The draft whose content stands before the incise, and after it where the sentence goes on.

    `low` is the first token that the content may take (after an earlier statement of the sentence).
    """
    document, tokens = zone.document, zone.document.tokens
    who = None if cue.clitic else incise_subject(zone, cue)
    end = incise_end(zone, cue, who)
    begin = low
    a_last = cue.first - 1
    while a_last >= begin and tokens[a_last].text in (",", "-", "–") and zone.quote_of(a_last) < 0:
        a_last -= 1
    if a_last < begin:
        return []
    quoted = zone.quote_of(a_last)
    if quoted >= 0:
        opening = next(k for k in range(zone.first, zone.last) if zone.quote_of(k) == quoted)
        begin = _start_of_quoted(zone, opening, a_last, begin)
    else:
        while begin < a_last and (tokens[begin].pos in ("CCONJ",) or tokens[begin].text == ","):
            begin += 1
    span = trim(document.text, tokens[begin].start, tokens[a_last].end)
    hole = Span(tokens[cue.first].start, tokens[end - 1].end)
    holes: tuple[Span, ...] = ()
    resumed = _resumes(zone, cues, begin, a_last, end, quoted >= 0)
    if resumed is not None:
        span = trim(document.text, span.start, tokens[resumed - 1].end)
        holes = (hole,)
    if span.end - span.start < 2:
        return []
    return [
        Draft(span, f"incise/{cue.entry.lemma}", "incise", cue, cue.span, cue.entry.lemma, cue.entry.cls, who,
              cue.clitic, holes, zone.sentence)
    ]  # fmt: skip


def _start_of_quoted(zone: Zone, opening: int, closing: int, low: int) -> int:
    """Where the content begins whose end is a quotation: at its mark, or with the author's words before it."""
    tokens = zone.document.tokens
    if opening <= low:
        return low
    before = tokens[opening - 1]
    lead = [t for t in tokens[low:opening] if zone.quote_of(t.i) < 0]
    if before.text == ":":
        return opening
    if all(t.pos in ("CCONJ", "PUNCT", "ADV") for t in lead):
        return opening
    body = [t for t in tokens[opening : closing + 1] if t.pos != "PUNCT"]
    whole = (
        any(t.morph.get("VerbForm") == "Fin" for t in body)
        and bool(body)
        and (body[0].text[:1].isupper() or before.text == ",")
    )
    lead_finite = any(t.morph.get("VerbForm") == "Fin" for t in lead)
    if whole and before.text == "," and not lead_finite:
        return opening
    k = low
    while k < opening and (tokens[k].pos == "CCONJ" or tokens[k].text == ","):
        k += 1
    return k


LEAVING = ("qui", "dont", "où", "alors", "lors", "tandis", "dans", "à", "au", "aux", "en", "avant", "après", "selon",
           "cité", "citant", "sans", "sur", "devant", "depuis", "lequel", "laquelle", "par", "d'après", "comme",
           "lui-même", "elle-même", "tout")  # fmt: skip


def _resumes(zone: Zone, cues: dict[int, Cue], begin: int, a_last: int, end: int, quoted: bool) -> int | None:
    """The token after the content's second part, None where the incise closes it."""
    tokens = zone.document.tokens
    if end >= zone.last:
        return None
    k = end
    if zone.quote_of(k) < 0:
        k += 1
    if k >= zone.last or tokens[k].text in (".",):
        return None
    if zone.quote_of(k) >= 0:
        if not quoted:
            return None
        return zone.after_quote(k)
    first = tokens[k]
    if cues.get(k) is not None or first.lower in LEAVING or first.lower.endswith("ant"):
        return None
    part = list(tokens[begin : a_last + 1])
    complete = any(t.morph.get("VerbForm") == "Fin" and not t.dep.startswith("acl") for t in part)
    if complete:
        return None
    if not any(t.morph.get("VerbForm") == "Fin" for t in tokens[k : zone.last]) and quoted:
        return None
    stop = k
    while stop < zone.last:
        if zone.quote_of(stop) >= 0:
            stop = zone.after_quote(stop)
            continue
        if tokens[stop].text == "," and cues.get(stop + 1) is not None:
            break
        stop += 1
    return stop
