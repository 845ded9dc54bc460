"""The lexicon of stances by lemma and by form: the cue that a token is, where it is one.

"prône" (left without its lemma by the parse) → the entry of prôner.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.extract.statements.forms import forms_of
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token

Entry = dict[str, Any]


@cache
def _table(kind: str) -> dict[str, Entry]:
    return {e["lemma"]: e for e in load_yaml("fr/stances")[kind]}


@cache
def _forms() -> dict[str, str]:
    """Finite form → lemma of each verb, for words that the parse did not lemmatise."""
    out: dict[str, str] = {}
    for lemma in _table("verbs"):
        for form, kinds in forms_of(lemma).items():
            if "finite" in kinds and len(form) > 3:
                out.setdefault(form, lemma)
    return out


@cache
def _adjective_forms() -> dict[str, str]:
    """Form → lemma: `prête`, `disposés` (participles are given the verb's lemma by the parse)."""
    out: dict[str, str] = {}
    for lemma in _table("adjs"):
        endings = ("", "e", "s", "es") if not lemma.endswith("e") else ("", "s")
        out.update({lemma + ending: lemma for ending in endings})
        if lemma.endswith("eux"):
            out.update({lemma[:-1] + ending: lemma for ending in ("se", "ses")})
    return out


@cache
def _known() -> frozenset[str]:
    """All lemmas and forms that may be a cue."""
    return frozenset([*_table("verbs"), *_table("nouns"), *_forms(), *_adjective_forms()])


def doing(lemma: str | None) -> str | None:
    """The stance of who is told by the verb to do something ("propose de partir" → offer)."""
    stance = _table("verbs").get(lemma or "", {}).get("inf")
    return str(stance) if stance is not None else None


def cue_of(document: Document, token: Token) -> tuple[str, Entry] | None:
    """`verb`, `noun` or `adj` with the lexicon's entry."""
    low = token.lower
    if token.lemma not in _known() and low not in _known():
        return None
    adjective = _table("adjs").get(_adjective_forms().get(low, ""))
    kids = document.children(token.i)
    if token.pos in ("VERB", "AUX"):
        acts = any(k.dep.startswith("expl") or k.lemma == "avoir" for k in kids if k.i < token.i)
        if adjective is not None and not acts:
            return "adj", adjective
        entry = _table("verbs").get(token.lemma) or _table("verbs").get(_forms().get(low, ""))
        return ("verb", entry) if entry is not None and low not in entry.get("other", ()) else None
    if token.pos in ("NOUN", "ADJ", "X", "ADV", "PROPN"):
        if adjective is not None and token.pos != "PROPN":
            return "adj", adjective
        entry = _table("nouns").get(token.lemma) or _table("nouns").get(low)
        if entry is not None and token.pos == "NOUN" and any(k.dep in ("det", "case") for k in kids):
            return "noun", entry
        lemma = _forms().get(low)
        if lemma is not None and any(k.dep in ("xcomp", "ccomp", "nsubj", "obj") for k in kids):
            return "verb", _table("verbs")[lemma]
        if entry is not None and token.pos == "NOUN":
            return "noun", entry
    return None
