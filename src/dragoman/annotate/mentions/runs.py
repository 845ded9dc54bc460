"""Runs of capitals that may be persons, and all the stretches that name.

"Mme Anne Durand de Vega" → Unit(title="f", words=("anne", "durand", "de", "vega")); not a heading nor a feast.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from dragoman.annotate.mentions.forms import find_forms
from dragoman.annotate.mentions.places import stands_as_place
from dragoman.annotate.mentions.units import (
    NAME_POS,
    TITLES,
    Unit,
    common_words,
    is_common,
    is_elided,
    is_given,
)
from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.origins import fits_state
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import find_twins
from dragoman.model.documents import Document

# Letters of an acronym; two are the initials of a first name ("JD").
ACRONYM = 3
_BEFORE_PLACES = ("a", "la", "l", "en", "du", "d", "de", "des", "les")
# what an apostrophe ties to the word after it
_ELIDED = ("qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "aujourd", "presqu", "entr")
# what a hyphen ties to a verb: "Allons-y"
_LEANING = (
    "y",
    "en",
    "nous",
    "vous",
    "moi",
    "toi",
    "lui",
    "leur",
    "ce",
    "je",
    "tu",
    "il",
    "elle",
    "on",
    "ils",
    "elles",
)
_FUNCTION_POS = ("DET", "ADP", "PRON", "CCONJ", "SCONJ", "ADV", "AUX", "VERB", "NUM", "INTJ", "PUNCT")


def find_units(document: Document, words: Words) -> list[Unit]:
    """Forms and runs of capitals, in text order, never overlapping."""
    forms = find_forms(document, words)
    known = _known_capitals(words)
    runs = _find_runs(document, words, forms, known)
    for before, unit in pairwise(runs):
        if before.titled and unit.first == before.last + 2 and words.folded[unit.first - 1] == "et":
            # "MM. Duval et Ruiz"
            unit.titled = (
                words.folded[before.first - 1] in ("mm", "mmes") or not words.folded[before.first - 1]
            )
    return sorted([*forms.values(), *runs], key=lambda u: u.first)


def _known_capitals(words: Words) -> set[str]:
    """Words seen with a capital inside a sentence, which a capital at its start may then be too."""
    return {
        words.folded[k]
        for k in range(1, len(words.folded))
        if words.capital[k] and words.folded[k - 1] and len(words.folded[k]) > 2
    }


def _begins(document: Document, words: Words, k: int, known: set[str]) -> bool:
    """Whether a name may begin at word `k`."""
    if is_common(words, k):
        return False
    token = document.tokens[words.token[k]]
    if words.folded[k - 1] == "deux" and find_twins(words.text[k].removesuffix("s")):
        return False  # "les deux Corées"
    if words.folded[k - 1] in ("pro", "anti") and words.start[k] - words.end[k - 1] == 1:
        return False
    comma = document.text[words.start[k - 1] : words.end[k - 1]] == ","
    if words.folded[k - 1] or (comma and token.pos != "DET"):
        return not (
            token.pos in ("DET", "ADP", "PRON") and len(words.text[k]) < 4 and words.folded[k] not in known
        )
    if is_given(words.folded[k]):
        return True
    if token.pos in _FUNCTION_POS:
        return words.folded[k] in known and token.pos in ("VERB", "ADV", "AUX") and len(words.text[k]) > 3
    if token.pos in NAME_POS:
        return token.dep != "amod"
    follows = bool(words.folded[k + 1]) and words.capital[k + 1] and not is_common(words, k + 1)
    return words.folded[k] in known or follows


def _find_runs(document: Document, words: Words, forms: dict[int, Unit], known: set[str]) -> list[Unit]:
    out: list[Unit] = []
    particles = load_class("fr/capitals", "particle")
    taken: set[int] = set()
    for unit in forms.values():
        if unit.form is not None:
            taken.update(range(unit.first, unit.last + 1))
    k = 1
    total = len(words.folded)
    while k < total:
        if not words.capital[k] or k in taken or not _begins(document, words, k, known):
            k += 1
            continue
        last = k
        n = k + 1
        while n < total and n not in taken and words.folded[n]:
            glued = words.start[n] - words.end[n - 1] == 1 and (
                (document.text[words.end[n - 1]] == "-" and words.folded[n] not in _LEANING)
                or _is_broken_name(document, words, n - 1)
            )
            if (words.capital[n] and words.folded[n] not in common_words()) or (glued and n - 1 == last):
                last = n
                n += 1
                continue
            if words.folded[n] in particles and _particle_joins(words, k, n, taken, particles):
                n += 1
                continue
            break
        # a heading in capitals is no name, nor is the capital that begins "A Lima", nor a feast
        heading = last > k and all(words.text[n].isupper() for n in range(k, last + 1))
        letter = last == k and len(words.text[k]) == 1
        begins = last == k and not words.folded[k - 1] and not _acts(document, words, k, known)
        if not heading and not letter and not begins and not _is_time(document, words, k, last):
            first = _first_name_within(words, k, last)
            if first > k:
                out.append(_unit(document, words, k, first - 1))
            out.append(_unit(document, words, first, last))
        k = last + 1
    return out


def _is_broken_name(document: Document, words: Words, k: int) -> bool:
    """Whether the word at `k` and the one after its apostrophe are one name: "M'hamed", "Sela Fa'atoina"."""
    if document.text[words.end[k] : words.start[k + 1]] not in ("'", "’"):
        return False
    if len(words.text[k + 1]) < 3 and words.text[k + 1] != "h":  # "Le Floc'h"
        return False
    return is_elided(words, k) or (len(words.text[k]) > 1 and words.folded[k] not in _ELIDED)


def _acts(document: Document, words: Words, k: int, known: set[str]) -> bool:
    """Whether the one word at the start of a sentence is a name: it acts, or it has a capital elsewhere too."""
    if words.folded[k] in known or is_given(words.folded[k]):
        return True
    return document.tokens[words.token[k]].dep.startswith("nsubj")


def _is_time(document: Document, words: Words, first: int, last: int) -> bool:
    """Whether the words are a part of an expression of time ("le Nouvel An")."""
    start, end = words.start[first], words.end[last]
    k = bisect_right(document.times, start, key=lambda t: t.span.start) - 1
    return k >= 0 and document.times[k].span.end >= end


def _first_name_within(words: Words, first: int, last: int) -> int:
    """Where the person begins in a run that a place or a party begins: "de la Creuse Paul Duval" → *Paul*."""
    short = words.text[first]
    if first < last and short.isupper() and len(short) >= ACRONYM and not words.text[first + 1].isupper():
        return first + 1  # "le chef du PPD Paul Duval"
    if last - first < 2 or is_given(words.folded[first]) or words.folded[first - 1] not in _BEFORE_PLACES:
        return first
    for k in range(first + 1, last):
        if is_given(words.folded[k]) and words.start[k] > words.end[k - 1]:
            return k
    return first


def _particle_joins(words: Words, first: int, n: int, taken: set[int], particles: frozenset[str]) -> bool:
    """Whether the particle at `n` leads to one more word of the name that began at `first`."""
    ahead = n
    while words.folded[ahead] in particles and not words.capital[ahead]:
        ahead += 1
        if ahead >= len(words.folded):
            return False
    if ahead in taken or not words.folded[ahead] or not words.capital[ahead] or is_common(words, ahead):
        return False
    if words.folded[n] in ("de", "d", "du", "des", "la", "le"):
        # "Charles de Gaulle", "Ugo de la Vega", not "Dupont de Lyon"
        before = n - 1
        while before > first and words.folded[before] in particles and not words.capital[before]:
            before -= 1
        if is_given(words.folded[before]) or (n - first >= 2 and words.folded[n] == "d"):
            return True
        if (
            n - first >= 2
            and words.folded[n] == "de"
            and fits_state(tuple(words.folded[first:n]), "Espagne") > 0
        ):
            return True  # "Ana Ruiz de Alba"
        return before == first and words.folded[n] in ("de", "la") and _only_so(words, first)
    return True


def _only_so(words: Words, k: int) -> bool:
    """Whether the word at `k`, which no article introduces, never stands without *de* after it: "Ilo de Vega"."""
    if words.folded[k - 1] in ("le", "la", "l", "les", "du", "au", "a", "en", "de", "d"):
        return False
    same = [n for n, word in enumerate(words.folded) if word == words.folded[k] and words.capital[n]]
    return (
        len(words.text[k]) > 2
        and not words.text[k].isupper()
        and all(words.folded[n + 1] in ("de", "d") for n in same)
    )


def _unit(document: Document, words: Words, first: int, last: int) -> Unit:
    before = words.folded[first - 1]
    title = None
    titled = False
    if before in TITLES or before in load_class("fr/capitals", "title"):
        titled = True
        title = TITLES.get(before)
    elif (
        not before
        and first >= 2
        and words.folded[first - 2] in ("m", "mm")
        and words.text[first - 2].isupper()
    ):
        # the full stop of "M." is a mark of its own
        between = document.text[words.end[first - 2] : words.start[first]]
        if between.strip() == ".":
            titled, title = True, "m"
    return Unit(
        first,
        last,
        sent=document.tokens[words.token[first]].sent,
        clause=words.clause[first],
        words=tuple(words.folded[first : last + 1]),
        text=document.text[words.start[first] : words.end[last]].replace("\n", " "),
        title=title,
        titled=titled,
        after_article=before
        in ("le", "la", "l", "les", "du", "des", "au", "aux", "un", "une", "ce", "cette"),
        placed=stands_as_place(document, words, first, last),
        subject=document.tokens[words.token[first]].dep.startswith("nsubj"),
    )
