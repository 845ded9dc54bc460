"""Who does the act and who is at its other end, by the paths that the lexicon entry names.

"Les rebelles ont été accusés par Kiev" → actors (Kiev,), recipients (rebelles,).
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.triggers import Trigger
from dragoman.extract.syntax import agent_of, is_passive, subject_of
from dragoman.model.documents import Document, Token
from dragoman.model.statements import Statement

NOUNISH = ("nmod", "obl", "obj", "iobj", "xcomp", "ccomp", "advcl", "acl", "appos", "flat")
JOINT = ("CONSULT", "COOPERATE")


@dataclass(frozen=True, slots=True)
class Roles:
    """Canonical actors at both ends, and the tokens that gave them."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()


def find_roles(document: Document, trigger: Trigger, accounts: Accounts, type_: str) -> Roles:
    """The actors and recipients of `trigger`."""
    statement = accounts.around(document.tokens[trigger.head].span)
    entry = trigger.entries[0] if trigger.entries else None
    actor_paths = entry.actor if entry else ("subject", "de", "par", "possessive", "demonym")
    recipient_paths = entry.recipient if entry else ("object", "à", "contre", "avec")
    actors, seen = _walk(document, trigger, actor_paths, statement, first=True)
    others, seen_too = _walk(document, trigger, recipient_paths, statement, first=False)
    if not actors and trigger.pos == "noun":
        actors = _support_subject(document, trigger.head, statement)
    if not actors and trigger.pos != "noun" and statement is not None and statement.speaker:
        actors = (statement.speaker,)
    recipients = tuple(a for a in others if a not in actors)
    if len(actors) >= 2 and not recipients and type_ in JOINT:
        return Roles(actors, (), seen)
    if not recipients:
        recipients = _counterpart(document, trigger.head, actors)
    return Roles(actors, recipients, (*seen, *seen_too))


def _walk(
    document: Document, trigger: Trigger, paths: tuple[str, ...], statement: Statement | None, *, first: bool
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    found: list[str] = []
    seen: list[int] = []
    for path in paths:
        for token in _at(document, trigger, path):
            names = names_of(document, token.i, statement)
            new = [n for n in names if n not in found]
            found.extend(new)
            if new:
                seen.append(token.i)
        if found and first and path not in ("de",):
            break
        if found and not first:
            break
    return tuple(found), tuple(seen)


def _at(document: Document, trigger: Trigger, path: str) -> list[Token]:
    """The tokens that stand at `path` from the trigger."""
    head = trigger.head
    if path == "subject":
        return _subject(document, head)
    if path == "object":
        return _object(document, head)
    if path == "possessive":
        return [t for t in document.children(head) if t.morph.get("Poss") == "Yes"]
    if path == "demonym":
        return [t for t in document.children(head, "amod") if document.mention_of(t.i)]
    out = []
    for kid in document.children(head):
        if kid.dep.split(":")[0] in NOUNISH or kid.pos in ("NOUN", "PROPN", "PRON"):
            cases = [c.lower for c in document.children(kid.i, "case", "mark")]
            if (
                (path == "de" and any(c in ("de", "d'", "du", "des") for c in cases))
                or (
                    path == "à"
                    and (any(c in ("à", "au", "aux") for c in cases) or kid.dep.startswith("iobj"))
                )
                or path in cases
            ):
                out.append(kid)
    return out


def in_passive(document: Document, verb: int) -> bool:
    """Whether the verb is passive, a bare past participle included ("Haftar, appuyé par Le Caire")."""
    if is_passive(document, verb):
        return True
    token = document.tokens[verb]
    if token.morph.get("VerbForm") != "Part" or token.morph.get("Tense") != "Past":
        return False
    return not any(document.tokens[k].dep.startswith("aux") for k in token.children)


def _subject(document: Document, verb: int) -> list[Token]:
    if in_passive(document, verb):
        agent = agent_of(document, verb)
        return [agent] if agent else []
    subject = subject_of(document, verb)
    if subject is None and document.tokens[verb].pos in ("ADJ", "NOUN"):
        subject = subject_of(document, document.tokens[verb].head)
    return [subject] if subject else []


def _object(document: Document, verb: int) -> list[Token]:
    if in_passive(document, verb):
        subject = subject_of(document, verb)
        return [subject] if subject else []
    return list(document.children(verb, "obj", "iobj"))


def names_of(document: Document, i: int, statement: Statement | None) -> tuple[str, ...]:
    """The actors of a phrase; where it is none itself (`les propos de Paris`), those of its complements."""
    token = document.tokens[i]
    if statement is not None and statement.speaker and token.morph.get("Person") == "1":
        return (statement.speaker,)
    if (
        statement is not None
        and statement.speaker
        and token.lower in ("notre", "nos", "nous", "je", "j'", "mon", "ma", "mes")
    ):
        return (statement.speaker,)
    names = document.actors_of(i)
    if names:
        return names
    out: list[str] = []
    for kid in document.children(i, "nmod", "amod", "appos", "det"):
        out.extend(n for n in document.actors_of(kid.i) if n not in out)
    return tuple(out)


def _support_subject(document: Document, noun: int, statement: Statement | None) -> tuple[str, ...]:
    """The subject of the verb that a noun depends on (`a mené une offensive`)."""
    for governor in document.ancestors(noun):
        if governor.pos in ("VERB", "AUX"):
            for token in _subject(document, governor.i):
                if token.i != noun and noun not in document.subtree(token.i):
                    return names_of(document, token.i, statement)
            return ()
    return ()


def _counterpart(document: Document, head: int, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Another actor of the same sentence, the nearest after the trigger, else before it."""
    sentence = document.sentence_of(head)
    order = [*range(head + 1, sentence.last), *range(head - 1, sentence.first - 1, -1)]
    for i in order:
        mention = document.mention_of(i)
        if mention and not mention.place:
            names = tuple(n for n in mention.actors if n not in actors)
            if names:
                return names
    return ()
