"""Contents that an incise interrupts or closes: "…", a dit le ministre, "…"; …, estime-t-il.

« La trêve tient », a assuré le général. → content "La trêve tient", direct, speaker *général*.
"""

from __future__ import annotations

from dragoman.extract.statements.cues import BEFORE_INCISE, Cue
from dragoman.extract.statements.drafts import Draft, of_cue
from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.zones import Zone
from dragoman.model.spans import Span

NOMINAL = ("NOUN", "PROPN", "PRON", "X", "NUM")


def is_incise(zone: Zone, cue: Cue) -> bool:
    """Whether the cue may follow its content with its subject inverted."""
    if cue.form not in ("finite", "infinitive") or cue.first <= zone.first:
        return False
    if not cue.entry.frames & {"quote", "que"}:
        return False
    tokens = zone.tokens
    before = tokens[cue.first - 1]
    if cue.form == "infinitive" and not (
        len(cue.entry.lemma.split()) > 1 or zone.quote_of(cue.first - 1) >= 0 or before.text == ","
    ):
        return False
    if cue.clitic is not None:
        return True
    after = cue.last + 1
    if after >= zone.last:
        return zone.quote_of(cue.first - 1) >= 0
    nxt = tokens[after]
    if nxt.lower in ("que", "qu'", ":", "de", "d'") or zone.quote_of(after) >= 0:
        return False
    kids = zone.document.children(cue.anchor, "nsubj")
    ahead = [t for t in kids if t.i < cue.first and zone.quote_of(t.i) < 0]
    behind = [t for t in kids if t.i > cue.last]
    if ahead and _acts_on_thing(zone, cue):
        return False
    quoted = zone.quote_of(cue.first - 1) >= 0 or (
        before.text in BEFORE_INCISE and cue.first - 2 >= zone.first and zone.quote_of(cue.first - 2) >= 0
    )
    if quoted:
        return True
    if before.lower == "comme":
        return bool(behind)
    if before.lower in ("que", "qu'", "qui", "dont") or before.pos in ("ADP", "DET"):
        return False
    if before.text in BEFORE_INCISE:
        return not ahead or nxt.pos in ("PROPN", "DET")
    if before.pos in ("PRON", "SCONJ", "CCONJ"):
        return False
    if behind and not ahead:
        return True
    return nxt.pos in ("DET", "PROPN") and zone.finite(zone.first, cue.first)


def _acts_on_thing(zone: Zone, cue: Cue) -> bool:
    """Whether the verb has an object that is nobody: "le maréchal, homme fort de l'Est, a lancé une offensive"."""
    document = zone.document
    return any(
        t.i > cue.last and t.pos in ("NOUN", "X") and document.mention_of(t.i) is None
        for t in document.children(cue.anchor, "obj")
    )


def incise_subject(zone: Zone, cue: Cue) -> int | None:
    """The head of the inverted noun subject."""
    document, tokens = zone.document, zone.tokens
    times = [t.span for t in document.times]
    for t in document.children(cue.anchor, "nsubj"):
        cased = document.children(t.i, "case") or any(s.start <= t.start < s.end for s in times)
        if t.i > cue.last and zone.quote_of(t.i) < 0 and t.pos in NOMINAL and not cased:
            return t.i
    k = cue.last + 1
    while k < zone.last and zone.quote_of(k) < 0:
        t = tokens[k]
        if t.text in (":", ";") or (t.text == "," and k > cue.last + 12):
            return None
        if any(s.start <= t.start < s.end for s in times) or t.text == ",":
            k += 1
            continue
        if t.pos == "ADP" or t.lower in words("circumstance"):
            # A prepositional phrase: its name, or up to the determiner or name that begins the subject.
            k += 2 if k + 1 < zone.last and tokens[k + 1].pos == "DET" else 1
            if k >= zone.last:
                return None
            named = next((m for m in document.mentions if m.span.start <= tokens[k].start < m.span.end), None)
            if named is not None and tokens[k].pos == "PROPN":
                while k < zone.last and tokens[k].start < named.span.end:
                    k += 1
                continue
            while k < zone.last and tokens[k].pos not in ("DET", "ADP", "PUNCT") and zone.quote_of(k) < 0:
                k += 1
            continue
        if t.pos in ("NOUN", "PROPN", "X") or (
            t.pos == "PRON" and t.lower not in ("se", "lui", "le", "y", "en")
        ):
            if t.lower in words("days"):
                k += 1
                continue
            if t.dep.startswith(("flat", "amod", "compound")) and t.head > cue.last and t.head < zone.last:
                return t.head
            return t.i
        k += 1
    return None


def incise_end(zone: Zone, cue: Cue, who: int | None) -> int:
    """The first token after the incise: the comma, colon or opening mark that closes it."""
    tokens = zone.tokens
    k = max(cue.last + 1, (who or 0) + 1)
    while k < zone.last:
        if zone.quote_of(k) >= 0 or tokens[k].text in (",", ":", ";"):
            return k
        k += 1
    return zone.last


def around(zone: Zone, cue: Cue) -> list[Draft]:
    """The drafts whose content stands before the incise, and after it where the sentence may go on."""
    tokens = zone.tokens
    who = None if cue.clitic else incise_subject(zone, cue)
    end = incise_end(zone, cue, who)
    a_end = cue.first
    if tokens[a_end - 1].lower == "comme":
        a_end -= 1
    while (
        a_end > zone.first
        and tokens[a_end - 1].text in (",", "-", "–", "--")
        and zone.quote_of(a_end - 1) < 0
    ):
        a_end -= 1
    if a_end <= zone.first:
        return []
    hole = Span(tokens[cue.first].start, tokens[end - 1].end)
    stops: list[tuple[int, tuple[Span, ...]]] = [(k, (hole,)) for k in _resumed(zone, cue, end)]
    joined = zone.quote_of(a_end - 1) >= 0 and end + 1 < zone.last and tokens[end].text == ","
    joined = joined and zone.quote_of(end + 1) >= 0
    if not joined:
        # Only a quotation that goes on after the incise's comma must be joined to the one before it.
        stops.insert(0, (a_end, ()))
    # "En échange d'un retrait, a dit X, Paris propose…": nothing is said yet when the incise comes.
    fronted = (
        cue.clitic is None and tokens[min(end, zone.last - 1)].text == "," and zone.quote_of(cue.first) < 0
    )
    fronted = fronted and not _states(zone, zone.first, a_end)
    furthest = max(stops)[0]
    out: list[Draft] = []
    seen: set[tuple[int, int]] = set()
    for begin in _begins(zone, a_end):
        for stop, holes in stops:
            d = of_cue(zone, cue, begin, stop, "incise")
            if d is None or d.span in seen:
                continue
            seen.add(d.span)
            if cue.clitic is None and not holes and not _states(zone, begin, stop):
                whole = begin == zone.first and (stop - begin <= 4 or end >= zone.last - 1)
                if not whole or zone.tokens[begin].pos in ("ADP", "SCONJ"):
                    continue  # "Faux, a répondu le général" is said, "Mardi, a répondu le général" is not
            d.source, d.who, d.clitic, d.holes = "incise", who, cue.clitic, holes
            d.sure = joined and stop == zone.after_quote(end + 1) and zone.quote_of(begin) >= 0
            d.sure = d.sure or (fronted and begin == zone.first and stop == furthest)
            out.append(d)
    if tokens[a_end - 1].morph.get("PronType") == "Rel" and zone.quote_of(a_end - 1) < 0:
        out.extend(_relative(zone, cue, end, who))
    return out


def _relative(zone: Zone, cue: Cue, end: int, who: int | None) -> list[Draft]:
    """The content that a relative pronoun opens before the incise: "un pont qui, dit-il, | tiendra"."""
    out = []
    for stop in _resumed(zone, cue, end):
        begin = end if zone.quote_of(end) >= 0 else end + 1
        d = of_cue(zone, cue, begin, stop, "incise")
        if d is not None:
            d.source, d.who, d.clitic = "incise", who, cue.clitic
            out.append(d)
    return out


def _begins(zone: Zone, end: int) -> list[int]:
    """Where the content that ends before token `end` may begin; the label before a colon is no part of it."""
    begins = zone.begins(end)
    if zone.quote_of(end - 1) >= 0:
        opening = zone.before_quote(end - 1)
        labelled = opening > zone.first and zone.tokens[opening - 1].text == ":"
        if labelled and not zone.finite(zone.first, opening):
            return [b for b in begins if b >= opening]
    return begins


def _states(zone: Zone, begin: int, end: int) -> bool:
    """Whether the tokens hold a quotation or a finite verb of their own, not only a noun phrase."""
    return any(
        zone.quote_of(t.i) >= 0 or (t.morph.get("VerbForm") == "Fin" and not t.dep.startswith("acl"))
        for t in zone.tokens[begin:end]
    )


def _resumed(zone: Zone, cue: Cue, end: int) -> list[int]:
    """The tokens before which a content that goes on after the incise may end."""
    if end >= zone.last:
        return []
    k = end if zone.quote_of(end) >= 0 else end + 1
    if k >= zone.last or zone.tokens[k].text == ".":
        return []
    if zone.quote_of(k) >= 0:
        stop = zone.after_quote(k)
        return sorted({stop, *zone.ends(k)[:4], zone.last})
    del cue
    return zone.ends(k)[-5:]
