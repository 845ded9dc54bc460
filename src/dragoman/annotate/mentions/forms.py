"""Names, capitals, seats and demonyms of states and bodies, wherever the tables' forms stand in the text.

"la Maison-Blanche" → Unit(form=États-Unis); not the "La Croix" of "la Croix-Rouge", nor the "London" of "Jack London".
"""

from __future__ import annotations

from dragoman.annotate.mentions.titles import CONTRACTED, match_contracted
from dragoman.annotate.mentions.units import NAME_POS, TITLES, Unit, is_common, is_given
from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.phrases import load_phrases, match_phrases
from dragoman.lexicon.sides import Form, load_trie, match_form
from dragoman.model.documents import Document


def find_forms(document: Document, words: Words) -> dict[int, Unit]:
    """Every form, by its first word; one word between capitals that are part of a name is left to the name."""
    out: dict[int, Unit] = {}
    starts = load_trie().next
    surnames = _surnames(words)
    k = 0
    while k < len(words.folded):
        if words.folded[k] in CONTRACTED:
            found = match_contracted(words, k)
            if found is not None:
                out[k + 1] = Unit(k + 1, k + found[1] - 1, form=found[0])
                k += found[1]
                continue
        found = match_form(words.text, words.folded, k) if words.folded[k] in starts else None
        if found is None:
            k += 1
            continue
        form, n = found
        if n == 1 and words.folded[k] in surnames and _is_titled(words, k):
            # "le président Hollande" where the article names François Hollande
            k += 1
            continue
        if _is_cut(document, words, k + n) and form.use != "demonym":
            # "la Croix-Rouge" is no "La Croix"
            k += 1
            continue
        if n > 1 or form.use == "demonym" or not _in_a_name(document, words, k, form):
            out[k] = Unit(k, k + n - 1, form=form)
        k += n
    return out


def _is_cut(document: Document, words: Words, k: int) -> bool:
    """Whether a hyphen ties word `k`, a capital that names no side, to the word before."""
    tied = words.folded[k] and document.text[words.end[k - 1] : words.start[k]] == "-"
    return bool(tied) and words.capital[k] and words.folded[k] not in load_trie().next


def _surnames(words: Words) -> set[str]:
    """The words that follow a first name with a capital somewhere in the article."""
    return {
        words.folded[k]
        for k in range(1, len(words.folded))
        if words.capital[k] and words.capital[k - 1] and is_given(words.folded[k - 1])
    }


def _is_titled(words: Words, k: int) -> bool:
    """Whether a title or an office stands right before word `k`."""
    before = words.folded[k - 1]
    offices = match_phrases(load_phrases("fr/offices"), words.folded, k - 1) if before else ()
    return before in TITLES or any(match.length == 1 for match in offices)


def _in_a_name(document: Document, words: Words, k: int, form: Form) -> bool:
    """Whether the one-word form at `k` is a part of a person's or a thing's name ("Jack London")."""
    if form.text.isupper():
        return False
    before = words.folded[k - 1]
    if is_given(before) and words.capital[k - 1] and words.folded[k - 1] not in ("m", "me"):
        return True
    after = k + 1
    if not words.folded[after] or not words.capital[after]:
        return False
    if (
        is_common(words, after)
        or is_given(words.folded[after])
        or match_form(words.text, words.folded, after)
    ):
        return False
    if before in ("a", "de", "du", "d", "la", "le", "l", "les", "des", "au", "aux", "en"):
        return False
    return document.tokens[words.token[after]].pos in NAME_POS and is_given(words.folded[k])
