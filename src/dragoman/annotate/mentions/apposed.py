"""Names put after an office and a comma, behind another's name or another office of the same person.

"un conseiller du général Duval, Hugo Blanc," → the adviser is Hugo Blanc; "le chef de la mission, l'ancien président
chilien Paul Ruiz," → the chief is Paul Ruiz.
"""

from __future__ import annotations

from dragoman.annotate.mentions.grounds import ARTICLES, STOPS, Ground
from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.people import People, Person
from dragoman.annotate.mentions.units import Unit
from dragoman.annotate.mentions.words import Words
from dragoman.model.documents import Document

# How many words a noun with its article and adjectives has before the name.
_LONGEST = 5


def bind_apposed(
    document: Document, words: Words, units: list[Unit], people: People, phrases: list[NounPhrase]
) -> None:
    """Bind to each office of one person that has no name yet the name that is put after it."""
    ground = Ground(document, words, units, people)
    at = {phrase.first: phrase for phrase in phrases if phrase.layer == "offices"}
    for n, phrase in enumerate(phrases):
        if phrase.layer != "offices" or phrase.plural or phrase.bound or not phrase.determiner:
            continue
        inner = phrases[n + 1] if n + 1 < len(phrases) and phrases[n + 1].noun <= phrase.last else None
        named = inner is not None and inner.name_last >= phrase.last
        last = inner.name_last if inner is not None and named else phrase.last
        if not ground.is_comma(last + 1):
            continue
        begin = last + 2
        found = (
            _office(ground, at.get(begin))
            or _noun(ground, begin)
            or (ground.whose_name(ground.after_title(begin)) if named else None)
        )
        if found is not None and _agrees(phrase, found):
            phrase.bound.append(found)


def _office(ground: Ground, phrase: NounPhrase | None) -> Person | None:
    """Whose name closes another office of one person, where nothing but a stop follows."""
    if phrase is None or phrase.plural or len(phrase.bound) != 1 or phrase.name_last < 0:
        return None
    return phrase.bound[0] if ground.mark_after(phrase.name_last) in STOPS else None


def _noun(ground: Ground, k: int) -> Person | None:
    """Whose name closes a noun that is no office ("le libéral belge Paul Ruiz"), where nothing but a stop follows."""
    words, tokens = ground.words, ground.document.tokens
    if words.folded[k] not in ARTICLES:
        return None
    for n in range(k + 1, k + _LONGEST):
        if n in ground.at and ground.at[n].form is None:
            return ground.whose_name(n) if n > k + 1 else None
        if not words.folded[n] or tokens[words.token[n]].pos not in ("NOUN", "ADJ"):
            return None
    return None


def _agrees(phrase: NounPhrase, person: Person) -> bool:
    """Whether the gender of the office does not speak against the person."""
    return phrase.feminine is None or person.gender is None or (person.gender == "f") is phrase.feminine
