"""Who takes part in a meeting that a noun or a verb names: "le sommet entre Paris et Berlin" → both.

In: the Document and the token. Out: canonical actors, and the host where the phrase tells one.
"""

from __future__ import annotations

from dragoman.extract.meetings.circumstances import clause_of
from dragoman.extract.meetings.words import entry_of, members_of, people, words
from dragoman.extract.syntax import agent_of, is_passive, subject_of
from dragoman.extract.tenses import is_past_participle
from dragoman.model.actors import Mention
from dragoman.model.documents import Document, Token

INSIDE = ("nmod", "amod", "appos", "conj", "det", "flat", "compound", "obl", "nummod", "dep", "acl")
# "de passage à Lima"
PASSING = {"de", "d'", "d’"}
# A summit's day is told with many names: more than this is a list of guests, not of parties.
MOST = 8
# "entre X et Y" names so many.
PAIR = 2


def of_noun(document: Document, noun: Token, kind: str) -> tuple[tuple[str, ...], str | None]:
    """Actors in the complements and adjectives of the noun, its possessor, and the subject of what carries it."""
    found: list[str] = []

    def add(names: tuple[str, ...]) -> None:
        found.extend(n for n in names if n not in found)

    todo, seen = [noun.i], {noun.i}
    while todo:
        for kid in document.children(todo.pop(0)):
            if kid.i in seen or kid.i - noun.i > 25:
                continue
            seen.add(kid.i)
            if kid.head == noun.i:
                add(members_of(kid.lower, kind))
            base = kid.dep.split(":")[0]
            if kid.dep == "acl:relcl" or base not in INSIDE:
                if kid.dep == "acl:relcl" and kid.head == noun.i:
                    add(_gathered(document, kid))
                continue
            if base == "acl" and kid.morph.get("VerbForm") == "Inf":
                continue
            if kid.i > noun.i and entry_of(kid) is not None and not _is_of_it(document, noun, kid):
                continue  # whose is the other meeting: "une rencontre en marge du sommet de l'Otan"
            if (
                base == "nmod"
                and kid.i > noun.i
                and any(c.lower == "sur" for c in document.children(kid.i, "case"))
            ):
                continue
            mention = document.mention_of(kid.i)
            if mention is not None and not mention.place and not is_its_name(document, noun.i, mention):
                add(mention.actors)
            todo.append(kid.i)
    add(_chaired_by(document, noun))
    governor = document.head_of(noun.i)
    base = noun.dep.split(":")[0]
    cases = {c.lower for c in document.children(noun.i, "case")}
    carried = base in ("obj", "obl", "xcomp") and governor.lemma in words("carrying")
    passing = bool(cases & PASSING) and not document.children(noun.i, "det")
    travelling = kind == "visit" and ("en" in cases or passing)
    host = None
    if (carried or travelling) and governor.i != noun.i:
        clause = governor if governor.pos in ("VERB", "AUX") else clause_of(document, noun)
        subject = subject_of(document, clause.i)
        if travelling and governor.pos in ("NOUN", "PROPN"):
            subject = governor
        names = document.actors_of(subject.i) if subject is not None else ()
        add(names)
        if names and governor.lemma in words("hosting"):
            host = names[0]
    return tuple(found[:MOST]), host


def between(document: Document, noun: Token) -> tuple[str, ...]:
    """Both of "entre X et Y" that the meeting or the verb has of which it is the subject: "a repris à Klow entre…"."""
    verb = document.head_of(noun.i)
    subject = noun.dep.startswith("nsubj") and verb.pos in ("VERB", "AUX")
    later = [k for k in document.children(verb.i) if k.i > verb.i] if subject else []
    for kid in (*document.children(noun.i, "nmod"), *later):
        if not any(c.lower == "entre" for c in document.children(kid.i, "case")):
            continue
        held = document.subtree(kid.i)
        if any(document.tokens[k].pos == "VERB" for k in held):
            return ()
        names = tuple(dict.fromkeys(a for k in held for a in _named_at(document, k)))
        return names if len(names) == PAIR else ()
    return ()


def _chaired_by(document: Document, noun: Token) -> tuple[str, ...]:
    """ "le sommet de 2012, sous la présidence d'Anna Kovar": who leads it takes part."""
    sentence = document.sentence_of(noun.i)
    for token in document.tokens[noun.i + 1 : sentence.last]:
        if entry_of(token) is not None:
            break
        if token.lower in words("chairing") and document.tokens[token.i - 1].lower == "la":
            return next(
                (names for k in document.children(token.i, "nmod") if (names := document.actors_of(k.i))), ()
            )
    return ()


def _named_at(document: Document, i: int) -> tuple[str, ...]:
    """The actors of the mention whose head the token is."""
    mention = document.mention_of(i)
    return mention.actors if mention is not None and mention.head == i and not mention.place else ()


def _is_of_it(document: Document, noun: Token, other: Token) -> bool:
    """Whether the two nouns tell one meeting: "les discussions du sommet", not "avant le sommet"."""
    cases = {c.lower for c in document.children(other.i, "case")}
    return not cases or (other.head == noun.i and cases <= {"de", "du", "des", "d'", "d’"})


def is_its_name(document: Document, noun: int, mention: Mention) -> bool:
    """Whether the name holds the noun, and so is the meeting's own: "One Planet Summit"."""
    return mention.kind == "name" and mention.span.start <= document.tokens[noun].start < mention.span.end


def _gathered(document: Document, verb: Token) -> tuple[str, ...]:
    """Whom the relative clause brings together: "qui a réuni X et Y", "qui devait réunir X et Y"."""
    for one in (verb, *document.children(verb.i, "xcomp")):
        if one.lemma in words("gathering"):
            return tuple(a for o in document.children(one.i, "obj") for a in document.actors_of(o.i))
    return ()


def of_verb(
    document: Document, verb: Token, frame: str, pronominal: bool
) -> tuple[tuple[str, ...], str | None]:
    """Subject (or passive agent) and the other side that the frame names."""
    found: list[str] = []

    def add(token: Token | None) -> tuple[str, ...]:
        names = document.actors_of(token.i) if token is not None else ()
        found.extend(n for n in names if n not in found)
        return names

    host = None
    subject = add(subject_of(document, verb.i))
    if not pronominal and in_passive(document, verb):
        agent = add(agent_of(document, verb.i))
        host = agent[0] if agent and frame in ("object", "invite") else None
        return tuple(found[:MOST]), host
    if subject and (verb.lemma in words("hosting") or frame == "invite"):
        host = subject[0]
    if frame in ("object", "invite", "called"):
        for kid in document.children(verb.i, "obj", "iobj"):
            add(kid)
    for kid in document.children(verb.i, "obl", "iobj", "nmod"):
        cases = {c.lower for c in document.children(kid.i, "case")}
        if (
            "avec" in cases
            or (frame == "called" and "à" in cases)
            or (frame in ("at", "expected") and cases & {"chez", "auprès"})
        ):
            add(_antecedent(document, verb, kid))
    return tuple(found[:MOST]), host


def _antecedent(document: Document, verb: Token, kid: Token) -> Token:
    """Whom a relative pronoun stands for: "M. Sant, avec lequel elle s'est entretenue" → Sant."""
    relative = kid.morph.get("PronType") == "Rel" or kid.lower in words("relatives")
    return document.head_of(verb.i) if relative and verb.dep.startswith("acl") else kid


def in_passive(document: Document, verb: Token) -> bool:
    """Whether the verb is passive, a bare past participle included: "réunis à Lima", "attendu mardi à Lima"."""
    if is_passive(document, verb.i):
        return True
    return is_past_participle(verb) and not document.children(verb.i, "aux")


def meets_people(document: Document, verb: Token, frame: str) -> bool:
    """Whether the other side is people that are no actor of the article: "a reçu des familles de disparus"."""
    found = document.children(verb.i, "obj") if frame in ("object", "invite") else []
    beside = document.children(verb.i, "obl")
    found += [k for k in beside if any(c.lower == "avec" for c in document.children(k.i, "case"))]
    if frame == "object" and is_passive(document, verb.i):
        found += document.children(verb.i, "nsubj")
    return any(k.lemma in people() and not document.actors_of(k.i) for k in found)
