"""Where an act took place, as the text names it: a name that hangs on it with à, en, dans or au.

"se sont rencontrés à Hanoï" → Hanoï.
"""

from __future__ import annotations

from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import Document

IN = ("à", "en", "au", "aux", "dans")


def find_place(document: Document, trigger: Trigger) -> str | None:
    """The surface of the place, or None."""
    head = document.tokens[trigger.head]
    around = (
        [head.i, head.head]
        if trigger.pos == "noun" and document.tokens[head.head].pos == "VERB"
        else [head.i]
    )
    for governor in around:
        for kid in document.children(governor, "nmod", "obl", "obj"):
            if kid.pos != "PROPN" or not any(c.lower in IN for c in document.children(kid.i, "case")):
                continue
            mention = document.mention_of(kid.i)
            if mention is None or mention.place or mention.kind == "metonym":
                return mention.span.of(document.text) if mention else kid.text
    return None
