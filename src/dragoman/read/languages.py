"""The language of a text, so that one that is not French is set aside by name and not garbled.

"Talks are due to resume in Klow on Monday, …" → "en". Short texts are given the benefit of the doubt.

Most texts are told as French by their small words (lexicon/fr/function_words.yaml); py3langid is asked of the others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dragoman.lexicon import load_rows, load_yaml
from dragoman.model.articles import Article, SetAside

# Below this many letters, or this probability, another language is not sure.
SHORTEST, SURE = 100, 0.95
READ = 4000
# A text in which this part of the first words is French only, and so many of them different, needs no more asking.
FIRST_WORDS, ENOUGH, DIFFERENT = 250, 0.11, 7

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _identifier() -> Any:
    from py3langid.langid import LanguageIdentifier

    return LanguageIdentifier.from_model_file("data/model.npz.xz", norm_probs=True)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for entry in load_yaml("fr/function_words") for word in entry["lemmas"])


def _is_surely_french(text: str) -> bool:
    words = _WORD.findall(text.lower())[:FIRST_WORDS]
    found = [word for word in words if word in _function_words()]
    return len(found) >= ENOUGH * len(words) and len(set(found)) >= DIFFERENT


def find_language(text: str) -> str | None:
    """The ISO 639 code of the language, None where it is not sure."""
    head = text[:READ]
    if sum(map(str.isalpha, head)) < SHORTEST:
        return None
    if _is_surely_french(head):
        return "fr"
    language, probability = _identifier().classify(head)
    if probability < SURE:
        return None
    return str(language)


def only_french(article: Article, where: str) -> Article | SetAside:
    """The article where it may be French; `where` it stands, else. A long one is asked in its middle as well."""
    found = find_language(article.text)
    if found in (None, "fr"):
        return article
    middle = len(article.text) // 2
    if len(article.text) > 2 * READ and find_language(article.text[middle : middle + READ]) == "fr":
        return article
    named = next((row["name"] for row in load_rows("languages") if row["code"] == found), found)
    return SetAside(where, f"in {named} ({found}): Dragoman reads French")
