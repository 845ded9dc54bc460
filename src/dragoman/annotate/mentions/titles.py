"""The titles of the press behind a contraction: "a-t-il dit au Monde", "selon une enquête du Figaro" → Le Monde."""

from __future__ import annotations

from functools import cache

from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.sides import Form, fold, load_forms, match_form, words_of

CONTRACTED = {"au": "le", "du": "le", "aux": "les", "des": "les"}


def match_contracted(words: Words, k: int) -> tuple[Form, int] | None:
    """The title of the press that a contraction at word `k` begins: "au Monde" is *Le Monde*."""
    article = CONTRACTED[words.folded[k]]
    if not words.capital[k + 1] or f"{article} {words.folded[k + 1]}" not in _articled_titles():
        return None
    text, folded = [article.capitalize(), *words.text[k + 1 : k + 5]], [article, *words.folded[k + 1 : k + 5]]
    found = match_form(text, folded, 0)
    return found if found is not None and found[1] > 1 and found[0].side.kind == "media" else None


@cache
def _articled_titles() -> frozenset[str]:
    """The first two words of the media whose name begins with an article."""
    media = (words_of(form.text) for form in load_forms() if form.side.kind == "media")
    return frozenset(" ".join(map(fold, words[:2])) for words in media if fold(words[0]) in ("le", "les"))
