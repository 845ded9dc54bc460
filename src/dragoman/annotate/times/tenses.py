"""Where the verb around a word looks: back, ahead or at the present.

"doit présider jeudi" → future; "est arrivé jeudi" → past. The parser's own tense is used where the form of the
verb does not tell better (it takes "se réunissent" for a past and "présider" for a participle).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token

PAST, FUTURE, PRESENT = "past", "future", "present"


@dataclass(frozen=True, slots=True)
class _Hints:
    planned: frozenset[str]
    modal: frozenset[str]
    before: frozenset[str]
    etre: frozenset[str]
    stems: re.Pattern[str]
    endings: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=1)
def _hints() -> _Hints:
    told = load_yaml("fr/times_tenses")
    return _Hints(
        planned=frozenset(told["planned"]),
        modal=frozenset(told["modal"]),
        before=frozenset(told["before"]),
        etre=frozenset(told["être"]),
        stems=re.compile(
            "(?:" + "|".join(told["future_stems"]) + ")(?:" + "|".join(told["future_endings"]) + ")"
        ),
        endings=tuple((re.compile(e["pattern"]), e["looks"]) for e in told["endings"]),
    )


def tense(document: Document, token: Token, modal: bool = True) -> str | None:
    """Where the nearest governing verb of `token` looks; None where nothing tells.

    With `modal` false, "devoir" and its like are verbs of the present like any other.
    """
    for word in (token, *document.ancestors(token.i)):
        if not _is_verb(word) and document.children(word.i, "cop"):
            # "sera candidat": the noun of a predicate has its verb beside it
            looks, _ = _looks(document, word, modal)
            if looks == FUTURE:
                return looks
        if _is_verb(word):
            looks, told = _looks(document, word, modal)
            if told:
                return looks
        if any(t.lower == "depuis" for t in document.children(word.i, "case")):
            # "depuis leur sommet de février"
            return PAST
    return None


def is_simple(document: Document, token: Token) -> bool:
    """Whether the nearest verb is finite, in one word and no future: what it tells is a state, not an act done."""
    verb = next((w for w in document.ancestors(token.i) if _is_verb(w)), None)
    if verb is None or _form(verb) != "Fin" or any(t.pos == "AUX" for t in document.children(verb.i, "aux")):
        return False
    return _finite(verb) != FUTURE or verb.lower.endswith(("rait", "raient"))


def _is_verb(word: Token) -> bool:
    return word.pos in ("VERB", "AUX") or (bool(word.morph.get("VerbForm")) and word.dep.startswith("acl"))


def _looks(document: Document, verb: Token, modal: bool) -> tuple[str | None, bool]:
    """(direction, whether the search ends here)."""
    hints = _hints()
    form = _form(verb)
    helpers = [t for t in document.children(verb.i, "aux", "cop") if t.pos == "AUX"]
    finite = next((t for t in helpers if t.morph.get("VerbForm") == "Fin"), None)
    ahead = hints.modal if modal else frozenset()
    if finite is None and form == "Part" and any(t.lower == "être" for t in helpers):
        # "vont être mis en place": the participle of a passive infinitive
        form, helpers = "Inf", []
    if form == "Part" and verb.lemma in hints.planned:
        # "prévu le 31 octobre" looks ahead; "était prévu" may look either way, "a été reporté" too
        beside = document.children(verb.i, "advmod", "obl", "obl:mod", "obl:arg")
        if any(t.lower in hints.before for t in beside):
            return PAST, True
        return (FUTURE if finite is None or finite.morph.get("Tense") in ("Pres", "Fut") else None), True
    if finite is not None:
        if finite.lemma in ahead:
            return FUTURE, True
        if form == "Part":
            # with être: "est arrivé" is past, "est signé" is the passive of its helper's tense
            if finite.lemma == "être" and not _builds_past(document, verb):
                return _finite(finite), True
            return (FUTURE if _finite(finite) == FUTURE and finite.morph.get("Mood") != "Cnd" else PAST), True
        return _finite(finite), True
    if form == "Fin":
        looks = _finite(verb)
        return (FUTURE if verb.lemma in ahead and looks == PRESENT else looks), True
    if form == "Part":
        return (PRESENT if verb.morph.get("Tense") == "Pres" else PAST), True
    if form == "Inf":
        if helpers:
            return PAST, True
        governor = document.head_of(verb.i)
        if governor.lemma in hints.modal and governor.i != verb.i:
            return (None if _form(governor) == "Fin" and _finite(governor) == PAST else FUTURE), True
        # "pour se rendre mardi": what is told in the infinitive may lie either way
        return None, True
    return None, False


def _form(verb: Token) -> str | None:
    """VerbForm, but an infinitive is one by its look too."""
    told = verb.morph.get("VerbForm")
    return (
        "Inf"
        if told == "Part" and verb.lower == verb.lemma and verb.lower[-2:] in ("er", "ir", "re")
        else told
    )


def _builds_past(document: Document, verb: Token) -> bool:
    """Whether the verb builds its own past with être: "arriver", or any pronominal verb."""
    if verb.lemma in _hints().etre:
        return True
    return any(t.lower in ("s'", "se", "été") for t in document.children(verb.i))


def _finite(verb: Token) -> str:
    """Where a finite verb looks: by its ending where that tells, else by the parser's word."""
    hints, text, root = _hints(), verb.lower, verb.lemma[:-2]
    if root and text.startswith(root) and text[len(root) :] in ("ait", "aient"):
        # "espérait" is no conditional
        return PAST
    for pattern, looks in hints.endings:
        if pattern.search(text):
            return looks
    if hints.stems.fullmatch(text) or _is_future_of(text, verb.lemma):
        return FUTURE
    if verb.morph.get("Mood") == "Cnd" or verb.morph.get("Tense") == "Fut":
        return FUTURE
    if verb.morph.get("Tense") in ("Imp", "Past") and text != verb.lemma[:-1]:
        return PAST
    return PRESENT


def _is_future_of(text: str, lemma: str) -> bool:
    """ "signera" of "signer", "rendront" of "rendre"."""
    stem = lemma.removesuffix("e") if lemma.endswith("re") else lemma
    return (
        len(stem) > 2 and text.startswith(stem) and text[len(stem) :] in ("a", "ont", "ai", "as", "ons", "ez")
    )
