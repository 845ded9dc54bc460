"""A text as words, each with its class in the time lexicon, and a string of one character per word.

"le 12 juin à 20h" → classes the, h24, month, à, clock: patterns over that string are patterns over words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from dragoman.annotate.times.numbers import number_words, roman
from dragoman.lexicon import load_yaml

PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
LEXICONS = ("fr/times_calendar", "fr/times_units", "fr/times_idioms")
# Classes that no lexicon lists: numbers by what they may be, punctuation, line ends, all other words.
SHAPES = ("h24", "d31", "m59", "yy", "big", "year", "decimal", "number", "clock", "iso", "dots", "break")
OTHER = "."

TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_]+'?)
    |(?P<iso>\b[12]\d{3}-[01]\d(?:-[0-3]\d)?(?:T\d\d:\d\d)?(?![\w-]))
    |(?P<dots>\b[0-3]?\d[./][01]?\d[./](?:19|20)\d\d\b)
    |(?P<clock>\b\d{1,2}\ ?[hH]\ ?[0-5]\d(?!\w)|\b\d{1,2}\ ?[hH](?!\w)|\b[0-2]?\d:[0-5]\d(?!\w|:))
    |(?P<ordinal>\b\d{1,3}(?:ère|er|ème|eme|nde|nd|è|e)(?!\w))
    |(?P<big>\b\d{1,3}(?:[ .]\d{3})+(?!\w))
    |(?P<decimal>\b\d+[.,]\d+(?!\w))
    |(?P<digits>\d+)
    |(?P<break>\n)
    |(?P<sign>[^\s])
    """,
    re.X,
)
ROMAN = re.compile("([IVX]+)(?:ème|er|e)")


class Word(NamedTuple):
    """`kind` is its class, `value` what the lexicon or its digits give, `lower` its plain small form."""

    start: int
    end: int
    lower: str
    kind: str
    value: Any = None
    upper: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`words`: small form → (class, value); `phrases`: first word → (words, class, value, from, to)."""

    words: dict[str, tuple[str, Any]]
    phrases: dict[str, list[tuple[tuple[str, ...], str, Any, int, int]]]
    letters: dict[str, str]


def split(text: str) -> list[str]:
    """The small forms of the words of a lexicon entry, cut as a text is cut."""
    return [m[0] for m in TOKEN.finditer(text.lower())]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The lexicons of times, indexed."""
    words: dict[str, tuple[str, Any]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, Any, int, int]]] = {}

    def add(form: str, kind: str, value: Any) -> None:
        head, _, rest = form.partition("[")
        before, inner = len(split(head)), split(rest.partition("]")[0] or head)
        parts = split(form.replace("[", " ").replace("]", " "))
        if len(parts) == 1:
            words[parts[0]] = (kind, value)
        else:
            entry = (
                tuple(parts),
                kind,
                value,
                before if rest else 0,
                before + len(inner) if rest else len(parts),
            )
            phrases.setdefault(parts[0], []).append(entry)

    for form, n in number_words().items():
        add(form, "number", n)
    for kind, forms in load_yaml("fr/times_grammar").items():
        for form in forms:
            add(form, kind, form)
    for lexicon in LEXICONS:
        for entry in load_yaml(lexicon):
            for form in (entry["lemma"], *entry.get("forms", ())):
                add(form, entry["class"], entry.get("value"))
    for entries in phrases.values():
        entries.sort(key=lambda e: -len(e[0]))
    kinds = sorted(
        {k for k, _ in words.values()} | {e[1] for es in phrases.values() for e in es} | set(SHAPES)
    )
    return Vocabulary(words, phrases, {kind: chr(0x100 + n) for n, kind in enumerate(kinds)})


def read_words(text: str) -> tuple[list[Word], str]:
    """The words of `text` and the string of their classes, one character each."""
    known = vocabulary()
    plain = text.translate(PLAIN)
    raw = [_word(m, known) for m in TOKEN.finditer(plain)]
    words = _join(raw, plain, known)
    letters = known.letters
    return words, "".join(letters.get(w.kind, OTHER) for w in words)


def _word(m: re.Match[str], known: Vocabulary) -> Word:
    text, group = m[0], m.lastgroup
    start, end = m.span()
    if group == "word" or group == "sign":
        lower = text.lower()
        found = known.words.get(lower)
        if found is None and (century := ROMAN.fullmatch(text)):
            return Word(start, end, lower, "ordinal", roman(century[1]), True)
        if text == "A":
            # capitals are often left without their accent: "A 20 heures", "A l'époque"
            found = ("à", "à")
        kind, value = found or (OTHER, None)
        return Word(start, end, lower, kind, value, text[0].isupper())
    if group == "digits":
        return Word(start, end, text, *_number(text))
    if group == "ordinal":
        digits = re.sub(r"\D+$", "", text)
        return Word(start, end, text.lower(), "ordinal", int(digits))
    if group == "clock":
        hour, _, minute = re.sub(r"[hH:]", ":", text).replace(" ", "").partition(":")
        told = (int(hour), int(minute) if minute else None)
        return Word(start, end, text.lower(), "clock" if told[0] <= 24 else OTHER, told)
    if group == "decimal":
        return Word(start, end, text, "decimal", float(text.replace(",", ".")))
    if group == "big":
        return Word(start, end, text, "big", int(re.sub(r"\D", "", text)))
    return Word(start, end, text, str(group), text)


def _number(text: str) -> tuple[str, int]:
    n = int(text) if len(text) < 9 else 10**9
    if len(text) == 4 and 1000 <= n < 2200:
        return "year", n
    if len(text) <= 2:
        return ("h24" if n <= 24 else "d31" if n <= 31 else "m59" if n <= 59 else "yy"), n
    return "big", n


def _join(raw: list[Word], plain: str, known: Vocabulary) -> list[Word]:
    """The words with those of a phrase made one; the words of a phrase before its brackets stay apart."""
    out: list[Word] = []
    k, last = 0, len(raw)
    while k < last:
        word = raw[k]
        for parts, kind, value, first, end in known.phrases.get(word.lower, ()):
            if k + len(parts) <= last and all(raw[k + j].lower == p for j, p in enumerate(parts)):
                out += raw[k : k + first]
                a, b = raw[k + first], raw[k + end - 1]
                out.append(Word(a.start, b.end, plain[a.start : b.end].lower(), kind, value, a.upper))
                out += raw[k + end : k + len(parts)]
                k += len(parts)
                break
        else:
            out.append(word)
            k += 1
    return out
