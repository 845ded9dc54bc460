"""Positions that a word of will, refusal, threat or support opens: "Paris exige un cessez-le-feu" → demand.

In: a Document and its statements. Out: Candidates, one per content of a cue.
"""

from __future__ import annotations

from dragoman.extract.positions.candidates import Candidate
from dragoman.extract.positions.conditions import OFFERED, condition_near
from dragoman.extract.positions.contents import following, infinitive
from dragoman.extract.positions.parties import bound_by, holder, is_speaker, named_by, nearest
from dragoman.extract.positions.spans import content_of, verb_phrase
from dragoman.extract.positions.words import Entry, cue_of
from dragoman.extract.syntax import agent_of, is_negated, is_passive, subject_of
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span
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
OF = {"de", "d'", "du", "des"}
TO = {"à", "au", "aux", "contre", "auprès"}


def find_cued(document: Document, statements: list[Statement]) -> list[Candidate]:
    """One candidate for each content of each cue."""
    out: list[Candidate] = []
    for token in document.tokens:
        if token.pos in ("PUNCT", "DET", "ADP", "PRON") or (found := cue_of(document, token)) is None:
            continue
        if document.block_of(token.i).kind not in READ:
            continue
        pos, entry = found
        statement = holder(statements, token.start, token.end)
        build = {"verb": _of_verb, "noun": _of_noun, "adj": _of_adjective}[pos]
        out.extend(build(document, token, entry, statement))
    return out


def _cases(document: Document, i: int) -> set[str]:
    return {c.lower.replace("’", "'") for c in document.children(i, "case", "mark")}


def _infinitive(token: Token) -> bool:
    return token.morph.get("VerbForm") == "Inf"


def _of_verb(document: Document, verb: Token, entry: Entry, statement: Statement | None) -> list[Candidate]:
    kids = document.children(verb.i)
    pron = entry.get("pron")
    if pron is not None and pron != any(k.dep.startswith("expl") and k.dep != "expl:subj" for k in kids):
        return []
    passive = is_passive(document, verb.i) and not pron
    preps = set(entry.get("preps", ()))
    contents: list[tuple[Token, str]] = []
    addressed: list[Token] = []
    against: Span | None = None
    infinitive = any(_infinitive(k) and k.i > verb.i for k in kids)
    for kid in kids:
        base = kid.dep.split(":")[0]
        if kid.i < verb.i and base != "obj":
            continue
        cases = _cases(document, kid.i)
        if _infinitive(kid) and base in ("xcomp", "advcl", "ccomp", "obj", "obl"):
            if "inf" in entry and (base != "advcl" or cases & (OF | {"à"} | preps)):
                contents.append((kid, "inf"))
        elif base == "ccomp":
            if "que" in entry and cases & {"que", "qu'"}:
                contents.append((kid, "que"))
        elif base == "obj":
            if is_speaker(document, verb, kid):
                continue
            if kid.pos == "PRON" or preps or (entry.get("to") and infinitive):
                addressed.append(kid)
            elif "noun" in entry:
                contents.append((kid, "noun"))
        elif base in ("obl", "iobj", "nmod"):
            if cases & set(entry.get("against", ())):
                against = content_of(document, kid, verb)[0]
            elif preps and "noun" in entry and cases & preps:
                contents.append((kid, "noun"))
            elif cases & TO or base == "iobj":
                addressed.append(kid)
    if passive:
        subject = subject_of(document, verb.i)
        if not contents and "noun" in entry and not preps and subject is not None and subject.pos == "NOUN":
            contents = [(subject, "noun")]
        agent = agent_of(document, verb.i)
        names = named_by(document, agent) if agent is not None else ()
    else:
        names = bound_by(document, verb, statement)
    toward = tuple(dict.fromkeys(n for k in addressed for n in document.actors_of(k.i)))
    negated = is_negated(document, verb.i)
    out = _build(document, verb, entry, contents[:1], names, toward, statement, "verb", negated)
    for c in out:
        c.condition = against or c.condition
    stance = entry.get("self")
    if stance is not None and names and not passive:
        span, condition = verb_phrase(document, verb)
        stance = str(REVERSED.get(stance, stance) if negated else stance)
        out.append(
            _candidate(
                document,
                verb,
                entry,
                verb,
                span,
                stance,
                names,
                toward,
                statement,
                "verb",
                "self",
                negated,
                condition,
            )
        )
    return out


def _of_noun(document: Document, noun: Token, entry: Entry, statement: Statement | None) -> list[Candidate]:
    names: tuple[str, ...] = ()
    contents: list[tuple[Token, str]] = []
    preps = set(entry["preps"]) | (OF if "de" in entry["preps"] else set())
    for kid in document.children(noun.i):
        cases = _cases(document, kid.i)
        if kid.dep in ("det", "amod"):
            mention = document.mention_of(kid.i)
            names = names or (mention.actors if mention is not None else ())
        elif kid.i < noun.i:
            continue
        elif _infinitive(kid) and cases & {"de", "d'", "à", "pour"}:
            contents.append((kid, "inf"))
        elif cases & OF and not contents and not names and named_by(document, kid) and kid.pos == "PROPN":
            names = named_by(document, kid)
        elif cases & preps and kid.dep in ("nmod", "obl:arg", "obl:mod"):
            contents.append((kid, "noun"))
        elif kid.dep == "ccomp" and cases & {"que", "qu'"}:
            contents.append((kid, "que"))
        elif kid.dep == "acl" and not names and (agent := agent_of(document, kid.i)) is not None:
            # "la demande formulée par Londres"
            names = named_by(document, agent)
    governor = document.head_of(noun.i)
    carried = governor.i != noun.i and governor.pos in ("VERB", "AUX")
    if not contents and carried:
        # `a donné son accord à X`: the content hangs on the verb
        contents = [
            (kid, "inf" if _infinitive(kid) else "noun")
            for kid in document.children(governor.i, "obl", "xcomp", "advcl")
            if kid.i > noun.i and _cases(document, kid.i) & preps
        ]
    if not names and carried and not noun.dep.startswith("nsubj"):
        names = bound_by(document, governor, statement)
    stance = entry["stance"]
    negated = carried and is_negated(document, governor.i)
    full = {**entry, "inf": stance, "noun": stance, "que": stance}
    return _build(document, noun, full, contents[:1], names, (), statement, "noun", negated)


def _of_adjective(
    document: Document, adj: Token, entry: Entry, statement: Statement | None
) -> list[Candidate]:
    preps = set(entry["preps"]) | (OF if "de" in entry["preps"] else set())
    governor = document.head_of(adj.i)
    pools = [document.children(adj.i)]
    if governor.i != adj.i and governor.pos in ("VERB", "AUX"):
        pools.append(document.children(governor.i, "obl", "xcomp", "advcl"))
    contents: list[tuple[Token, str]] = []
    for pool in pools:
        for kid in pool:
            if not contents and kid.i > adj.i and _cases(document, kid.i) & preps:
                contents.append((kid, "inf" if _infinitive(kid) else "noun"))
    names: tuple[str, ...] = ()
    if adj.dep in ("amod", "acl", "appos", "acl:relcl"):
        names = named_by(document, governor)
    names = names or bound_by(document, adj, statement)
    if not names and governor.i != adj.i:
        names = bound_by(document, governor, statement)
    stance = entry["stance"]
    negated = is_negated(document, adj.i) or (governor.i != adj.i and is_negated(document, governor.i))
    full = {**entry, "inf": stance, "noun": stance}
    return _build(document, adj, full, contents[:1], names, (), statement, "adj", negated)


def _build(
    document: Document,
    cue: Token,
    entry: Entry,
    contents: list[tuple[Token, str]],
    names: tuple[str, ...],
    toward: tuple[str, ...],
    statement: Statement | None,
    pos: str,
    negated: bool,
) -> list[Candidate]:
    out = []
    who = "told"
    if not names:
        who, names = nearest(document, cue, statement)
    near = None if contents else following(document, cue, entry)
    if near is not None and not is_speaker(document, cue, near[0]):
        contents = [near]
    for head, kind in _joined(document, contents):
        stance = entry.get(kind)
        if stance is None or not names:
            continue
        if negated:
            stance = entry.get("negated", REVERSED.get(stance))
            if stance is None or stance == "none":
                continue
        span, condition = content_of(document, head, cue, offered=stance in OFFERED)
        if span.end - span.start >= 3:
            out.append(
                _candidate(
                    document,
                    cue,
                    entry,
                    head,
                    span,
                    stance,
                    names,
                    toward,
                    statement,
                    pos,
                    kind,
                    negated,
                    condition,
                    who,
                )
            )
    return out


def _joined(document: Document, contents: list[tuple[Token, str]]) -> list[tuple[Token, str]]:
    """The contents and what is joined to each: "retirer ses troupes et signer l'accord" is two as well."""
    out = list(contents)
    for head, kind in contents:
        if kind != "que":
            out.extend(
                (kid, kind)
                for kid in document.children(head.i, "conj")
                if infinitive(kid) == infinitive(head) and kid.pos in (head.pos, "VERB", "NOUN")
            )
    return out


def _candidate(
    document: Document,
    cue: Token,
    entry: Entry,
    head: Token,
    span: Span,
    stance: str,
    names: tuple[str, ...],
    toward: tuple[str, ...],
    statement: Statement | None,
    pos: str,
    kind: str,
    negated: bool,
    condition: Span | None,
    who: str = "told",
) -> Candidate:
    return Candidate(
        span=span,
        head=head.i,
        cue=cue.span,
        rule=f"{stance}/{entry['lemma']}",
        stance=stance,
        speakers=names,
        toward=toward,
        sure=entry["sure"],
        content=kind,
        negated=negated,
        statement=statement,
        condition=condition or condition_near(document, span),
        signs=(f"pos={pos}", f"lemma={entry['lemma']}", f"kind={kind}", f"who={who}"),
    )
