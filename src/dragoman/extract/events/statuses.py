"""Whether the act took place, is to come, is wished, supposed, denied or called off, by tense and mood.

"Les négociations pourraient reprendre" → hypothetical; "n'ont pas signé" → negated.
"""

from __future__ import annotations

from dragoman.extract.events.triggers import Trigger
from dragoman.extract.syntax import is_negated
from dragoman.model.documents import Document, Token

WISH = frozenset(
    [
        "vouloir",
        "souhaiter",
        "espérer",
        "demander",
        "exiger",
        "proposer",
        "appeler",
        "exhorter",
        "réclamer",
        "suggérer",
        "inviter",
    ]
)


def find_status(document: Document, trigger: Trigger, type_: str) -> str:
    """One of the model's EVENT_STATUSES."""
    token = document.tokens[trigger.head]
    if trigger.pos == "noun":
        return _noun_status(document, token)
    if is_negated(document, token.i) and type_ != "REJECT":
        return "negated"
    return _verb_status(document, token)


def _verb_status(document: Document, token: Token) -> str:
    tense = token.morph.get("Tense")
    mood = token.morph.get("Mood")
    aux = [t for t in document.children(token.i) if t.dep.startswith("aux") or t.dep == "cop"]
    if aux:
        tense = aux[0].morph.get("Tense") or tense
        mood = aux[0].morph.get("Mood") or mood
    if mood == "Cnd":
        return "hypothetical"
    if tense == "Fut":
        return "planned"
    if token.morph.get("VerbForm") == "Inf":
        governor = document.tokens[token.head]
        if governor.lemma == "aller":
            return "planned"
        if governor.lemma in WISH:
            return "proposed"
        if governor.lemma in ("pouvoir", "devoir", "falloir"):
            return "hypothetical"
        return "proposed"
    return "occurred"


def _noun_status(document: Document, token: Token) -> str:
    for governor in document.ancestors(token.i):
        if governor.pos in ("VERB", "AUX"):
            if governor.lemma in WISH:
                return "proposed"
            return _verb_status(document, governor)
        if governor.lemma in ("demande", "appel", "proposition", "espoir", "souhait"):
            return "proposed"
        if governor.lemma in ("annulation", "report"):
            return "cancelled"
    return "occurred"
