"""Where an act took place, as the text names it: a name that hangs on it with à, en, dans or au.

"se sont rencontrés à Hanoï" → Hanoï.
"""

from __future__ import annotations

from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import Document

DEPENDENT = ("nmod", "obl", "obj")
IN = ("à", "en", "au", "aux", "dans")


def find_place(document: Document, trigger: Trigger) -> str | None:
    """The surface of the place, or None."""
    head = document.tokens[trigger.head]
    around = [head.i]
    if trigger.pos == "noun" and document.tokens[head.head].pos == "VERB":
        around.append(head.head)
    near = [kid for i in around for kid in document.children(i, *DEPENDENT)]
    near += [grand for kid in near for grand in document.children(kid.i, "nmod")]
    for token in near:
        if token.pos != "PROPN" or not any(c.lower in IN for c in document.children(token.i, "case")):
            continue
        mention = document.mention_of(token.i)
        if mention is None or mention.place or mention.kind == "metonym":
            return mention.span.of(document.text) if mention else token.text
    return None
