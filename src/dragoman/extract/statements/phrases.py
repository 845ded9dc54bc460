"""The phrase of a speaker whom no mention tells of, as the text describes him.

"La direction de la clinique a averti que…" → "direction de la clinique".
"""

from __future__ import annotations

from functools import cache

from dragoman.extract.statements.nouns import nouns
from dragoman.extract.statements.zones import Zone
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span


@cache
def documents() -> frozenset[str]:
    """The nouns of what is written and does not speak by itself."""
    return frozenset(row["lemma"] for row in load_yaml("fr/speech_documents"))


def speaks_not(lemma: str) -> bool:
    """Whether it is the noun of something said or written, not of who says it."""
    return lemma in documents() or lemma in nouns()


def unknown_phrase(document: Document, zone: Zone, i: int) -> Span | None:
    """The phrase of the noun at token `i` that no mention tells of and that may speak; None where there is none."""
    t = document.tokens[i]
    if (
        t.pos != "NOUN"
        or zone.quote_of(i) >= 0
        or document.actors_of(i)
        or document.mention_of(i) is not None
    ):
        return None
    if speaks_not(t.lemma.lower()) or document.times_in(t.span):
        return None
    return phrase_of(document, t)


def phrase_of(document: Document, token: Token) -> Span:
    """The noun phrase around its head: determiner, adjectives, complements with *de*, names."""
    first, last = token.i, token.i
    kids = document.children(token.i)
    for kid in reversed(kids):
        if kid.i == first - 1 and kid.dep.split(":")[0] in ("det", "amod", "nummod", "flat"):
            first = kid.i
    for kid in kids:
        if kid.i > last and kid.dep.split(":")[0] in ("flat", "amod", "nmod", "compound", "case"):
            sub = document.subtree(kid.i)
            if sub[0] <= last + 1 and not any(document.tokens[k].text in (",", '"', "»") for k in sub):
                last = sub[-1]
    return Span(document.tokens[first].start, document.tokens[last].end)


def bare(document: Document, token: Token, phrase: Span) -> str:
    """The words of the phrase without its determiner."""
    tokens = document.tokens_in(phrase)
    while tokens and tokens[0].pos == "DET" and tokens[0].i < token.i:
        tokens.pop(0)
    return document.text[tokens[0].start : phrase.end] if tokens else token.text
