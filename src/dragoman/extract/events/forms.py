"""The inflected forms of the lexicon's lemmas, for words that the tagger did not lemmatise.

"étrille" (tagged as an auxiliary) → étriller; "négocierai" (tagged as an adjective) → négocier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

FIRST = [
    "e",
    "es",
    "ons",
    "ez",
    "ent",
    "ais",
    "ait",
    "ions",
    "iez",
    "aient",
    "ai",
    "as",
    "a",
    "èrent",
    "é",
    "ée",
    "és",
    "ées",
    "ant",
    "erai",
    "eras",
    "era",
    "erons",
    "erez",
    "eront",
    "erais",
    "erait",
    "erions",
    "eriez",
    "eraient",
]
SECOND = [
    "is",
    "it",
    "issons",
    "issez",
    "issent",
    "issais",
    "issait",
    "issaient",
    "issant",
    "i",
    "ie",
    "ies",
    "irent",
    "ira",
    "irai",
    "iront",
    "irait",
    "iraient",
    "irons",
]


def verb_forms(lemma: str) -> Iterator[str]:
    """The forms of a regular verb; nothing for the third group, which the tagger knows."""
    if lemma.endswith("er") and lemma != "aller":
        stem = lemma[:-2]
        for ending in FIRST:
            yield _soften(stem, ending) + ending
    elif lemma.endswith("ir") and not lemma.endswith(("enir", "oir", "rir", "tir", "sir", "vir")):
        for ending in SECOND:
            yield lemma[:-2] + ending


def _soften(stem: str, ending: str) -> str:
    """rappel- → rappell-e, lèv-e, annonç-a, exige-a: the stem as it is before this ending."""
    mute = ending[0] == "e" and ending not in ("ez",)
    if ending[0] in "aâ" or ending == "ons":
        return stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    if mute and len(stem) > 2 and stem[-2] in "eé" and stem[-1] not in "aeéiou":
        if stem.endswith(("el", "et")) and stem not in ("gel", "achet", "pel", "harcel"):
            return stem + stem[-1]
        if stem[-2] == "e" or not ending.startswith("er"):
            return stem[:-2] + "è" + stem[-1]
    if mute and stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    return stem


def index_forms(lemmas: Iterable[str]) -> dict[str, str]:
    """Form → lemma for every regular verb of `lemmas`."""
    return {form: lemma for lemma in sorted(lemmas) for form in verb_forms(lemma)}
