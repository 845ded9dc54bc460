"""The words that report speech: where each verb of saying stands and in what form.

"…", a-t-il ensuite ajouté. → Cue(entry ajouter, group "a-t-il ensuite ajouté", form "finite", clitic "il").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.extract.statements.forms import forms_of
from dragoman.extract.statements.grammar import words
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

# The inverted clitic as dispatches write it: "-t-il", "-il", " t-il", "-t-elle".
INVERTED = re.compile(r"(?:[-‑–]t[-‑–]|[-‑–]|\st[-‑–])(?P<who>ils?|elles?|on|je|nous)\b", re.IGNORECASE)
SUBJECTS = ("il", "elle", "ils", "elles", "on")
REFLEXIVE = ("se", "s'", "me", "m'")
CLITICS = words("clitics")
NEGATIVE = ("pas", "plus", "jamais", "point", "guère")
# "a pour sa part estimé", "a, lui, jugé"
ASIDE = words("aside")
OPENING = ("que", "qu'", '"', "«", "“", ":", "du")
CLOSING = ('"', "»", "”")
# Determiners that do not stand for a preposition too.
ARTICLES = words("articles")
BEFORE_INCISE = (",", '"', "»", "”", "-", "–", "...", "…", "!", "?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One verb of the lexicon: `frames` are the shapes of content that it takes."""

    lemma: str
    cls: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """One occurrence: `anchor` is the verb that carries the content, `first`..`last` its group of tokens.

    `form`: finite, participle (`ajoutant`), past (a bare past participle: `accusé de`), infinitive.
    `clitic` is the span of an inverted subject pronoun, `negated` whether *ne* stands before the verb and `refused`
    whether *pas*, *plus*, *jamais* go with it.
    """

    entry: Entry
    anchor: int
    first: int
    last: int
    form: str
    span: Span
    clitic: Span | None = None
    negated: bool = False
    refused: bool = False
    reflexive: bool = False
    passive: bool = False
    gerund: bool = False


@cache
def forms() -> dict[str, tuple[tuple[tuple[Entry, ...], frozenset[str]], ...]]:
    """Every form of every verb of the lexicon → the entries it may stand for and what it can be."""
    by_anchor: dict[str, list[Entry]] = {}
    for row in load_yaml("fr/speech_verbs"):
        entry = Entry(row["lemma"], row["class"], frozenset(row["frames"]))
        words = bare(entry.lemma).split()
        anchor = words[-1] if is_causative(words) else words[0]
        by_anchor.setdefault(anchor, []).append(entry)
    out: dict[str, list[tuple[tuple[Entry, ...], frozenset[str]]]] = {}
    for anchor, entries in by_anchor.items():
        for form, shapes in forms_of(anchor).items():
            out.setdefault(form, []).append((tuple(entries), frozenset(shapes)))
    return {form: tuple(found) for form, found in out.items()}


def is_causative(words: list[str]) -> bool:
    """Whether the set phrase is `faire` or `laisser` with an infinitive, which carries the content."""
    return len(words) > 1 and words[0] in ("faire", "laisser") and words[-1].endswith(("r", "re"))


def bare(lemma: str) -> str:
    """The lemma without its reflexive pronoun."""
    return re.sub(r"^(?:se |s')", "", lemma)


def find_cues(document: Document, lows: list[str], first: int, last: int) -> list[Cue]:
    """The cues among tokens `first`..`last` (exclusive), in text order; `lows` are the tokens in lower case."""
    known = forms()
    out = []
    for i in range(first, last):
        for entries, shapes in known.get(lows[i], ()):
            if cue := _read(document, i, entries, shapes, first, last):
                out.append(cue)
                break
    return out


@dataclass(slots=True)
class _Group:
    """The verb group to the left of the anchor as it is being read."""

    first: int
    aux: Token | None = None
    reflexive: bool = False
    negated: bool = False
    gerund: bool = False
    infinitive: bool = False
    participle: bool = False
    passive: bool = False
    inverted: bool = False
    inner: Span | None = None


def _read(
    document: Document, i: int, entries: tuple[Entry, ...], shapes: frozenset[str], first: int, last: int
) -> Cue | None:
    tokens = document.tokens
    token = tokens[i]
    group = _group(document, i, shapes, first)
    form = _form(document, token, shapes, group, first)
    if form is None:
        return None
    found = _choose(document, i, entries, group, last)
    if found is None:
        return None
    entry, start, end = found
    light = start if is_causative(bare(entry.lemma).split()) else None
    if light is not None:
        shape = frozenset(forms_of(bare(entry.lemma).split()[0])[tokens[light].lower])
        group = _group(document, light, shape, first)
        form = _form(document, tokens[light], shape, group, first)
        if form is None:
            return None
    start = min(start, group.first)
    clitic = group.inner
    finite = group.aux or (token if light is None else tokens[light])
    if form == "finite" and clitic is None and (m := INVERTED.match(document.text, finite.end)):
        clitic = Span(m.start("who"), m.end("who"))
        while end + 1 < last and tokens[end + 1].end <= clitic.end:
            end += 1
    passive = (group.passive or (form == "past" and group.aux is None)) and not group.reflexive
    after = tokens[token.i + 1].lower if token.i + 1 < last else ""
    inside = any(t.lower in NEGATIVE for t in tokens[start : token.i])
    return Cue(
        entry,
        i,
        start,
        end,
        form,
        Span(tokens[start].start, tokens[end].end),
        clitic,
        group.negated,
        group.negated and (inside or after in NEGATIVE),
        group.reflexive,
        passive,
        group.gerund,
    )


def _group(document: Document, i: int, shapes: frozenset[str], first: int) -> _Group:
    tokens = document.tokens
    group = _Group(i)
    k, steps = i - 1, 0
    pending = i  # the group reaches here only once an auxiliary or clitic is found
    while k >= first and steps < 8:
        t = tokens[k]
        low = t.lower
        steps += 1
        if low in ("-t", "t", "-t-", "-") or (
            low.lstrip("-").removeprefix("t-") in SUBJECTS and low[0] in "-t"
        ):
            k -= 1
            continue
        if (
            "infinitive" in shapes
            and t.lemma in ("pouvoir", "vouloir", "devoir", "aller")
            and k < i - 1
            and pending == i
        ):
            if (m := INVERTED.match(document.text, t.end)) is not None:
                group.inner, group.first, group.inverted = Span(m.start("who"), m.end("who")), k, True
            break
        if low in SUBJECTS and k > first and tokens[k - 1].lemma in ("avoir", "être") and "past" in shapes:
            group.inner = t.span
            k -= 1
            continue
        if _is_auxiliary(t) and "past" in shapes and not group.gerund:
            shape = t.morph.get("VerbForm")
            if t.lemma == "être":
                group.passive = True
            if shape == "Part" and low not in ("ayant", "étant"):
                group.passive = True
            else:
                group.aux = t
                group.infinitive = shape == "Inf" or low in ("avoir", "être")
                group.participle = low in ("ayant", "étant")
            group.first = pending = k
            k -= 1
            continue
        if low in ("lui", "elle", "eux", "elles") and k > first and tokens[k - 1].lower == "à":
            k -= 1  # "s'est quant à lui déclaré"
            continue
        if low in CLITICS:
            if (
                low in ("le", "la", "les", "leur", "l'")
                and group.aux is None
                and t.pos == "DET"
                and "finite" not in shapes
            ):
                break
            if (
                low in ("le", "la", "les", "leur", "l'")
                and t.pos == "DET"
                and tokens[k + 1].pos in ("NOUN", "ADJ", "PROPN")
                and not _is_object(document, k, first)
            ):
                break
            if low == "en" and "participle" in shapes and group.aux is None:
                group.gerund = True
                break
            if low in ("nous", "vous") and t.dep.startswith("nsubj"):
                break
            group.reflexive = group.reflexive or low in REFLEXIVE
            group.negated = group.negated or low in ("ne", "n'")
            group.first = pending = k
            k -= 1
            continue
        if t.pos == "ADV" or low in NEGATIVE:
            k -= 1
            continue
        if low in ASIDE and "past" in shapes and group.aux is None and pending == i:
            k -= 1
            continue
        if (
            t.text == ","
            and "past" in shapes
            and group.aux is None
            and k - 2 > first
            and tokens[k - 1].lower in ("lui", "elle", "eux", "elles")
        ):
            k -= 1
            continue
        break
    return group


def _is_object(document: Document, k: int, first: int) -> bool:
    """Whether what the tagger takes for an article is the object of a verb that it takes for a noun: "Rome le juge"."""
    if k <= first or k + 2 >= len(document.tokens):
        return False
    before, after = document.tokens[k - 1], document.tokens[k + 2]
    subject = before.pos == "PROPN" or before.lower in ("qui", *SUBJECTS)
    return subject and after.pos in ("ADJ", "ADP", "SCONJ") and after.lower not in ("du", "des")


def _is_auxiliary(t: Token) -> bool:
    """Whether the token is a form of avoir or être; before a verb it does not know the tagger misses some."""
    if t.lemma in ("avoir", "être"):
        return t.pos in ("AUX", "VERB", "X")
    return t.pos == "X" and t.lower in ("a", "ont", "avait", "avaient", "aurait", "est", "sont")


def _form(document: Document, token: Token, shapes: frozenset[str], group: _Group, first: int) -> str | None:
    if group.aux is not None and "past" in shapes:
        if group.infinitive:
            return "infinitive"
        return "participle" if group.participle else "finite"
    if "participle" in shapes:
        led = token.i > first and document.tokens[token.i - 1].pos in ("DET", "ADJ", "NUM")
        return None if token.pos == "NOUN" and led else "participle"
    if "infinitive" in shapes:
        if group.inverted:
            return "finite"
        return "infinitive" if token.pos in ("VERB", "AUX") else None
    if "finite" in shapes and _is_finite(document, token, shapes, group, first):
        return "finite"
    if "past" in shapes and token.pos in ("VERB", "ADJ", "AUX"):
        return "past"
    return None


def _is_finite(document: Document, token: Token, shapes: frozenset[str], group: _Group, first: int) -> bool:
    """Whether a form that may be finite is, whatever the tagger says: it takes "juge" and "nuance" for nouns."""
    if group.first < token.i or INVERTED.match(document.text, token.end) is not None:
        return True
    tagged = token.pos in ("VERB", "AUX")
    if tagged and ("past" not in shapes or token.morph.get("VerbForm") == "Fin"):
        return True
    if token.i <= first or token.i + 1 >= len(document.tokens):
        return False
    if token.pos == "NOUN" and _governs_infinitive(document, token.i + 1):
        return True
    before, after = document.tokens[token.i - 1], document.tokens[token.i + 1]
    if before.text == "," and token.pos == "NOUN" and after.pos == "DET" and after.lower in ARTICLES:
        return True
    if before.text in BEFORE_INCISE:
        closed = before.text in CLOSING or (
            token.i - 2 >= first and document.tokens[token.i - 2].text in CLOSING
        )
        noun = token.pos == "NOUN" and not closed
        return not noun and (
            "past" not in shapes or after.pos in ("DET", "PROPN", "NOUN", "PRON", "ADV", "X")
        )
    if (
        "past" in shapes
        or token.lower[0] != token.text[0]
        or before.pos not in ("NOUN", "PROPN", "PRON", "X", "ADV")
    ):
        return False
    if token.pos == "NOUN" and before.pos in ("PROPN", "NOUN") and after.pos == "DET":
        return after.lower in ARTICLES  # "Rome presse ses voisins": no noun stands right before a determiner
    # After its subject, before what it governs.
    if token.pos == "NOUN":
        return after.text in OPENING or after.morph.get("VerbForm") == "Inf"
    return (
        after.text in OPENING
        or after.pos in ("DET", "ADP", "PROPN", "VERB", "AUX")
        or after.morph.get("VerbForm") == "Inf"
    )


def _governs_infinitive(document: Document, k: int) -> bool:
    """Whether a bare infinitive stands at token `k`, past a clitic: no noun comes right before one."""
    if document.tokens[k].lower in CLITICS and k + 1 < len(document.tokens):
        k += 1
    return document.tokens[k].morph.get("VerbForm") == "Inf"


def _choose(
    document: Document, i: int, entries: tuple[Entry, ...], group: _Group, last: int
) -> tuple[Entry, int, int] | None:
    """The entry that fits, with the first and last token that it takes: a set phrase before the plain verb,
    a reflexive one where the clitic is there."""
    found: Entry | None = None
    for entry in entries:
        plain = bare(entry.lemma)
        words = plain.split()
        if is_causative(words):
            start = _light(document, i, words[0])
            if start is not None:
                return entry, start, i
            continue
        if len(words) > 1:
            end = _phrase_end(document, i, words, last)
            if end > i:
                return entry, i, end
            continue
        wants = plain != entry.lemma
        if wants == group.reflexive or (found is None and not wants):
            found = entry
    return (found, i, i) if found else None


def _light(document: Document, i: int, verb: str) -> int | None:
    """The token of `faire` or `laisser` before the infinitive at `i`."""
    tokens = document.tokens
    k = i - 1
    while k > max(-1, i - 5) and tokens[k].lower not in forms_of(verb):
        if tokens[k].pos not in ("ADV", "PRON"):
            return None
        k -= 1
    return k if k >= 0 and tokens[k].lower in forms_of(verb) else None


def _phrase_end(document: Document, i: int, words: list[str], last: int) -> int:
    """The last token of the set phrase that begins at token `i`, or `i` where it is not there."""
    k, want = i + 1, 1
    while k < last and want < len(words) and k <= i + 6:
        t = document.tokens[k]
        if t.lower == words[want]:
            want += 1
        elif want > 1 or t.pos not in ("ADV", "PRON"):
            return i
        k += 1
    return k - 1 if want == len(words) else i
