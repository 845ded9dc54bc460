"""Positions inside what is said: « Moscou doit retirer ses troupes », a déclaré Emmanuel Macron → demand.

In: a Document and its statements. Out: Candidates, one per sentence of a statement and one per clause of it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.extract.positions.candidates import Candidate
from dragoman.extract.positions.conditions import OFFERED, condition_in, condition_near
from dragoman.extract.positions.parties import FIRST_PERSON
from dragoman.extract.positions.spans import trim
from dragoman.extract.positions.words import doing
from dragoman.extract.syntax import is_negated, subject_of
from dragoman.extract.tenses import is_conditional, is_future, is_imperative
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span
from dragoman.model.statements import Statement

BREAKS = (",", ";", ":", "et", "mais", "car", "donc", "-", "–", "—", "(...)")


@cache
def _modal(kind: str) -> dict[str, str]:
    table: dict[str, Any] = load_yaml("fr/modalities")
    return {lemma: name for name, entry in table.items() for lemma in entry[kind]}


def find_said(document: Document, statements: list[Statement]) -> list[Candidate]:
    """The sentences and clauses of each statement with a speaker."""
    out: list[Candidate] = []
    for statement in statements:
        if statement.speaker is None:
            continue
        tokens = document.tokens_in(statement.span)
        first = 0
        for k, token in enumerate(tokens):
            if k + 1 < len(tokens) and tokens[k + 1].sent == token.sent:
                continue
            sentence = tokens[first : k + 1]
            first = k + 1
            pieces = _pieces(sentence)
            if len(pieces) > 1:
                out.extend(_candidate(document, statement, piece, True) for piece in pieces)
            out.append(_candidate(document, statement, sentence, False))
    return [c for c in out if c.span.end - c.span.start >= 4]


def _finite(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.morph.get("VerbForm") == "Fin" and token.dep != "acl:relcl"


def _aside(tokens: list[Token]) -> bool:
    """A comment behind the clause: ", ce qui…"."""
    return len(tokens) > 2 and tokens[1].lower == "ce" and tokens[2].lower in ("qui", "que", "dont")


def _pieces(tokens: list[Token]) -> list[list[Token]]:
    """The stretches between commas and conjunctions that hold a finite verb each."""
    out: list[list[Token]] = []
    here: list[Token] = []
    for token in tokens:
        if token.lower in BREAKS and any(_finite(t) for t in here):
            out.append(here)
            here = []
        here.append(token)
    if out and not any(_finite(t) for t in here) and not _aside(here):
        out[-1] = out[-1] + here
    elif here:
        out.append(here)
    return out


def _head(document: Document, tokens: list[Token]) -> Token:
    """The predicate of the stretch: its top verb, or the adjective or noun of its copula."""
    ids = {t.i for t in tokens}
    tops = [t for t in tokens if (t.head not in ids or t.head == t.i) and t.pos != "PUNCT"]
    verbs = [t for t in tops if t.pos in ("VERB", "AUX") and t.dep not in ("cop", "aux:tense", "aux:pass")]
    copular = [t for t in tops if document.children(t.i, "cop")]
    finite = [
        document.tokens[t.head] if t.dep.startswith(("cop", "aux")) else t for t in tokens if _finite(t)
    ]
    return (verbs or copular or [t for t in finite if t.i in ids] or tops or tokens)[0]


def _candidate(document: Document, statement: Statement, tokens: list[Token], piece: bool) -> Candidate:
    inside = statement.span
    span = Span(max(tokens[0].start, inside.start), min(tokens[-1].end, inside.end))
    while tokens[0].lower in BREAKS and len(tokens) > 1:
        tokens = tokens[1:]
        span = Span(tokens[0].start, span.end)
    lemma = _cue_lemma(document, statement)
    condition, cut = condition_in(document, span, offered=doing(lemma) in OFFERED)
    if cut is not None and cut > span.start + 8:
        span = Span(span.start, cut)
    elif condition is not None and condition.end < span.end - 15:
        span = Span(condition.end, span.end)
    span = trim(document.text, span)
    head = _head(document, tokens)
    kids = document.children(head.i)
    subject = subject_of(document, head.i)
    negated = is_negated(document, head.i)
    modal = _modal("verbs").get(head.lemma)
    if modal is None:
        modal = next((m for k in [head, *kids] if (m := _modal("adjectives").get(k.lemma))), None)
    first = subject is not None and subject.lower in FIRST_PERSON
    own = subject is not None and statement.speaker in document.actors_of(subject.i)
    future, imperative = is_future(document, head), is_imperative(document, head)
    stance, sure = _stance(modal, negated, first or own, future, imperative)
    told = {
        "first": first,
        "own": own,
        "future": future,
        "cond": is_conditional(document, head),
        "imp": imperative,
        "piece": piece,
        "neg": negated,
    }
    return Candidate(
        span=span,
        head=head.i,
        cue=statement.cue or head.span,
        rule=f"{stance}/said {modal or ('future' if future else 'plain')}",
        stance=stance,
        speakers=(statement.speaker or "",),
        toward=(),
        sure=sure,
        content="piece" if piece else "sentence",
        negated=negated,
        statement=statement,
        condition=condition or condition_near(document, span),
        signs=(
            f"modal={modal}",
            f"head={head.dep.split(':')[0]}",
            f"headpos={head.pos}",
            f"headlemma={head.lemma}",
            f"said={statement.kind}",
            f"cue={lemma}",
            *(name for name, value in told.items() if value),
        ),
    )


def _cue_lemma(document: Document, statement: Statement) -> str | None:
    """The lemma of the last verb or noun of the cue."""
    tokens = document.tokens_in(statement.cue) if statement.cue is not None else []
    return next((t.lemma for t in reversed(tokens) if t.pos in ("VERB", "NOUN", "ADJ", "ADP")), None)


def _stance(modal: str | None, negated: bool, self: bool, future: bool, imperative: bool) -> tuple[str, int]:
    """Stance and sureness by the rules."""
    if modal == "must":
        if self:
            return ("refusal" if negated else "commitment"), 1
        return "demand", 1
    if modal == "wish":
        return "demand", 0
    if modal == "against":
        return ("support" if negated else "opposition"), 0
    if modal == "for":
        return ("opposition" if negated else "support"), 0
    if future:
        return ("refusal" if negated else "commitment"), 1 if self else 0
    if imperative:
        return "demand", 0
    return ("opposition" if negated else "demand"), 0
