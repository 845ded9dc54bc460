"""Who is bound by a stand: the subject of the cue, the speaker behind `nous`, the state behind its communiqué.

"Le communiqué nord-coréen dénonce…" → Corée du Nord.
"""

from __future__ import annotations

from dragoman.extract.syntax import subject_of
from dragoman.model.documents import Document, Token
from dragoman.model.statements import Statement

FIRST_PERSON = ("je", "j'", "j’", "nous", "on", "me", "m'")
# What stands before an incise.
INCISE = (",", "»", '"', "”")
SPOKEN = ("de", "d'", "d’", "du", "des", "de l'")


def speaker_of(statement: Statement | None) -> tuple[str, ...]:
    """Whose words a statement holds."""
    return (statement.speaker,) if statement is not None and statement.speaker else ()


def holder(statements: list[Statement], start: int, end: int) -> Statement | None:
    """The innermost statement that holds the stretch."""
    inside = [s for s in statements if s.start <= start and end <= s.end]
    return min(inside, key=lambda s: s.end - s.start) if inside else None


def named_by(document: Document, token: Token) -> tuple[str, ...]:
    """The actors of a phrase; where its head is none, those of its complement (`le communiqué de Téhéran`)."""
    names = document.actors_of(token.i)
    if names:
        return names
    for kid in document.children(token.i):
        if kid.dep in ("amod", "det", "appos") or (
            kid.dep == "nmod" and any(c.lower in SPOKEN for c in document.children(kid.i, "case"))
        ):
            mention = document.mention_of(kid.i)
            if mention is not None and mention.actors and not mention.place:
                return document.actors_of(kid.i) if kid.dep != "det" else mention.actors
    return ()


def bound_by(document: Document, verb: Token, statement: Statement | None) -> tuple[str, ...]:
    """Whom a verb binds: its subject, else the nearest actor left of it in its clause."""
    subject = subject_of(document, verb.i)
    if subject is not None:
        if subject.lower in FIRST_PERSON:
            return speaker_of(statement)
        names = named_by(document, subject)
        if names or subject.pos in ("PRON", "NOUN"):
            return names
    if statement is not None and statement.cue is not None and statement.cue.start == verb.start:
        return speaker_of(statement)
    if verb.morph.get("VerbForm") == "Inf":
        return ()
    return _left_of(document, verb)


def _left_of(document: Document, verb: Token) -> tuple[str, ...]:
    """The nearest phrase left of the verb that names actors and depends on nothing between."""
    first = document.sentence_of(verb.i).first
    for i in range(verb.i - 1, max(first, verb.i - 12) - 1, -1):
        token = document.tokens[i]
        if token.pos in ("VERB", "AUX", "SCONJ"):
            return ()
        mention = document.mention_of(i)
        if (
            mention is not None
            and mention.actors
            and not mention.place
            and token.dep not in ("nmod", "obl", "amod")
        ):
            return mention.actors
    return ()


def nearest(document: Document, cue: Token, statement: Statement | None) -> tuple[str, tuple[str, ...]]:
    """Whom a cue without a subject binds, and how that was found: the speaker, else who is named nearest."""
    names = speaker_of(statement)
    if names:
        return "speaker", names
    sentence = document.sentence_of(cue.i)
    for how, stretch in (
        ("left", range(cue.i - 1, sentence.first - 1, -1)),
        ("right", range(cue.i + 1, min(cue.i + 16, sentence.last))),
        ("before", range(sentence.first - 1, max(-1, sentence.first - 40), -1)),
    ):
        for i in stretch:
            mention = document.mention_of(i)
            if mention is None or not mention.actors or mention.place:
                continue
            if how == "before" and document.tokens[i].dep.split(":")[0] != "nsubj":
                continue
            return how, mention.actors
    return "", ()


def is_speaker(document: Document, verb: Token, phrase: Token) -> bool:
    """Whether the phrase behind the verb of an incise is who speaks: "…, a promis le président Ruiz"."""
    kids = document.children(verb.i)
    first = min([verb.i, *(k.i for k in kids if k.dep.startswith("aux"))])
    opened = first > 0 and document.tokens[first - 1].text in INCISE
    told = opened and not any(k.dep.startswith("nsubj") and k.i < verb.i for k in kids)
    return told and phrase.i > verb.i and bool(document.actors_of(phrase.i))
