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


def cue_of(document: Document, token: Token) -> tuple[str, Entry] | None:
    """`verb`, `noun` or `adj` with the lexicon's entry."""
    pos = token.pos
    if pos in ("VERB", "AUX"):
        entry = _table("verbs").get(token.lemma) or _table("verbs").get(_forms().get(token.lower, ""))
        if entry is not None:
            return "verb", entry
        adjective = _table("adjs").get(token.lemma)
        return ("adj", adjective) if adjective is not None else None
    if pos in ("NOUN", "ADJ", "X", "ADV", "PROPN"):
        lemma = _forms().get(token.lower)
        if lemma is not None and any(
            k.dep in ("xcomp", "ccomp", "nsubj", "obj") or k.dep.startswith("aux")
            for k in document.children(token.i)
        ):
            return "verb", _table("verbs")[lemma]
        for kind in ("nouns", "adjs"):
            entry = _table(kind).get(token.lemma)
            if entry is not None and (kind == "adjs" or pos == "NOUN"):
                return kind[:-1], entry
    return None
