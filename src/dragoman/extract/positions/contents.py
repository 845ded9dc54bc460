"""What follows a cue where the parse does not hang it there: "s'est dit vendredi prêt | à rencontrer Kiev".

In: a Document, the cue's token and its lexicon entry. Out: the head of the content and its form (inf, que, noun).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.model.documents import Document, Token

NEAR = 9
MARKS = frozenset(['"', "«", "»", "“", "”", "'", "‘", "’"])
CLITICS = frozenset(
    [
        "ne",
        "n'",
        "n’",
        "pas",
        "plus",
        "se",
        "s'",
        "s’",
        "le",
        "la",
        "l'",
        "l’",
        "les",
        "lui",
        "leur",
        "y",
        "en",
    ]
)


def infinitive(token: Token) -> bool:
    """Whether the form is an infinitive."""
    return token.morph.get("VerbForm") == "Inf" or (
        token.pos in ("VERB", "AUX")
        and token.lemma == token.lower
        and token.lower.endswith(("er", "ir", "re"))
    )


def following(document: Document, cue: Token, entry: Mapping[str, Any]) -> tuple[Token, str] | None:
    """The content that stands right of the cue within a few words, read from left to right."""
    tokens = document.tokens
    last = min(document.sentence_of(cue.i).last, cue.i + 1 + NEAR)
    preps = set(entry.get("preps", ()))
    if "de" in preps:
        preps |= {"d'", "d’", "du", "des"}
    i = cue.i + 1
    while i < last:
        token = tokens[i]
        low = token.lower
        if infinitive(token) and "inf" in entry:
            return token, "inf"
        if low in ("que", "qu'", "qu’") and "que" in entry:
            head = _verb_after(document, i)
            return (head, "que") if head is not None else None
        if low in preps or (not preps and token.pos in ("DET", "NOUN", "PROPN", "NUM")):
            k = i + 1 if low in preps else i
            while (
                k < last
                and (tokens[k].text in MARKS or tokens[k].lower in CLITICS)
                and not infinitive(tokens[k])
            ):
                if tokens[k].pos == "DET":
                    break
                k += 1
            if k < last and infinitive(tokens[k]):
                return (tokens[k], "inf") if "inf" in entry else None
            noun = _noun_from(document, k, last)
            if noun is not None and "noun" in entry and not entry.get("to") and not _time(document, noun):
                return noun, "noun"
            if noun is not None:
                i = noun.i + 1
                continue
        if token.text in (".", ";", ":", "!", "?", "(") or low in ("et", "mais", "qui"):
            return None
        if token.pos == "VERB" and token.morph.get("VerbForm") == "Fin":
            return None
        i += 1
    return None


def _time(document: Document, noun: Token) -> bool:
    return any(t.span.start <= noun.start < t.span.end for t in document.times)


def _noun_from(document: Document, k: int, last: int) -> Token | None:
    """The head of the noun phrase that begins at `k`."""
    for token in document.tokens[k : min(last, k + 5)]:
        if token.pos in ("NOUN", "PROPN"):
            return token
        if token.pos not in ("DET", "ADJ", "NUM", "ADV", "PUNCT", "ADP") or token.text in (",", ".", ":"):
            return None
    return None


def _verb_after(document: Document, i: int) -> Token | None:
    """The topmost finite verb that follows the conjunction at `i`."""
    last = min(document.sentence_of(i).last, i + 14)
    for token in document.tokens[i + 1 : last]:
        if (
            token.pos in ("VERB", "AUX")
            and token.morph.get("VerbForm") == "Fin"
            and not token.dep.startswith("acl")
        ):
            return document.tokens[token.head] if token.dep.startswith(("aux", "cop")) else token
    return None
