"""Where a content begins and ends: trimming, quotations as wholes, the end of a clause.

"…que la trêve tenait, ajoutant que…" → the clause ends before ", ajoutant".
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.statements.cues import Cue
from dragoman.model.documents import Document, Quote
from dragoman.model.spans import Span

MARKS = '"«»“”„‟'
EDGES = MARKS + " \t\n\r\u00a0\u202f\u2009.,;:–—-"
FINALS = MARKS + " \t\n\r\u00a0\u202f\u2009.,;:–—-"


def trim(text: str, start: int, end: int) -> Span:
    """The span without the marks, spaces and stops at its edges, and without a bracket left open."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start:
        if (text[end - 1] in FINALS and not text[start:end].endswith(("...", ".."))) or (
            text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end)
        ):
            end -= 1
        else:
            break
    return Span(start, end)


class Zone:
    """A stretch of tokens read as one sentence, with its outermost quotations as opaque wholes."""

    def __init__(
        self, document: Document, first: int, last: int, sentence: int, quotes: Iterable[Quote]
    ) -> None:
        self.document = document
        self.first, self.last, self.sentence = first, last, sentence
        tokens = document.tokens
        self.start, self.end = tokens[first].start, tokens[last - 1].end
        self.quotes = [q for q in quotes if q.outer.start >= self.start - 1 and q.inner.end <= self.end + 1]
        # For each token, the index of the quotation that holds it, or -1.
        self.inside = [-1] * (last - first)
        for n, q in enumerate(self.quotes):
            for k in range(first, last):
                if q.outer.start <= tokens[k].start < q.outer.end:
                    self.inside[k - first] = n

    def quote_of(self, i: int) -> int:
        """The index of the quotation that holds token `i`, -1 outside."""
        return self.inside[i - self.first]

    def after_quote(self, i: int) -> int:
        """The first token after the quotation that holds token `i` (`i` itself outside)."""
        n = self.quote_of(i)
        while n >= 0 and i < self.last and self.quote_of(i) == n:
            i += 1
        return i

    def fragments(self, span: Span) -> list[Span]:
        """The quoted pieces inside `span`, marks excluded."""
        out = []
        for q in self.quotes:
            start, end = max(span.start, q.inner.start), min(span.end, q.inner.end)
            if start < end:
                out.append(Span(start, end))
        return out


def clause_end(zone: Zone, begin: int, cue: Cue, cues: dict[int, Cue], *, brief: bool = False) -> int:
    """The token after the last one of the content that begins at token `begin`.

    `cues` are the zone's cues by their first token; `brief` stops at the first comma after a quotation.
    """
    tokens = zone.document.tokens
    seen_quote = False
    stop = _outer_clause(zone, begin, cue)
    k = begin
    while k < stop:
        if zone.quote_of(k) >= 0:
            seen_quote = True
            k = min(zone.after_quote(k), stop)
            continue
        t = tokens[k]
        if t.text == ";":
            return k
        if t.text == "," and k + 1 < zone.last:
            nxt = k + 1
            while nxt + 1 < zone.last and tokens[nxt].lower in (
                "tout",
                "en",
                "puis",
                "mais",
                "et",
                "avant",
                "d'",
                "de",
            ):
                nxt += 1
            other = cues.get(nxt)
            if (
                other is not None
                and other.anchor != cue.anchor
                and (
                    other.clitic
                    or other.form in ("participle", "finite")
                    or (other.form == "infinitive" and tokens[nxt - 1].lower in ("d'", "de"))
                )
            ):
                return k
            if tokens[nxt].lower in ("selon", "d'après"):
                return k
            if brief and seen_quote and zone.quote_of(k + 1) < 0:
                return k
        if t.lower in ("et", "mais", "puis", "avant") and k + 1 < zone.last and k > begin:
            nxt = k + 1
            while nxt + 1 < zone.last and tokens[nxt].lower in ("en", "d'", "de", "a", "ont", "tout"):
                nxt += 1
            other = cues.get(nxt) or cues.get(k + 1)
            if (
                other is not None
                and other.form in ("participle", "past", "finite")
                and other.anchor > cue.anchor
            ):
                governor = tokens[other.anchor].head
                if other.form != "finite" or governor == cue.anchor:
                    return k
        if t.text in (")", "]") and not any(x.text in ("(", "[") for x in tokens[begin:k]):
            return k
        k += 1
    return stop


def _outer_clause(zone: Zone, begin: int, cue: Cue) -> int:
    """The end of the clause that holds the cue: where its governor stands to the right, the comma before."""
    tokens = zone.document.tokens
    anchor = tokens[cue.anchor]
    if anchor.dep.split(":")[0] not in ("acl", "advcl") and cue.form not in (
        "participle",
        "past",
        "infinitive",
    ):
        return zone.last
    ids = [i for i in zone.document.subtree(cue.anchor) if zone.first <= i < zone.last]
    end = max(ids, default=begin) + 1
    if end <= begin:
        return zone.last
    head = anchor.head
    right = head > cue.anchor or any(
        t.pos in ("VERB", "AUX") and t.i >= end and t.morph.get("VerbForm") == "Fin"
        for t in tokens[end : zone.last]
        if zone.quote_of(t.i) < 0
    )
    if not right:
        return zone.last
    k = end
    if zone.quote_of(k - 1) >= 0:
        k = zone.after_quote(k - 1)
    while k < zone.last and tokens[k].text not in (",", ";", ")"):
        k = zone.after_quote(k) if zone.quote_of(k) >= 0 else k + 1
    return min(k, zone.last)
