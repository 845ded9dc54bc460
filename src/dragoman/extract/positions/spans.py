"""The content of a position: the clause or phrase without the word that introduces it.

"exige que Washington lève les sanctions" → "Washington lève les sanctions".
"""

from __future__ import annotations

from dragoman.extract.positions.conditions import condition_in
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

EDGE = " \t\n\r\xa0\u202f\"«»“”„'’‘,;:.!?–—-()"
LEADING = frozenset(
    [
        "de",
        "d'",
        "d’",
        "à",
        "que",
        "qu'",
        "qu’",
        "pour",
        "sur",
        "contre",
        "si",
        "en",
        "au",
        "aux",
        "du",
        "faveur",
    ]
)
# What introduces a day that belongs to the content ("un report jusqu'au 31 janvier").
# A content of fewer characters than this is none: what looks like its condition stays part of it.
LEAST = 8
UNTIL = ("d'", "d’", "de", "jusqu'", "jusqu’", "du", "au")
# What hangs loosely behind a comma is beside the content.
LOOSE = ("advcl", "acl", "acl:relcl", "appos", "parataxis", "conj", "obl:mod", "ccomp")


def content_of(
    document: Document, head: Token, cue: Token, *, offered: bool = False
) -> tuple[Span, Span | None]:
    """The span of the subtree of `head` right of its introducer, and the condition that was cut off it."""
    sentence = document.sentence_of(head.i)
    ids = [i for i in _subtree(document, head.i, cue.i) if sentence.first <= i < sentence.last]
    if cue.i < head.i:
        ids = [i for i in ids if i > cue.i]
    if head.head == cue.i and cue.i < head.i and head.dep == "obj":
        ids = _widened(document, ids, cue)
    tokens = [document.tokens[i] for i in ids] or [head]
    first = 0
    while first < len(tokens) - 1 and (
        (tokens[first].lower in LEADING and tokens[first].dep not in ("nsubj", "obj", "iobj", "expl:comp"))
        or tokens[first].pos in ("PUNCT", "CCONJ")
    ):
        first += 1
    return _cut(document, Span(tokens[first].start, tokens[-1].end), offered=offered)


def _widened(document: Document, ids: list[int], cue: Token) -> list[int]:
    """With the complements that follow at once and that the parse hung on the cue ("un report | au 31 janvier")."""
    out = list(ids)
    for kid in document.children(cue.i, "obl", "nmod", "advcl"):
        part = document.subtree(kid.i)
        if not out or part[0] != out[-1] + 1 or kid.dep == "advcl":
            continue
        mention = document.mention_of(kid.i)
        told = mention is not None and bool(mention.actors) and not mention.place
        first = document.tokens[part[0]].lower
        if told and first in ("à", "au", "aux"):
            break
        where = Span(document.tokens[part[0]].start, kid.end)
        if first not in UNTIL and any(t.span.touches(where) for t in document.times):
            break
        out.extend(part)
    return out


def verb_phrase(document: Document, verb: Token) -> tuple[Span, Span | None]:
    """The verb with all that follows it in its clause: "soutient Athènes"."""
    ids = [i for i in _subtree(document, verb.i, -1) if i >= verb.i]
    return _cut(document, Span(verb.start, document.tokens[ids[-1]].end))


def trim(text: str, span: Span) -> Span:
    """Without quote marks, blanks and punctuation at the edges."""
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end)


def _cut(document: Document, span: Span, *, offered: bool = False) -> tuple[Span, Span | None]:
    condition, cut = condition_in(document, span, offered=offered)
    if cut is None and (token := document.token_at(span.start)) is not None:
        # "un sommet à condition | que Lima cède": the parse ends the content inside the marker
        beyond, where = condition_in(document, Span(span.start, document.sentence_of(token.i).span.end))
        if where is not None and where < span.end:
            condition, cut = beyond, where
    if cut is not None and cut >= span.start + LEAST:
        span = Span(span.start, cut)
    return trim(document.text, span), condition


def _subtree(document: Document, i: int, cue: int) -> list[int]:
    """The subtree without incises, coordinated clauses and what hangs loosely behind a comma."""
    out, todo = [], [i]
    seen = {i, cue}
    while todo:
        k = todo.pop()
        out.append(k)
        for kid in document.children(k):
            if kid.i in seen:
                continue
            seen.add(kid.i)
            if kid.dep == "parataxis" or (k == i and kid.dep == "conj" and _clause(document, kid)):
                continue
            if kid.i > k and kid.dep in LOOSE and kid.pos in ("VERB", "AUX") and _after_comma(document, kid):
                continue
            todo.append(kid.i)
    return sorted(out)


def _clause(document: Document, token: Token) -> bool:
    return (
        token.pos in ("VERB", "AUX") and bool(document.children(token.i, "nsubj", "aux", "expl:subj"))
    ) or (token.pos in ("VERB", "AUX") and token.morph.get("VerbForm") == "Fin")


def _after_comma(document: Document, token: Token) -> bool:
    first = min([token.i, *document.tokens[token.i].children])
    return (first > 0 and document.tokens[first].text == ",") or (
        first > 0 and document.tokens[first - 1].text == ","
    )
