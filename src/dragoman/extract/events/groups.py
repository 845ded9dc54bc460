"""The span of a trigger: the verb group with its auxiliaries, the noun with the words that make it one.

"le texte n'a pas été ratifié" → "n'a pas été ratifié"; "les négociations de paix" → "négociations".
"""

from __future__ import annotations

from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import Document
from dragoman.model.spans import Span


def trigger_span(document: Document, trigger: Trigger) -> Span:
    """The stretch of text that names the act."""
    tokens = document.tokens
    head = trigger.head
    first, last = head, max((head, *trigger.parts))
    if trigger.pos != "noun":
        for kid in document.children(head):
            if kid.i < head and head - kid.i <= 6:
                helps = kid.dep.startswith("aux") or kid.dep == "cop" or kid.lower in ("ne", "n'")
                if helps or (kid.lower in ("se", "s'") and kid.dep.startswith(("expl", "obj", "iobj"))):
                    first = min(first, kid.i)
    return Span(tokens[first].start, tokens[last].end)
