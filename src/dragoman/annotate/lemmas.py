"""Lemmas and verbs mended where the model errs: its tagger and its lemmatizer were not made for dispatches.

"Le ministre estime que…": "estime" (VERB, lemma *estime*) → lemma "estimer"; "Il a martelé": "martelé" (ADJ) → VERB,
lemma "marteler". Closed-class words come from lexicon/fr/lemmas.yaml; verbs from the model's own table of forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.documents import Token

VerbLemma = Callable[[str], str | None]

_PARTICIPLE = re.compile(r"(?:é|i|u|is|it|us|t)e?s?$")
_FINITE = re.compile(r"(?:e|ent|es|ons|ez|ai[st]?|aient|a|ont|[tds])$")
_NOT_VERBS = frozenset(("NOUN", "ADJ", "ADV", "ADP", "X", "PRON", "PROPN"))
# What a noun has around it and a verb has not.
_NOMINAL = frozenset(("det", "case", "cop", "nmod", "amod"))
_CLAUSAL = ("ROOT", "ccomp", "advcl", "acl", "conj", "parataxis", "xcomp", "dep", "obl")


@cache
def _closed() -> dict[tuple[str, str], str]:
    return {(e["form"], e["pos"]): e["lemma"] for e in load_yaml("fr/lemmas")}


def mend_lemmas(tokens: list[Token], verb_lemma: VerbLemma) -> None:
    """Correct `lemma`, and `pos` and `morph` of verbs taken for other words, in place.

    `verb_lemma` gives the infinitive of a form, None for what is no form of a known verb.
    """
    closed = _closed()
    for token in tokens:
        lower = token.text.lower()
        if (lemma := closed.get((lower, token.pos))) is not None:
            token.lemma = lemma
        elif token.pos == "VERB":
            if verb_lemma(token.lemma) != token.lemma:
                token.lemma = verb_lemma(lower) or token.lemma
        elif token.pos in _NOT_VERBS and token.children and token.text.islower():
            _mend_verb(tokens, token, verb_lemma)


def _mend_verb(tokens: list[Token], token: Token, verb_lemma: VerbLemma) -> None:
    """A word with an auxiliary, or with a subject and nothing that a noun has, is a verb."""
    deps = {tokens[k].dep.split(":")[0] for k in token.children}
    helped = "aux" in deps and "cop" not in deps and bool(_PARTICIPLE.search(token.text))
    ruling = "nsubj" in deps and not deps & _NOMINAL and bool(_FINITE.search(token.text))
    if not (helped or ruling) or token.dep.split(":")[0] not in _CLAUSAL:
        return
    if ruling and not helped and token.text.endswith(("ie", "ue", "ée", "és", "ées")):
        return
    lemma = verb_lemma(token.text)
    if lemma is None or lemma == token.text:
        return
    token.pos, token.lemma = "VERB", lemma
    token.morph = {"VerbForm": "Part", "Tense": "Past"} if helped else _finite(token.text)


def _finite(form: str) -> dict[str, str]:
    if re.search(r"r(?:a|ai|as|ons|ez|ont)$", form):
        tense, mood = "Fut", "Ind"
    elif re.search(r"r(?:ais|ait|aient|ions|iez)$", form):
        tense, mood = "Pres", "Cnd"
    else:
        tense, mood = ("Imp" if re.search(r"(?:ais|ait|aient)$", form) else "Pres"), "Ind"
    return {"VerbForm": "Fin", "Mood": mood, "Tense": tense}
