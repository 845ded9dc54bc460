"""Positions that a word of will, refusal, threat or support opens: "Paris exige un cessez-le-feu" → demand.

In: a Document and its statements. Out: Candidates, one per content of a cue.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.extract.positions.candidates import Candidate, others_in, speaker_of
from dragoman.extract.positions.conditions import condition_near
from dragoman.extract.positions.spans import content_of
from dragoman.extract.syntax import agent_of, is_negated, is_passive, subject_of
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.statements import Statement

READ = ("title", "standfirst", "paragraph", "heading")
REVERSED = {
    "demand": "refusal",
    "offer": "refusal",
    "commitment": "refusal",
    "concession": "refusal",
    "support": "opposition",
    "opposition": "support",
    "refusal": "concession",
}
FIRST_PERSON = ("je", "j'", "j’", "nous", "on", "me", "m'")


@cache
def _cues(kind: str) -> dict[str, dict[str, Any]]:
    return {e["lemma"]: e for e in load_yaml("fr/stances")[kind]}


def find_cued(document: Document, statements: list[Statement]) -> list[Candidate]:
    """One candidate for each content of each cue."""
    verbs, nouns, adjs = _cues("verbs"), _cues("nouns"), _cues("adjs")
    out: list[Candidate] = []
    for token in document.tokens:
        if document.block_of(token.i).kind not in READ:
            continue
        if token.pos in ("VERB", "AUX") and (entry := verbs.get(token.lemma)):
            out.extend(_of_verb(document, token, entry, statements))
        elif token.pos == "NOUN" and (entry := nouns.get(token.lemma)):
            out.extend(_of_noun(document, token, entry, statements))
        elif token.pos in ("ADJ", "VERB", "NOUN") and (entry := adjs.get(token.lemma)):
            out.extend(_of_adjective(document, token, entry, statements))
    return out


def holder(statements: list[Statement], start: int, end: int) -> Statement | None:
    """The innermost statement that holds the stretch."""
    inside = [s for s in statements if s.start <= start and end <= s.end]
    return min(inside, key=lambda s: s.end - s.start) if inside else None


def bound_by(document: Document, subject: Token | None, statement: Statement | None) -> tuple[str, ...]:
    """Who is bound: the speaker where the subject is je or nous, else whom the subject names."""
    if subject is None:
        return ()
    if subject.lower in FIRST_PERSON:
        return speaker_of(statement)
    return document.actors_of(subject.i)


def _pronominal(document: Document, verb: Token) -> bool:
    return any(
        k.dep.startswith("expl") and k.lower in ("se", "s'", "s’", "nous", "me", "m'", "m’")
        for k in document.children(verb.i)
    )


def _of_verb(
    document: Document, verb: Token, entry: dict[str, Any], statements: list[Statement]
) -> list[Candidate]:
    pron = entry.get("pron")
    if pron is not None and pron != _pronominal(document, verb):
        return []
    kids = document.children(verb.i)
    passive = is_passive(document, verb.i) and not pron
    statement = holder(statements, verb.start, verb.end)
    contents: list[tuple[Token, str]] = []
    addressed: list[Token] = []
    preps = entry.get("preps", ())
    for kid in kids:
        base = kid.dep.split(":")[0]
        cases = [c.lower.replace("’", "'") for c in document.children(kid.i, "case", "mark")]
        if kid.i < verb.i and base not in ("obj",):
            continue
        if (
            base in ("xcomp", "advcl", "ccomp", "obj", "obl")
            and kid.morph.get("VerbForm") == "Inf"
            and "inf" in entry
        ):
            if base == "advcl" and not (set(cases) & ({"de", "d'", "à"} | set(preps))):
                continue
            contents.append((kid, "inf"))
        elif base == "ccomp" and "que" in entry and any(c in ("que", "qu'") for c in cases):
            contents.append((kid, "que"))
        elif base == "obj" and kid.pos != "PRON":
            if entry.get("to") and any(
                k.dep in ("xcomp", "advcl") and k.morph.get("VerbForm") == "Inf" for k in kids
            ):
                addressed.append(kid)
            elif "noun" in entry and not preps:
                contents.append((kid, "noun"))
            elif entry.get("to") or preps:
                addressed.append(kid)
        elif base == "obj" and kid.pos == "PRON":
            addressed.append(kid)
        elif base in ("obl", "iobj"):
            if preps and "noun" in entry and set(cases) & set(preps):
                contents.append((kid, "noun"))
            elif set(cases) & {"à", "au", "aux", "contre", "auprès"} or base == "iobj":
                addressed.append(kid)
    if passive:
        if "noun" not in entry or preps:
            if not contents:
                return []
        else:
            subject = subject_of(document, verb.i)
            if subject is not None and subject.pos == "NOUN" and subject.i < verb.i and not contents:
                contents = [(subject, "noun")]
        agent = agent_of(document, verb.i)
        names = bound_by(document, agent, statement)
        if agent is not None and not names:
            names = document.actors_of(agent.i)
    else:
        names = bound_by(document, subject_of(document, verb.i), statement)
    toward = tuple(dict.fromkeys(n for k in addressed for n in document.actors_of(k.i)))
    return _build(
        document, verb, entry, contents[:1], names, toward, statement, "verb", is_negated(document, verb.i)
    )


def _of_noun(
    document: Document, noun: Token, entry: dict[str, Any], statements: list[Statement]
) -> list[Candidate]:
    names: tuple[str, ...] = ()
    contents: list[tuple[Token, str]] = []
    preps = set(entry["preps"])
    for kid in document.children(noun.i):
        cases = {c.lower.replace("’", "'") for c in document.children(kid.i, "case", "mark")}
        if kid.morph.get("VerbForm") == "Inf" and kid.i > noun.i and cases & {"de", "d'", "à", "pour"}:
            contents.append((kid, "inf"))
        elif (
            kid.dep == "nmod"
            and cases & {"de", "d'", "du", "des"}
            and document.actors_of(kid.i)
            and not contents
        ):
            names = names or document.actors_of(kid.i)
        elif (
            kid.dep in ("nmod", "obl:arg", "obl:mod")
            and kid.i > noun.i
            and cases & (preps | ({"d'"} if "de" in preps else set()))
        ):
            contents.append((kid, "noun"))
        elif (kid.dep == "det" and kid.morph.get("Poss")) or (
            kid.dep == "amod" and document.actors_of(kid.i)
        ):
            names = names or document.actors_of(kid.i)
    statement = holder(statements, noun.start, noun.end)
    governor = document.head_of(noun.i)
    if (
        not names
        and governor.pos in ("VERB", "AUX")
        and governor.i != noun.i
        and not noun.dep.startswith("nsubj")
    ):
        names = bound_by(document, subject_of(document, governor.i), statement)
    drop = ()
    return _build(
        document,
        noun,
        {**entry, "inf": entry["stance"], "noun": entry["stance"]},
        contents[:1],
        names,
        drop,
        statement,
        "noun",
        governor.pos == "VERB" and is_negated(document, governor.i),
    )


def _of_adjective(
    document: Document, adj: Token, entry: dict[str, Any], statements: list[Statement]
) -> list[Candidate]:
    contents: list[tuple[Token, str]] = []
    for kid in document.children(adj.i):
        cases = {c.lower.replace("’", "'") for c in document.children(kid.i, "case", "mark")}
        if kid.i > adj.i and cases & set(entry["preps"]):
            contents.append((kid, "inf" if kid.morph.get("VerbForm") == "Inf" else "noun"))
    if not contents:
        return []
    statement = holder(statements, adj.start, adj.end)
    subject = subject_of(document, adj.i)
    governor = document.head_of(adj.i)
    if subject is None:
        if adj.dep in ("amod", "acl", "appos"):
            subject = governor
        elif governor.pos in ("VERB", "AUX"):
            subject = subject_of(document, governor.i)
    names = bound_by(document, subject, statement)
    negated = is_negated(document, adj.i) or (governor.i != adj.i and is_negated(document, governor.i))
    return _build(
        document,
        adj,
        {**entry, "inf": entry["stance"], "noun": entry["stance"]},
        contents[:1],
        names,
        (),
        statement,
        "adj",
        negated,
    )


def _build(
    document: Document,
    cue: Token,
    entry: dict[str, Any],
    contents: list[tuple[Token, str]],
    names: tuple[str, ...],
    toward: tuple[str, ...],
    statement: Statement | None,
    pos: str,
    negated: bool,
) -> list[Candidate]:
    out = []
    for head, kind in contents:
        stance = entry.get(kind)
        if stance is None or not names:
            continue
        if negated:
            stance = entry.get("negated", REVERSED.get(stance))
            if stance is None or stance == "none":
                continue
        span, condition = content_of(document, head, cue)
        if span.end - span.start < 3:
            continue
        inner = others_in(document, head, names)
        out.append(
            Candidate(
                span=span,
                head=head.i,
                cue=cue.span,
                rule=f"{stance}/{cue.lemma if pos != 'adj' else entry['lemma']}",
                stance=stance,
                speakers=names,
                toward=toward or inner[:2],
                sure=entry["sure"],
                content=kind,
                negated=negated,
                statement=statement,
                condition=condition or condition_near(document, span),
                signs=(f"pos={pos}", f"lemma={entry['lemma']}", f"kind={kind}"),
            )
        )
    return out
