"""The stretches that name: forms of states and bodies, and runs of capitals that may be persons.

"la Maison-Blanche" → Unit(form=États-Unis); "Mme Anne Durand" → Unit(title="mme", words=("anne", "durand")).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.loader import load_rows
from dragoman.lexicon.phrases import load_class, load_phrases, match_phrases
from dragoman.lexicon.sides import Form, fold

TITLES = {"m": "m", "mm": "m", "monsieur": "m", "mme": "f", "mmes": "f", "mlle": "f", "madame": "f"}
NAME_POS = ("PROPN", "X")


@dataclass(slots=True)
class Unit:
    """Words `first`..`last` (inclusive) that name something; `title` is the gender that a title tells.

    `placed` tells that it stands as a place does ("à Tarvik", "quitter Tarvik"), `subject` that it acts.
    """

    first: int
    last: int
    form: Form | None = None
    words: tuple[str, ...] = ()
    text: str = ""
    title: str | None = None
    titled: bool = False
    after_article: bool = False
    placed: bool = False
    subject: bool = False
    sent: int = -1
    clause: int = 0


def given_gender(word: str) -> str | None:
    """The gender of a first name (folded), None where it is unknown."""
    return _given().get(word) or None


def is_given(word: str) -> bool:
    """Whether the word begins a person's name: a first name, or a family name where that comes first."""
    return word in _given()


@cache
def _given() -> dict[str, str]:
    return {fold(n): r["gender"] for r in load_rows("first_names") for n in r["names"].split()}


def is_common(words: Words, k: int) -> bool:
    """Whether word `k` is one that takes a capital without being a person's name, an office or an organ."""
    folded = words.folded[k]
    if is_elided(words, k):
        return False
    if folded in common_words():
        return True
    if is_given(folded) or folded in load_class("fr/capitals", "particle"):
        return False
    found = match_phrases(load_phrases("fr/offices", "fr/organs"), words.folded, k)
    if len(found) == 1 and found[0].length == 1 and words.capital[k + 1] and not words.text[k].isupper():
        # "Pere Soler": a first name, not *père*
        return len(words.text[k]) != 4 or words.text[k].lower() == found[0].phrase.lemma
    return bool(found)


@cache
def common_words() -> frozenset[str]:
    groups = ("domain", "institution", "thing", "title")
    return frozenset().union(*(load_class("fr/capitals", group) for group in groups))


def is_elided(words: Words, k: int) -> bool:
    """Whether the word at `k` is the letter that begins a name: "M'hamed"."""
    tied = words.start[k + 1] - words.end[k] == 1 and len(words.text[k + 1]) > 2 and not words.capital[k + 1]
    return tied and words.text[k] in ("M", "N")
