"""The language of a text, so that one that is not French is set aside by name and not garbled.

"Talks are due to resume in Klow on Monday, …" → "en". Short texts are given the benefit of the doubt.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.lexicon import load_rows
from dragoman.model.articles import Article, SetAside

# Below this many letters, or this probability, another language is not sure.
SHORTEST, SURE = 100, 0.95
READ = 4000


@cache
def _identifier() -> Any:
    from py3langid.langid import LanguageIdentifier

    return LanguageIdentifier.from_model_file("data/model.npz.xz", norm_probs=True)


def find_language(text: str) -> str | None:
    """The ISO 639 code of the language, None where it is not sure."""
    if sum(map(str.isalpha, text[:READ])) < SHORTEST:
        return None
    language, probability = _identifier().classify(text[:READ])
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
