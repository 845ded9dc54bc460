"""Whether a name of a state, a capital or a seat is the place or the actor.

"Lima a refusé" → actor; "à Lima", "le sommet de Lima", "partir pour Lima", "Lima (Pérou)" → place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import fold
from dragoman.model.documents import Document, Token

if TYPE_CHECKING:
    from dragoman.annotate.mentions.units import Unit

_TO = ("a", "au", "aux")
_OF = ("de", "d", "du", "des")


def is_place(document: Document, words: Words, unit: Unit, root: Token) -> bool:
    """Whether the form of `unit`, headed by `root`, stands for the place."""
    form = unit.form
    if form is None or form.use == "demonym":
        return False
    if form.side.kind not in ("state", "group") and form.use != "capital":
        return False
    text = document.text
    after = text[words.end[unit.last] : words.end[unit.last] + 2]
    if text[words.start[unit.first] - 1 : words.start[unit.first]] == "(" and after[:1] == ")":
        return True
    # a state that is one city is as much a place as a capital
    state = form.side.kind == "state"
    city = form.use == "capital" or (form.use == "name" and state and not form.side.capital)
    if form.use == "capital" and after == " (" and not root.dep.startswith("nsubj"):
        return True
    k = unit.first - 1
    while words.folded[k] in ("la", "le", "l", "les"):
        k -= 1
    preposition = words.folded[k]
    if preposition in _OF and f"{words.folded[k - 1]} de" in load_class("fr/places", "placing"):
        return True
    governor = document.head_of(root.i)
    if preposition in load_class("fr/places", "placing"):
        return True
    if preposition in _TO:
        if form.use == "name" and not city:
            return fold(governor.lemma) in load_class("fr/places", "motion")
        return not _is_dative(document, governor, root)
    lemma = fold(governor.lemma)
    if preposition in _OF and form.use == "capital" and words.capital[k - 1]:
        # "l'hôtel Bristol de Lima"
        return True
    if preposition in _OF:
        if governor.pos in ("NOUN", "PROPN", "X"):
            meeting = lemma in load_class("fr/places", "meeting")
            return form.use in ("capital", "name") and (
                meeting and (city or lemma not in load_class("fr/determiners", "shared"))
            )
        return lemma in load_class("fr/places", "motion")
    if preposition == "pour" or root.dep.startswith(("obj", "obl")):
        return lemma in load_class("fr/places", "motion")
    return False


def stands_as_place(document: Document, words: Words, first: int, last: int) -> bool:
    """Whether a name that no table has stands as a place does: "à Tarvik", "Tarvik (sud de la Russie)"."""
    k = first - 1
    while words.folded[k] in ("la", "le", "l", "les"):
        k -= 1
    before = words.folded[k]
    root = document.tokens[words.token[first]]
    governor = document.head_of(root.i)
    if before in ("en", "dans", "vers", "pres", "depuis", "hors"):
        return True
    if before in (*_TO,):
        return not _is_dative(document, governor, root) and not root.dep.startswith("iobj")
    sites = load_class("fr/places", "site")
    noun = words.folded[k] if before not in _OF else words.folded[k - 1]
    if noun in sites or (before in _OF and fold(governor.lemma) in sites and governor.pos == "NOUN"):
        return True
    text, end = document.text, words.end[last]
    if text[end : end + 2] == " (" and words.folded[last + 2] in load_class("fr/places", "bearing"):
        return True
    return before == "pour" and fold(governor.lemma) in load_class("fr/places", "motion")


def _is_dative(document: Document, governor: Token, root: Token) -> bool:
    dative = load_class("fr/places", "dative")
    if fold(governor.lemma) in dative or fold(governor.text) in dative:
        return True
    if root.dep == "conj":
        return _is_dative(document, document.head_of(governor.i), governor)
    return False
