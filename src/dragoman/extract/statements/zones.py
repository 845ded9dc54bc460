"""A sentence as the readers of statements see it, with its quotations as wholes, and where contents may end.

"…que la trêve tenait, ajoutant que…" → the content may end before ", ajoutant" or at the sentence's end.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.statements.cues import CLITICS, Cue
from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.sources import Source
from dragoman.extract.statements.tails import is_tail
from dragoman.model.documents import Document, Quote, Token
from dragoman.model.spans import Span

MARKS = '"«»“”„‟'
EDGES = MARKS + " \t\n\r\u00a0\u202f\u2009.,;:–—-"
BREAKS = frozenset((",", ";", ":", ")", "(", "–", "-", "--", "—", "?", "!"))
OPENERS = words("openers")
# Words that may open what no longer belongs to a content, with those that only do where its verb stands before.
OPENING = OPENERS | {"et", "mais", "puis", "tout", "ou"}
# Words after which a content may begin.
BEGINNERS = frozenset(("mais", "et", "qui", "que", "qu'", "car", "où"))
MOST = 9


def trim(text: str, start: int, end: int) -> Span:
    """The span without the marks, spaces and stops at its edges, and without a bracket left open."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start:
        last = text[end - 1]
        stray = last == ")" and text.count("(", start, end) < text.count(")", start, end)
        if not stray and (last not in EDGES or text[start:end].endswith("...")):
            break
        end -= 1
    return Span(start, end)


class Zone:
    """Tokens `first`..`last` (exclusive) read as one sentence; `quotes` are opaque inside it.

    `nested` is true for a sentence inside a quotation, `title` for one of the title.
    """

    def __init__(
        self,
        document: Document,
        first: int,
        last: int,
        sentence: int,
        quotes: Iterable[Quote],
        *,
        title: bool = False,
        nested: bool = False,
        lows: list[str] | None = None,
    ) -> None:
        self.document, self.tokens = document, document.tokens
        # The text of each token of the document in lower case.
        self.lows = lows if lows is not None else [t.lower for t in document.tokens]
        self.first, self.last, self.sentence = first, last, sentence
        self.title, self.nested = title, nested
        self.start, self.end = self.tokens[first].start, self.tokens[last - 1].end
        self.quotes = [q for q in quotes if q.outer.start >= self.start - 1 and q.inner.end <= self.end + 1]
        # For each token, the index of the quotation that holds it, or -1.
        self.inside = [-1] * (last - first)
        for n, q in enumerate(self.quotes):
            start, end = q.outer
            for k in range(first, last):
                if start <= self.tokens[k].start < end:
                    self.inside[k - first] = n
        self.cues: list[Cue] = []
        self.incises: list[int] = []
        self.sources: list[Source] | None = None
        self.starts: dict[int, Cue] = {}

    def take(self, cues: list[Cue]) -> None:
        """Keep the cues of the zone that stand outside its quotations."""
        self.cues = [c for c in cues if self.quote_of(c.anchor) < 0]
        for c in self.cues:
            self.starts[c.first] = c
            if c.gerund:
                self.starts[c.first - 1] = c

    def quote_of(self, i: int) -> int:
        """The index of the quotation that holds token `i`, -1 outside."""
        return self.inside[i - self.first] if self.first <= i < self.last else -1

    def after_quote(self, i: int) -> int:
        """The first token after the quotation that holds token `i` (`i` itself outside)."""
        n = self.quote_of(i)
        while n >= 0 and i < self.last and self.inside[i - self.first] == n:
            i += 1
        return i

    def before_quote(self, i: int) -> int:
        """The first token of the quotation that holds token `i` (`i` itself outside)."""
        n = self.quote_of(i)
        while n >= 0 and i - 1 >= self.first and self.inside[i - 1 - self.first] == n:
            i -= 1
        return i

    def fragments(self, span: Span) -> list[Span]:
        """The quoted pieces inside `span`, marks excluded."""
        out = []
        for q in self.quotes:
            start, end = max(span.start, q.inner.start), min(span.end, q.inner.end)
            if start < end:
                out.append(Span(start, end))
        return out

    def finite(self, first: int, last: int) -> bool:
        """Whether a finite verb stands among the tokens outside quotations."""
        return any(
            t.morph.get("VerbForm") == "Fin" and self.inside[t.i - self.first] < 0
            for t in self.tokens[first:last]
        )

    def breaks(self, k: int) -> bool:
        """Whether token `k` is a mark between clauses; the hyphen of a compound is none."""
        t = self.tokens[k]
        if t.text not in BREAKS:
            return False
        return t.text != "-" or k == 0 or self.tokens[k - 1].end < t.start

    def ends(self, begin: int, root: int | None = None) -> list[int]:
        """The tokens before which a content that begins at `begin` may end, nearest first; `root` heads it."""
        tokens, inside, first = self.tokens, self.inside, self.first
        found: list[int] = []
        k = begin
        while k < self.last and len(found) < MOST:
            if inside[k - first] >= 0:
                k = self.after_quote(k)
                if k < self.last and not self.breaks(k) and tokens[k].text != ".":
                    found.append(k)
                continue
            if k > begin and (
                (tokens[k].text in BREAKS and self.breaks(k))
                or ((k in self.starts or self.lows[k] in OPENING) and self._opens(tokens[k], begin))
            ):
                found.append(k)
            k += 1
        if root is not None:
            below = [i for i in self.document.subtree(root) if begin <= i < self.last]
            if below:
                end = below[-1] + 1
                found.append(self.after_quote(end - 1) if self.quote_of(end - 1) >= 0 else end)
        found.append(self.last)
        return sorted(set(found))

    def _opens(self, t: Token, begin: int) -> bool:
        low = self.lows[t.i]
        if t.i in self.starts:
            return True
        if low in ("et", "mais", "puis", "tout", "ou"):
            follow = self.starts.get(t.i + 1) or self.starts.get(t.i + 2)
            if follow is not None:
                return True
            if low in ("et", "mais", "puis") and self._verb_after(t.i + 1):
                return True
            return low in ("mais", "tout", "et") and self.tokens[t.head].i < begin
        return low in OPENERS and (not begin <= t.head < self.last or is_tail(self.lows, t.i))

    def _verb_after(self, k: int) -> bool:
        """Whether a finite verb without subject stands at `k`, past its clitics: "…et a quitté la salle"."""
        while k < self.last and self.lows[k] in CLITICS:
            k += 1
        return k < self.last and self.tokens[k].morph.get("VerbForm") == "Fin" and self.quote_of(k) < 0

    def begins(self, stop: int) -> list[int]:
        """The tokens at which a content that ends before token `stop` may begin, nearest last."""
        tokens, inside, lows = self.tokens, self.inside, self.lows
        found: list[int] = []
        k = stop - 1
        while k >= self.first and len(found) < MOST:
            if inside[k - self.first] >= 0:
                k = self.before_quote(k)
                found.append(k)
                k -= 1
                continue
            if lows[k] in BEGINNERS or (lows[k] in BREAKS and self.breaks(k)):
                found.append(k + 1)
            k -= 1
        found.append(self.first)
        out = []
        for k in set(found):
            at = k
            while at < stop and self.quote_of(at) < 0 and (tokens[at].pos == "CCONJ" or self.breaks(at)):
                at += 1
            if at < stop:
                out.append(at)
        return sorted(set(out))
