"""What a side will or will not do, told by the article: "La Turquie ne retiendra plus les migrants" → refusal.

In: a Document and its statements. Out: Candidates for finite futures and the conditions of other candidates.
"""

from __future__ import annotations

from dragoman.extract.positions.candidates import Candidate
from dragoman.extract.positions.conditions import condition_near
from dragoman.extract.positions.parties import bound_by, holder
from dragoman.extract.positions.spans import verb_phrase
from dragoman.extract.syntax import is_negated, is_passive
from dragoman.extract.tenses import is_future, looks_future
from dragoman.model.documents import Document
from dragoman.model.spans import Span
from dragoman.model.statements import Statement

# What stands before the second half of an exchange.
EXCHANGES = ("échange", "contrepartie", "moyennant", "contre ")
READ = ("title", "standfirst", "paragraph", "heading")


def find_futures(document: Document, statements: list[Statement]) -> list[Candidate]:
    """Finite futures with a subject that is an actor, where the article speaks itself."""
    out = []
    for token in document.tokens:
        if token.pos != "VERB" or not is_future(document, token):
            continue
        if is_passive(document, token.i) or document.block_of(token.i).kind not in READ:
            continue
        statement = holder(statements, token.start, token.end)
        names = bound_by(document, token, statement)
        if not names:
            continue
        negated = is_negated(document, token.i)
        span, condition = verb_phrase(document, token)
        stance = "refusal" if negated else "commitment"
        out.append(
            Candidate(
                span=span,
                head=token.i,
                cue=token.span,
                rule=f"{stance}/future",
                stance=stance,
                speakers=names,
                toward=(),
                sure=1 if negated else 0,
                content="future",
                negated=negated,
                statement=statement,
                condition=condition or condition_near(document, span),
                signs=(
                    "kind=future",
                    f"simple={looks_future(token)}",
                    f"title={document.block_of(token.i).kind == 'title'}",
                ),
            )
        )
    return out


def find_asked(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """What is asked in exchange is a demand of the same side."""
    out: dict[Span, Candidate] = {}
    for c in candidates:
        if c.condition is None or c.condition in out or c.sure < 1:
            continue
        head = document.token_at(c.condition.start)
        before = document.text[max(0, c.condition.start - 22) : c.condition.start].lower()
        exchanged = any(word in before for word in EXCHANGES)
        if head is None:
            continue
        out[c.condition] = Candidate(
            span=c.condition,
            head=head.i,
            cue=c.cue,
            rule="demand/condition",
            stance="demand",
            speakers=c.speakers,
            toward=c.toward,
            sure=1 if exchanged or "condition" in before or "pourvu" in before else 0,
            content="condition",
            statement=c.statement,
            # either half of an exchange tells the other
            condition=c.span if exchanged else None,
            signs=(
                "kind=condition",
                *(("exchange",) if exchanged else ()),
                *(w for w in ("condition", "pourvu", "tant", "si ", "cas") if w in before),
            ),
        )
    return list(out.values())
