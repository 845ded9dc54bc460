"""Who was named last before a sentence, and how: as the one who acts, in the same paragraph or in an earlier one.

"Eva Lind a souri. « Nous verrons », dit-elle." → before the quotation, Eva Lind acted last.
"""

from __future__ import annotations

from dragoman.model.documents import Document

# What is farther back than this is as good as never named (sentences; paragraphs).
FAR, FAR_BLOCKS = 20, 8


class Trail:
    """The actors named up to a sentence: `lead` acted last, `opens` is the first of the sentence's paragraph.

    `named` and `acted` give the last sentence in which each was named, and was the subject, outside of quotations.
    """

    __slots__ = ("_at", "_block", "_cursor", "_rows", "acted", "lead", "named", "opens")

    def __init__(self, document: Document) -> None:
        tokens = document.tokens
        self._block = [s.block for s in document.sentences]
        self._rows = [
            (tokens[m.head].sent, m.actors[0], tokens[m.head].dep.startswith("nsubj"))
            for m in sorted(document.mentions, key=lambda m: m.head)
            if m.actors
            and not m.place
            and m.kind != "possessive"
            and document.quote_at(tokens[m.head].start) is None
        ]
        self._cursor, self._at = 0, -1
        self.named: dict[str, int] = {}
        self.acted: dict[str, int] = {}
        self.lead: str | None = None
        self.opens: str | None = None

    def reach(self, sentence: int) -> None:
        """Go on to just before `sentence`."""
        if sentence <= self._at:
            return
        here = self._block[sentence]
        if self._at < 0 or self._block[self._at] != here:
            self.opens = None
        self._at = sentence
        while self._cursor < len(self._rows) and self._rows[self._cursor][0] < sentence:
            told, name, subject = self._rows[self._cursor]
            self._cursor += 1
            self.named[name] = told
            if self.opens is None and self._block[told] == here:
                self.opens = name
            if subject:
                self.acted[name] = told
                self.lead = name

    def back(self, told: dict[str, int], name: str | None) -> int:
        """How many sentences back the name was told so, FAR where never."""
        return min(self._at - told[name], FAR) if name in told else FAR

    def blocks_back(self, name: str | None) -> int:
        """How many paragraphs back the name was named, FAR_BLOCKS where never."""
        if name not in self.named:
            return FAR_BLOCKS
        return min(self._block[self._at] - self._block[self.named[name]], FAR_BLOCKS)
