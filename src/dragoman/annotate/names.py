"""The names of persons to be kept whole by the parser: "Kim Jong-un" is one token, not a name and an article *un*.

"Selon Jeanne Morel, M. Park Min-un viendra. Morel l'a dit." → "Jeanne Morel", "Park Min-un", "Morel".

A name is two or more capitalised words, particles between them, that no article precedes (`la Maison Blanche` is
none) and that holds no word of a place or a body (lexicon/fr/name_words.yaml). The words of a name found so are names
where they stand alone in the same article (`Morel`), and so is the word after `M.` or `Mme`. A sentence's first word
is taken only where nothing in the article speaks against it. The parser makes each span one token, tagged PROPN, whose
lemma is its text. Titles stay outside (`le président Jean Roux`: two nouns and one name).
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.lexicon import load_rows, load_yaml
from dragoman.model.documents import Block
from dragoman.model.spans import Span

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĐĒĘĞĢĪİĶŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽ"
_PART = rf"(?!(?:MM?|Mmes?|Mlle|Me)\b)(?:O[’'])?[{_UPPER}][^\W\d_]*(?:[-‑][^\W\d_]+)*"
_INITIAL = r"(?!M\.)[A-Z]\.(?:-?[A-Z]\.)*"
# Where a name may begin: not inside a word, but after an elision (`d'Emmanuel`).
_EDGE = r"(?:(?<![\w’'-])|(?<=[dDlLqQnN][’']))"
_STARTS, _ENDS = re.compile(_EDGE), re.compile(r"(?![\w-])")
_GAP = "[ \u00a0\u202f]"
_ROMAN = re.compile(r"[IVX]+$")
_BEFORE = re.compile(r"([^\W\d_]+)[’'.]?[ \u00a0\u202f]?$")
_LOWER_WORD = re.compile(r"(?<![\w’'-])[a-zà-ÿ]{3,}(?![\w-])")
_PLACE = re.compile(rf"\b[àÀA]{_GAP}({_PART})(?!{_GAP}[{_UPPER}])(?![\w-])")
# A word of a name shorter than this is not looked for alone.
SHORTEST_ALONE = 3


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    told = load_yaml("fr/name_words")
    keys = ("before_others", "before_surname", "titles", "portfolios", "others", "name_starters")
    starters = load_yaml("fr/abbreviations")["starters"]
    return {k: frozenset(told[k]) for k in keys} | {"starters": frozenset(starters)}


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name for row in load_rows("first_names") for name in row["names"].split())


@cache
def _sequence() -> re.Pattern[str]:
    told = load_yaml("fr/name_words")
    particles, articles = "|".join(told["particles"]), "|".join(told["articles"])
    first = rf"(?:{_PART}|{_INITIAL})"
    later = rf"(?:(?:{particles}){_GAP}){{0,2}}(?:(?:{articles})[-‑])?(?:{_PART}|{_INITIAL})"
    noble = rf"(?:{_GAP}[dD][’']{_PART})?"
    return re.compile(rf"{_EDGE}{first}(?:{_GAP}{later}(?:{_GAP}{later})*{noble})(?![\w-])")


@cache
def _skip() -> re.Pattern[str]:
    """The space and the particles left in front of a name when a word before it is dropped."""
    particles = "|".join(load_yaml("fr/name_words")["particles"])
    return re.compile(rf"{_GAP}(?:(?:{particles})(?={_GAP}))?")


@cache
def _surname() -> re.Pattern[str]:
    titles = "|".join(sorted(_lexicon()["before_surname"], key=len, reverse=True))
    return re.compile(rf"\b(?i:{titles})\.?{_GAP}({_PART})(?![\w-])(?!{_GAP}[{_UPPER}])")


def find_names(text: str, blocks: list[Block]) -> list[Span]:
    """Spans of persons' names, in text order, none overlapping another."""
    story = [b.span for b in blocks if b.kind != "boilerplate"]
    lower = {m[0] for span in story for m in _LOWER_WORD.finditer(text, span.start, span.end)}
    places = {m[1] for span in story for m in _PLACE.finditer(text, span.start, span.end)}
    found = [
        name
        for span in story
        for m in _sequence().finditer(text, span.start, span.end)
        if (name := _trim(text, span.start, Span(*m.span()), lower, places))
    ]
    return sorted(found + _alone(text, story, found))


def _trim(text: str, floor: int, span: Span, lower: set[str], places: set[str]) -> Span | None:
    """The sequence without what is no part of a name at its two ends; None where no name is left."""
    lexicon = _lexicon()
    start = span.start
    while len(words := text[start : span.end].split()) > 1:
        first = words[0].rstrip(".").lower()
        if not _is_foreign(text, floor, start, words, lower, places):
            break
        if first in lexicon["others"] and first not in lexicon["portfolios"]:
            return None
        start += len(words[0])
        while m := _skip().match(text, start, span.end):
            start = m.end()
    end = start + len(text[start : span.end].rstrip("."))
    words = text[start:end].split()
    for k, word in enumerate(words):
        low = word.lower().strip(".")
        acronym = word.isupper() and 1 < len(word) < 5 and not _ROMAN.match(word) and "." not in word
        place = k > 1 and words[k - 1] == "de" and word in places
        second = (
            1 < k < len(words) - 1
            and word in _first_names()
            and words[k - 1] not in _first_names()
            and words[k - 1][0].isupper()
        )
        if k and (
            place or acronym or second or (low in lexicon["starters"] and low not in lexicon["name_starters"])
        ):
            cut = k - 1 if place else k
            words = words[:cut]
            end = start + len(" ".join(words))  # words are one space apart, by the pattern
            break
    capital = [w for w in words if not w.islower()]
    if len(capital) < 2 or all(w.isupper() for w in capital):
        return None
    if any(w.lower().strip(".") in lexicon["others"] for w in words):
        return None
    if len(capital) == 2 and words[1] in ("de", "du") and words[0] not in _first_names():
        return None  # `l'institut Volta de Vienne`
    return Span(start, end)


def _is_foreign(
    text: str, floor: int, start: int, words: list[str], lower: set[str], places: set[str]
) -> bool:
    """Whether the first of `words`, at `start`, is no part of the name that may follow."""
    lexicon = _lexicon()
    word = words[0]
    first = word.rstrip(".").lower()
    if (
        first in lexicon["titles"]
        or first in lexicon["others"]
        or first in ("le", "la", "les", "de", "du", "et")
    ):
        return True
    if word.isupper() and len(word) > 1 and "." not in word:
        return True
    before = _BEFORE.search(text, max(floor, start - 12), start)
    if before and before[1].lower() in lexicon["before_others"]:
        return True
    if (
        len(words) > 2
        and word not in _first_names()
        and (word in places or any(w in _first_names() for w in words[1:-1]))
    ):
        return True
    opens = _opens(text, floor, start)
    return opens and (first in lexicon["starters"] or first in lower or first.endswith("ant"))


def _opens(text: str, floor: int, start: int) -> bool:
    """Whether a word at `start` has its capital from its place: it opens a block, a sentence or a quotation."""
    before = text[max(floor, start - 3) : start].rstrip()
    return start == floor or not before or before[-1] in '.!?…:"«“”»(-–—►•'


def _alone(text: str, story: list[Span], found: list[Span]) -> list[Span]:
    """The words of the names found, and those after `M.`, where they stand alone."""
    lexicon = _lexicon()
    common = lexicon["starters"] | lexicon["titles"] | lexicon["others"]
    words: set[str] = set()
    for name in found:
        parts = name.of(text).split()
        words.update(w for w in parts if w[0].isupper() and not _ROMAN.match(w) and w.lower() not in common)
        if len(parts) > 2 and parts[1] not in (
            "de",
            "du",
        ):  # `Le Goff` of Marie Le Goff, `von der Heide` of Karl von der Heide
            words.add(" ".join(parts[1:]))
    for span in story:
        words |= {m[1] for m in _surname().finditer(text, span.start, span.end) if m[1][0].isupper()}
    words = {w for w in words if len(w) >= SHORTEST_ALONE and "." not in w}
    if not words:
        return []
    taken = {at for name in found for at in range(name.start, name.end)}
    out = []
    for block in story:
        for span in _places(text, block, words):
            start = span.start
            before = _BEFORE.search(text, max(block.start, start - 12), start)
            if start in taken or (before and before[1].lower() in lexicon["before_others"]):
                continue
            out.append(span)
    return out


def _places(text: str, block: Span, words: set[str]) -> list[Span]:
    """Where the words stand in a block, none overlapping another, the longest first where several begin."""
    piece = text[block.start : block.end]
    found: list[tuple[int, int]] = []
    for word in words:
        at = piece.find(word)
        while at >= 0:
            end = at + len(word)
            if _STARTS.match(piece, at) and _ENDS.match(piece, end):
                found.append((at, -end))
            at = piece.find(word, at + 1)
    out: list[Span] = []
    cursor = 0
    for at, end in sorted(found):
        if at >= cursor:
            cursor = -end
            out.append(Span(block.start + at, block.start - end))
    return out
