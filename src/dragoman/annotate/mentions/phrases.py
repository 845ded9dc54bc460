"""Noun phrases of offices, organs and groups: "le ministre chilien des Finances Paul Duval" → one NounPhrase."""

from __future__ import annotations

from dragoman.annotate.mentions.complements import Reader
from dragoman.annotate.mentions.nouns import NounPhrase, begin_phrase, may_begin, split_phrase
from dragoman.annotate.mentions.people import People
from dragoman.annotate.mentions.units import Unit
from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import fold, words_of
from dragoman.model.documents import Document


def find_phrases(document: Document, words: Words, units: list[Unit], people: People) -> list[NounPhrase]:
    """Every phrase, in text order; one that stands inside another's complement is found too."""
    reader = Reader(document, words, units, people)
    formed = {k for u in units for k in range(u.first, u.last + 1)}
    out: list[NounPhrase] = []
    k = 1
    total = len(words.folded)
    while k < total:
        phrase = begin_phrase(document, words, k) if k not in formed and may_begin(words.folded[k]) else None
        if phrase is None:
            k += 1
            continue
        k = phrase.last + 1
        inside = bool(out) and out[-1].nested and bool(out[-1].bound) and phrase.last <= out[-1].last
        reader.extend(phrase, inside)
        phrase.parts = split_phrase(words, phrase)
        dropped = _is_only_one(phrase) if phrase.layer == "organs" else _is_none(words, phrase)
        if phrase.parts or not dropped:
            out.append(phrase)
    return _join(words, out)


def _join(words: Words, phrases: list[NounPhrase]) -> list[NounPhrase]:
    """`le ministre et chef du parti, Paul Duval`: two offices of one person, who is named after the second."""
    out: list[NounPhrase] = []
    for phrase in phrases:
        before = out[-1] if out else None
        if (
            before is not None
            and before.layer == phrase.layer == "offices"
            and not (before.plural or phrase.plural or phrase.determiner)
            and before.determiner
            and before.last == phrase.first - 2
            and words.folded[phrase.first - 1] == "et"
        ):
            if not (phrase.bound or before.bound):
                continue
            before.bound = before.bound or list(phrase.bound)
            phrase.bound = phrase.bound or list(before.bound)
        out.append(phrase)
    return out


def _is_only_one(phrase: NounPhrase) -> bool:
    """Whether the noun is an organ in the singular only: "les gouvernements" are no one's."""
    return phrase.plural and not phrase.phrase.lemma.startswith(("autorité", "armée", "forces"))


def _is_none(words: Words, phrase: NounPhrase) -> bool:
    """Whether the words name nobody: a verb ("juge Paul Duval"), a manner ("à droite"), a spring."""
    if phrase.phrase.group == "thing":
        return True
    bare = not phrase.determiner and not phrase.number
    if bare and phrase.phrase.group == "collective" and phrase.side is None and not phrase.plural:
        return True
    if bare and not phrase.domain and phrase.phrase.lemma in load_class("fr/determiners", "verbal"):
        return True
    told = phrase.bound or phrase.side or (phrase.domain and phrase.phrase.lemma.startswith("candidat"))
    name = " ".join(map(fold, words_of(phrase.phrase.lemma)))
    bare = bare and (not phrase.plural or words.folded[phrase.noun + 1] in ("de", "d", "des", "par"))
    if bare and not told and name in load_class("fr/determiners", "bare"):
        return True
    return _is_origin(words, phrase)


def _is_origin(words: Words, phrase: NounPhrase) -> bool:
    """Whether a source is where things come from: "une source de revenus", "prend sa source"."""
    if phrase.phrase.lemma not in load_class("fr/groups", "said"):
        return False
    after = phrase.noun + 1
    bare = words.folded[after] in ("de", "d") and words.folded[after + 1] not in load_class(
        "fr/capitals", "domain"
    )
    article = words.folded[after + 1] in ("la", "l") or words.capital[after + 1]
    return phrase.determiner == "poss" or (bare and not article)
