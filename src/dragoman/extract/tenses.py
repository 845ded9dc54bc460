"""Future, conditional and imperative, by the parse or by the ending that it missed.

"Nous ne négocierons pas" → future.
"""

from __future__ import annotations

import re

from dragoman.model.documents import Document, Token

CONDITIONAL = re.compile(r"\w{2,}(?:er|ir|dr)(?:ais|ait|aient)$")
ENDING = re.compile(r"\w{2,}r(?:ai|as|a|ons|ez|ont)$")


def _parts(document: Document, verb: Token) -> list[Token]:
    return [verb, *document.children(verb.i, "aux", "cop")]


def looks_future(token: Token) -> bool:
    """Whether one form is a simple future."""
    if token.morph.get("Tense") == "Fut":
        return True
    if token.pos not in ("VERB", "AUX") or token.morph.get("Mood") == "Cnd" or token.lemma == token.lower:
        return False
    return token.morph.get("Tense") not in ("Past", "Imp") and bool(ENDING.match(token.lower))


def is_past_participle(token: Token) -> bool:
    """Whether one form is a past participle: "négociée"."""
    return token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"


def looks_conditional(token: Token) -> bool:
    """Whether one form is a conditional that the tagger took for a past: "elle rencontrerait"."""
    return (
        token.pos == "VERB"
        and bool(CONDITIONAL.match(token.lower))
        and not token.lemma.endswith(("irer", "drer"))
    )


def is_future(document: Document, verb: Token) -> bool:
    """Simple future, or `aller` in the present with an infinitive."""
    if any(looks_future(t) for t in _parts(document, verb)):
        return True
    return verb.lemma == "aller" and any(
        k.morph.get("VerbForm") == "Inf" for k in document.children(verb.i, "xcomp")
    )


def is_conditional(document: Document, verb: Token) -> bool:
    """Conditional mood in the verb or its auxiliaries."""
    return any(t.morph.get("Mood") == "Cnd" for t in _parts(document, verb))


def is_imperative(document: Document, verb: Token) -> bool:
    """Imperative mood, or a finite verb without a subject that opens its sentence with -ons or -ez."""
    if verb.morph.get("Mood") == "Imp":
        return True
    if verb.pos != "VERB" or document.children(verb.i, "nsubj", "expl:subj", "aux"):
        return False
    return verb.head == verb.i and verb.lower.endswith(("ons", "ez")) and verb.morph.get("VerbForm") != "Inf"
