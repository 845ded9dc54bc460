"""Positions inside what is said: « Moscou doit retirer ses troupes », a déclaré Emmanuel Macron → demand.

In: a Document and its statements. Out: Candidates, one per sentence or coordinated clause of a statement.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.extract.positions.candidates import Candidate, others_in
from dragoman.extract.positions.conditions import condition_near
from dragoman.extract.positions.cues import FIRST_PERSON
from dragoman.extract.positions.spans import content_of, trim
from dragoman.extract.syntax import is_negated, subject_of
from dragoman.extract.tenses import is_conditional, is_future, is_imperative
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span
from dragoman.model.statements import Statement


@cache
def _modal(kind: str) -> dict[str, str]:
    table: dict[str, Any] = load_yaml("fr/modalities")
    return {lemma: name for name, entry in table.items() for lemma in entry[kind]}


def find_said(document: Document, statements: list[Statement]) -> list[Candidate]:
    """One candidate for each clause of each statement with a speaker."""
    out: list[Candidate] = []
    for statement in statements:
        if statement.speaker is None:
            continue
        inside = Span(statement.start, statement.end)
        for head in _clauses(document, inside):
            out.extend(_candidate(document, statement, inside, head))
    return out


def _clauses(document: Document, span: Span) -> list[Token]:
    """The heads of the sentences in the span, and of the finite clauses coordinated with them."""
    tokens = document.tokens_in(span)
    ids = {t.i for t in tokens}
    heads = [t for t in tokens if (t.head not in ids or t.head == t.i) and t.pos != "PUNCT"]
    # the parse may hang stray words outside: keep the predicates
    best = [t for t in heads if t.pos in ("VERB", "AUX", "ADJ", "NOUN", "ADV", "PROPN", "PRON")]
    out: list[Token] = []
    by_sentence: dict[int, list[Token]] = {}
    for t in best:
        by_sentence.setdefault(t.sent, []).append(t)
    for group in by_sentence.values():
        group.sort(key=lambda t: (t.pos not in ("VERB", "AUX"), -len(document.subtree(t.i))))
        out.append(group[0])
        todo = [group[0]]
        while todo:
            t = todo.pop()
            for k in document.children(t.i, "conj", "parataxis", "ccomp"):
                if k.i in ids and k.pos in ("VERB", "AUX", "ADJ") and (k.dep != "ccomp" or t.pos == "VERB"):
                    out.append(k)
                    todo.append(k)
    return out


def _candidate(document: Document, statement: Statement, inside: Span, head: Token) -> list[Candidate]:
    sentence = document.sentence_of(head.i).span
    whole = trim(document.text, Span(max(inside.start, sentence.start), min(inside.end, sentence.end)))
    span, condition = content_of(document, head, head)
    span = trim(document.text, Span(max(span.start, inside.start), min(span.end, inside.end)))
    kids = document.children(head.i)
    conjoined = any(k.dep == "conj" and k.pos in ("VERB", "AUX") for k in kids) or head.dep == "conj"
    length = whole.end - whole.start
    short = condition is None or span.end - span.start < 0.5 * length
    if not conjoined and head.dep != "ccomp" and length > 0 and short:
        span = whole
    if span.end - span.start < 4:
        return []
    subject = subject_of(document, head.i)
    negated = is_negated(document, head.i)
    modal = _modal("verbs").get(head.lemma)
    if modal is None:
        modal = next((m for k in [head, *kids] if (m := _modal("adjectives").get(k.lemma))), None)
    first = subject is not None and subject.lower in FIRST_PERSON
    future = is_future(document, head)
    conditional = is_conditional(document, head)
    own = subject is not None and statement.speaker in document.actors_of(subject.i)
    stance, sure = "demand", 0
    if modal == "must":
        stance, sure = ("demand", 1)
        if negated:
            stance = "refusal" if first else "demand"
        elif first:
            stance = "commitment"
    elif modal == "wish":
        stance, sure = "demand", 0
    elif modal == "against":
        stance, sure = ("support" if negated else "opposition"), 0
    elif modal == "for":
        stance, sure = ("opposition" if negated else "support"), 0
    elif (first or own) and future:
        stance, sure = ("refusal" if negated else "commitment"), 1
    elif future:
        stance, sure = ("refusal" if negated else "commitment"), 0
    elif is_imperative(document, head):
        stance, sure = "demand", 0
    elif negated:
        stance, sure = "opposition", 0
    signs = [
        f"modal={modal}",
        f"head={head.dep.split(':')[0]}",
        f"headpos={head.pos}",
        f"said={statement.kind}",
    ]
    signs += [
        n
        for n, v in (
            ("first", first),
            ("future", future),
            ("cond", conditional),
            ("own", own),
            ("conj", conjoined),
            ("imp", is_imperative(document, head)),
        )
        if v
    ]
    return [
        Candidate(
            span=span,
            head=head.i,
            cue=statement.cue or head.span,
            rule=f"{stance}/said {modal or ('future' if future else 'plain')}",
            stance=stance,
            speakers=(statement.speaker or "",),
            toward=others_in(document, head, (statement.speaker or "",))[:2],
            sure=sure,
            content="sentence",
            negated=negated,
            conditional=conditional,
            statement=statement,
            condition=condition or condition_near(document, span),
            signs=tuple(signs),
        )
    ]
