"""The content of a position: the clause or phrase without the word that introduces it.

"exige que Washington lève les sanctions" → "Washington lève les sanctions".
"""

from __future__ import annotations

from dragoman.extract.positions.conditions import condition_in
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

EDGE = " \t\n\r\xa0\u202f\"«»“”„'’‘,;:.!?–—-()"


def content_of(
    document: Document, head: Token, cue: Token, drop: tuple[int, ...] = ()
) -> tuple[Span, Span | None]:
    """The span of the subtree of `head` right of its introducer, and the condition that was cut off it."""
    sentence = document.sentence_of(head.i)
    ids = [i for i in _subtree(document, head.i, cue.i, drop) if sentence.first <= i < sentence.last]
    if cue.i < head.i:
        ids = [i for i in ids if i > cue.i]
    ids = ids or [head.i]
    tokens = [document.tokens[i] for i in ids]
    leading = {
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
    }
    first = 0
    while first < len(tokens) - 1 and (
        (
            tokens[first].lower in leading
            and tokens[first].dep in ("mark", "case", "fixed", "cc", "advmod", "obl:mod", "det")
        )
        or tokens[first].pos in ("PUNCT", "CCONJ")
    ):
        first += 1
    span = Span(tokens[first].start, tokens[-1].end)
    condition, cut = condition_in(document, span)
    if cut is not None and cut > span.start + 8:
        span = Span(span.start, cut)
    return trim(document.text, span), condition


def trim(text: str, span: Span) -> Span:
    """Without quote marks, blanks and punctuation at the edges."""
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end)


def _subtree(document: Document, i: int, cue: int, drop: tuple[int, ...]) -> list[int]:
    """The subtree without incises (a verb of saying with its subject after it) and without `drop`."""
    out, todo = [], [i]
    seen = {i, cue, *drop}
    while todo:
        k = todo.pop()
        out.append(k)
        for kid in document.children(k):
            if kid.i in seen:
                continue
            seen.add(kid.i)
            if kid.dep == "parataxis" or (
                kid.dep == "conj"
                and kid.pos in ("VERB", "AUX")
                and k == i
                and document.tokens[i].morph.get("VerbForm") == "Fin"
            ):
                continue
            todo.append(kid.i)
    return sorted(out)
