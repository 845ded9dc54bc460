"""Who does what to whom in the parse: subjects, objects, agents, negation, through passives and control.

"Pyongyang avait promis de livrer" → subject of *livrer* is *Pyongyang*.
"""

from __future__ import annotations

from dragoman.model.documents import Document, Token

SUBJECTS = ("nsubj", "csubj")


def subject_of(document: Document, verb: int) -> Token | None:
    """The head of the subject of `verb`: its own, its governor's under control or coordination, or the
    noun that a relative or participle clause hangs on; None where the parse tells none."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        token = document.tokens[verb]
        for kid in document.children(verb, *SUBJECTS):
            if kid.morph.get("PronType") == "Rel" or kid.lower in ("qui", "lequel", "laquelle"):
                return document.tokens[token.head] if token.dep.startswith("acl") else kid
            return kid
        if token.dep.startswith("acl"):
            return document.tokens[token.head]
        if token.dep in ("conj", "xcomp", "advcl", "parataxis", "ccomp") and token.head != verb:
            if token.dep in ("ccomp", "parataxis") and token.morph.get("VerbForm") == "Fin":
                return None
            verb = token.head
            continue
        return None
    return None


def is_passive(document: Document, verb: int) -> bool:
    """Whether the verb is in the passive voice."""
    return document.tokens[verb].morph.get("Voice") == "Pass" or bool(document.children(verb, "aux:pass"))


def agent_of(document: Document, verb: int) -> Token | None:
    """The head of `par X` of a passive."""
    for kid in document.children(verb, "obl"):
        if kid.dep == "obl:agent" or any(c.lower == "par" for c in document.children(kid.i, "case")):
            return kid
    return None


def is_negated(document: Document, verb: int) -> bool:
    """Whether `ne … pas/plus/jamais` bears on the verb (`ne … que` does not)."""
    ne = any(t.lower in ("ne", "n'") for t in document.children(verb, "advmod"))
    if not ne:
        return False
    if any(t.lower == "avant" for t in document.children(verb)):
        return False  # "avant que le ministre ne soit reçu"
    restricted = any(
        t.lower in ("que", "qu'") and t.i > verb
        for k in document.children(verb)
        for t in [k, *document.children(k.i)][:3]
    )
    plain = any(
        t.lower in ("pas", "plus", "jamais", "point", "guère", "rien", "aucun", "aucune")
        for t in document.children(verb)
    )
    return plain or not restricted
