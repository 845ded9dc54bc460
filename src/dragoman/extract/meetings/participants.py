"""Who takes part in a meeting that a noun or a verb names: "le sommet entre Paris et Berlin" → both.

In: the Document and the token. Out: canonical actors, and the host where the phrase tells one.
"""

from __future__ import annotations

from dragoman.extract.syntax import agent_of, is_passive, subject_of
from dragoman.model.documents import Document, Token

# Verbs that only carry a meeting noun: their subject takes part in it.
LIGHT = (
    "avoir",
    "tenir",
    "participer",
    "assister",
    "mener",
    "effectuer",
    "entamer",
    "poursuivre",
    "reprendre",
    "annuler",
    "organiser",
    "accueillir",
    "faire",
    "conduire",
    "refuser",
    "proposer",
    "demander",
    "rendre",
    "préparer",
    "souhaiter",
    "vouloir",
    "réclamer",
    "boycotter",
    "engager",
    "rouvrir",
)
HOSTING = ("accueillir", "organiser", "recevoir", "héberger", "présider")


def of_noun(document: Document, noun: Token) -> tuple[tuple[str, ...], str | None]:
    """Actors in the complements of the noun, its possessor, and the subject of a light governor."""
    found: list[str] = []

    def add(names: tuple[str, ...]) -> None:
        found.extend(n for n in names if n not in found)

    todo = [noun.i]
    seen = {noun.i}
    while todo:
        i = todo.pop(0)
        for kid in document.children(i):
            if kid.i in seen:
                continue
            seen.add(kid.i)
            if kid.dep.startswith(("acl", "advcl", "ccomp", "punct", "case", "parataxis")):
                continue
            if kid.i - noun.i > 25:
                continue
            mention = document.mention_of(kid.i)
            if mention is not None and not mention.place:
                add(mention.actors)
            if kid.dep in (
                "nmod",
                "amod",
                "appos",
                "conj",
                "det",
                "flat:name",
                "compound",
                "obl:arg",
                "obl:mod",
                "nummod",
            ):
                todo.append(kid.i)
    governor = document.head_of(noun.i)
    host = None
    carried = governor.i != noun.i and noun.dep.split(":")[0] in ("obj", "obl") and governor.lemma in LIGHT
    subject = subject_of(document, governor.i) if carried else None
    if subject is not None and len(found) < 6:
        names = document.actors_of(subject.i)
        add(names)
        if governor.lemma in HOSTING and names:
            host = names[0]
    return tuple(found[:8]), host


def of_verb(
    document: Document, verb: Token, frame: str, pronominal: bool
) -> tuple[tuple[str, ...], str | None]:
    """Subject (or passive agent) and the other side that the frame names."""
    found: list[str] = []

    def add(token: Token | None) -> None:
        if token is not None:
            found.extend(n for n in document.actors_of(token.i) if n not in found)

    subject = subject_of(document, verb.i)
    add(subject)
    host = None
    passive = is_passive(document, verb.i) and not pronominal
    if passive:
        agent = agent_of(document, verb.i)
        add(agent)
        names = document.actors_of(agent.i) if agent else ()
        host = names[0] if names and frame in ("object", "invite") else None
        return tuple(found), host
    if verb.lemma in ("recevoir", "accueillir") and found:
        host = found[0]
    if frame in ("object", "invite", "called"):
        for kid in document.children(verb.i, "obj", "iobj"):
            add(kid)
    for kid in document.children(verb.i, "obl"):
        cases = {c.lower for c in document.children(kid.i, "case")}
        if "avec" in cases or (frame == "at" and cases & {"chez", "auprès"}):
            add(kid)
    return tuple(found), host
