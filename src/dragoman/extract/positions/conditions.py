"""The condition of a stand: "refuse un cessez-le-feu tant que la menace demeure" → "la menace demeure".

In: the Document and a span (the content, or its sentence). Out: the condition's span and where its marker starts.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.extract.positions.tones import tones_of
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

# Stances that may be taken against something in return.
OFFERED = ("offer", "concession", "commitment")
# What an offer may be made against: a measure, an act.
GIVEN = ("act", "grant")


@cache
def _marker(*kinds: str) -> re.Pattern[str]:
    forms = [e["form"] for kind in kinds for e in load_yaml("fr/conditions")[kind]]

    def pattern(form: str) -> str:
        body = re.escape(form).replace("\\ ", r"\s+").replace("'", "['’]")
        if form.endswith(" de"):
            return body[:-2] + r"(?:de\s|d['’]|du\s|des\s)"
        if form.endswith("que"):
            return body[:-1] + r"(?:e\s|['’])"
        if form == "si":
            return r"(?:si\s|s['’](?=ils?\b))"
        return body + r"\s"

    return re.compile(
        r"(?<!\w)(?:" + "|".join(pattern(f) for f in sorted(forms, key=len, reverse=True)) + ")", re.I
    )


def condition_in(document: Document, span: Span, *, offered: bool = False) -> tuple[Span | None, int | None]:
    """The condition told inside `span` after its first words, and the offset of the marker.

    What is `offered` may be so against something: "Yongbyon contre un allègement".
    """
    for start, end in _markers(document.text, "clause", "noun"):
        if span.start <= start and end <= span.end:
            found = _governed(document, start, end, span.end)
            if found is not None:
                return found, start if start > span.start else None
    if offered:
        for start, end in _markers(document.text, "exchange"):
            if span.start < start and end <= span.end:
                found = _governed(document, start, end, span.end)
                if found is not None and _given(document, found):
                    return found, start
    return None, None


@lru_cache(maxsize=4)
def _markers(text: str, *kinds: str) -> tuple[tuple[int, int], ...]:
    """Where the markers stand: an article's are asked for at each of its readings."""
    return tuple(m.span() for m in _marker(*kinds).finditer(text))


def _given(document: Document, found: Span) -> bool:
    """Whether the head of the phrase names an act, not an adversary."""
    tokens = document.tokens_in(found)
    noun = next((t for t in tokens if t.pos == "NOUN"), None)
    return noun is not None and any(tone in GIVEN for tone in tones_of(noun))


def condition_near(document: Document, span: Span) -> Span | None:
    """The condition in the rest of the sentence, after or before the content."""
    token = document.token_at(span.start)
    if token is None:
        return None
    sentence = document.sentence_of(token.i).span
    found, _ = condition_in(document, Span(span.end, sentence.end))
    if found is None and span.start > sentence.start:
        found, _ = condition_in(document, sentence)
        if found is not None and found.end > span.start:
            return None  # what the clause of the condition holds does not depend on it
    return found


def _governor(document: Document, marker: Token, first: Token, stop: int) -> Token:
    """The verb that the marker marks, else the highest token right of it that is still reached from `first`.

    Where the parse reaches no verb ("tant que Quito n'aura pas cédé"), the clause's first finite one.
    """
    tokens = document.tokens
    marked = tokens[marker.head]
    if marker.dep == "mark" and first.i <= marked.i < stop:
        return marked
    here = first
    while first.i <= here.head < stop and here.head != here.i:
        here = tokens[here.head]
    if tokens[first.i - 1].pos == "SCONJ" and here.pos not in ("VERB", "AUX", "ADJ"):
        for t in tokens[first.i : stop]:
            if t.text in (",", ";", ":"):
                break
            if t.morph.get("VerbForm") == "Fin":
                return tokens[t.head] if t.pos == "AUX" and t.i < t.head < stop else t
    return here


def _governed(document: Document, start: int, end: int, limit: int) -> Span | None:
    marker = document.token_at(start)
    first = document.token_at(end)
    if marker is None or first is None:
        return None
    if first.end <= end and first.i + 1 < len(document.tokens):
        first = document.tokens[first.i + 1]
    if marker.lower in ("si", "s'", "s’", "sans") and not (
        marker.dep in ("mark", "case") or document.tokens[marker.head].dep == "advcl"
    ):
        return None
    if marker.lower in ("si", "s'", "s’") and document.tokens[marker.head].dep in ("ccomp", "obj", "xcomp"):
        return None
    if marker.lower == "sans":
        group = [document.tokens[marker.head], *document.children(marker.head, "aux")]
        if not any(t.morph.get("VerbForm") == "Inf" for t in group):
            return None
    sentence = document.sentence_of(marker.i)
    here = _governor(document, marker, first, sentence.last)
    ids = [i for i in document.subtree(here.i) if first.i <= i < sentence.last]
    if not ids:
        return None
    last = document.tokens[ids[-1]]
    while last.i > first.i and last.pos == "PUNCT":
        last = document.tokens[last.i - 1]
    if last.end <= first.start:
        return None
    end = min(last.end, max(limit, first.end))
    return Span(first.start, first.start + len(document.text[first.start : end].rstrip()))
