"""The span of a trigger: the verb group with its auxiliaries, the noun with the words that make it one.

"le texte n'a pas été ratifié" → "n'a pas été ratifié"; "les négociations de paix" → "négociations".
"""

from __future__ import annotations

from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import Document
from dragoman.model.spans import Span

MODAL = ("pouvoir", "devoir", "aller", "venir", "falloir")


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


def modal_of(document: Document, verb: int) -> int | None:
    """The modal or future verb that governs an infinitive (`va signer`, `doit se retirer`)."""
    token = document.tokens[verb]
    if token.dep.split(":")[0] in ("xcomp", "ccomp") and token.morph.get("VerbForm") == "Inf":
        governor = document.tokens[token.head]
        if governor.lemma in MODAL:
            return governor.i
    return None
