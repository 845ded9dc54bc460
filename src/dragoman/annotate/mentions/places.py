"""Whether a name of a state, a capital or a seat is the place or the actor.

"Lima a refusé" → actor; "à Lima", "le sommet de Lima", "partir pour Lima", "Lima (Pérou)" → place.
"""

from __future__ import annotations

from dragoman.annotate.mentions.units import Unit
from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import fold
from dragoman.model.documents import Document, Token

_TO = ("a", "au", "aux")
_OF = ("de", "d", "du", "des")


def is_place(document: Document, words: Words, unit: Unit, root: Token) -> bool:
    """Whether the form of `unit`, headed by `root`, stands for the place."""
    form = unit.form
    if form is None or form.use == "demonym" or form.side.kind != "state":
        return False
    text = document.text
    after = text[words.end[unit.last] : words.end[unit.last] + 2]
    if text[words.start[unit.first] - 1 : words.start[unit.first]] == "(" and after[:1] == ")":
        return True
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
        if form.use == "name":
            return fold(governor.lemma) in load_class("fr/places", "motion")
        return not _is_dative(document, governor, root)
    lemma = fold(governor.lemma)
    if preposition in _OF:
        if governor.pos in ("NOUN", "PROPN", "X"):
            return form.use in ("capital", "name") and (
                lemma in load_class("fr/places", "meeting")
                and (form.use == "capital" or lemma not in load_class("fr/determiners", "shared"))
            )
        return lemma in load_class("fr/places", "motion")
    if preposition == "pour" or root.dep.startswith(("obj", "obl")):
        return lemma in load_class("fr/places", "motion")
    return False


def _is_dative(document: Document, governor: Token, root: Token) -> bool:
    dative = load_class("fr/places", "dative")
    if fold(governor.lemma) in dative or fold(governor.text) in dative:
        return True
    if root.dep == "conj":
        return _is_dative(document, document.head_of(governor.i), governor)
    return False
