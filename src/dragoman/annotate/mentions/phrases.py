"""Noun phrases of offices, organs and groups, with their side, their complement and the name they are tied to.

"le ministre chilien des Finances Paul Duval" → NounPhrase(office, side=Chili, domain="finances", bound=[Duval]).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.annotate.mentions.people import People, Person
from dragoman.annotate.mentions.units import Unit
from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.phrases import Phrase, load_class, match_phrase
from dragoman.model.documents import Document

_DEFINITE = ("le", "la", "l", "les", "du", "des", "au", "aux")
_INDEFINITE = ("un", "une", "des", "plusieurs", "certains", "certaines", "quelques", "de", "d")
_POSSESSIVE = ("son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon", "ma", "mes", "votre", "vos")
_DEMONSTRATIVE = ("ce", "cet", "cette", "ces")
_OF = ("de", "d", "du", "des")
_WIDE = frozenset(["minister", "adviser", "envoy", "lawmaker", "diplomacy", "director", "vice", "soldier"])
_LONGEST = 14


@dataclass(slots=True)
class NounPhrase:
    """Words `first` (determiner and preposed adjectives included) to `last`; `noun` is the word of the noun."""

    layer: str
    phrase: Phrase
    first: int
    noun: int
    last: int
    plural: bool
    determiner: str
    side: str | None = None
    body: str | None = None
    owner: Person | None = None
    domain: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    bound: list[Person] = field(default_factory=list)
    name_last: int = -1
    former: bool = False
    number: str = ""
    feminine: bool | None = None


def find_phrases(document: Document, words: Words, units: list[Unit], people: People) -> list[NounPhrase]:
    """Every phrase, in text order; one that stands inside another's complement is found too."""
    at = {u.first: u for u in units}
    out: list[NounPhrase] = []
    total = len(words.folded)
    k = 1
    while k < total:
        if words.folded[k] and (k not in at or at[k].form is None):
            phrase, n = _begin(document, words, k)
            if phrase is not None:
                _extend(document, words, at, people, phrase, k + n)
                out.append(phrase)
                k += n
                continue
        k += 1
    return out


def _begin(document: Document, words: Words, k: int) -> tuple[NounPhrase | None, int]:
    """The phrase whose noun is at word `k`, not extended yet, with the number of words of its lemma."""
    best: tuple[str, Phrase, int, bool] | None = None
    token = document.tokens[words.token[k]]
    if token.pos not in ("NOUN", "PROPN", "ADJ", "X"):
        return None, 0
    first, determiner, former, number = _determiner(words, k)
    for layer in ("organ", "office", "group"):
        found = match_phrase(f"fr/{layer}s", words.folded, k)
        if found is None:
            continue
        phrase, n, plural = found
        plural = (
            plural or determiner in ("les", "des", "ces", "ses", "leurs", "aux", "plural") or bool(number)
        )
        if layer == "organ" and plural and phrase.lemma not in ("autorité", "autorités", "armée", "armées"):
            continue
        if layer == "group" and (
            (best is not None and not plural) or (phrase.lemma == "Corée" and not number)
        ):
            continue
        if (
            best is None
            or n > best[2]
            or (layer == "group" and plural and best[0] == "office" and n >= best[2])
        ):
            best = layer, phrase, n, plural
    if best is None:
        return None, 0
    layer, phrase, n, plural = best
    if token.pos == "ADJ" and (
        not determiner or (document.tokens[token.head].start > token.start and token.dep == "amod")
    ):
        return None, 0
    kind = "indef" if determiner in _INDEFINITE and determiner != "des" else ""
    kind = kind or ("poss" if determiner in _POSSESSIVE else "dem" if determiner in _DEMONSTRATIVE else "")
    kind = kind or ("def" if determiner in _DEFINITE else "")
    out = NounPhrase(layer, phrase, first, k, k + n - 1, plural, kind, former=former, number=number)
    out.side = phrase.entry.get("side")
    if determiner in ("la", "une", "sa", "cette") or token.morph.get("Gender") == "Fem":
        out.feminine = determiner not in ("le", "un", "du", "au")
    elif determiner in ("le", "un", "du", "au"):
        out.feminine = False
    return out, n


def _determiner(words: Words, k: int) -> tuple[int, str, bool, str]:
    """First word of the phrase, its determiner, whether the office is a former one, the numeral if any."""
    n = k - 1
    former = False
    number = ""
    while n > 0 and words.folded[n] in load_class("fr/determiners", "preposed"):
        former = former or words.folded[n] in load_class("fr/determiners", "former")
        if words.folded[n] in ("deux", "trois", "quatre", "cinq", "six", "dix"):
            number = words.folded[n]
        n -= 1
    known = (*_DEFINITE, *_INDEFINITE, *_POSSESSIVE, *_DEMONSTRATIVE)
    if n > 0 and words.folded[n] in known:
        return n, words.folded[n], former, number
    return n + 1, "", former, number


def _extend(
    document: Document, words: Words, at: dict[int, Unit], people: People, out: NounPhrase, k: int
) -> None:
    """Read on from word `k`: adjectives, demonyms, complements, then the name that follows."""
    start = k
    while words.folded[k] and k - start < _LONGEST:
        unit = at.get(k)
        token = document.tokens[words.token[k]]
        if unit is not None and unit.form is None:
            if _apposed(words, k, out):
                _bind(out, people.of_unit[k], unit.last)
            return
        if unit is not None and unit.form is not None:
            form = unit.form
            if form.use == "demonym":
                if words.capital(k) and not words.capital(out.noun):
                    return
                out.side = out.side or form.side.side
            elif words.folded[k - 1] in ("et", "ou"):
                return
            else:
                out.body = out.body or form.side.name
                out.domain.extend(words.folded[k : unit.last + 1])
            out.last = unit.last
            k = unit.last + 1
            continue
        if _is_title(words, k):
            if k + 1 in at or k + 2 in at:
                k += 1
                continue
            return
        if words.folded[k] in _OF or (
            words.folded[k] in ("a", "au", "aux", "pour", "en", "aupres") and _wide(out, words, k)
        ):
            step = _complement(document, words, at, people, out, k)
            if step == k:
                break
            k = step
            continue
        if (
            words.folded[k] == "et"
            and words.folded[k + 1] in _OF
            and out.phrase.group in ("minister", "diplomacy")
        ):
            step = _complement(document, words, at, people, out, k + 1)
            if step == k + 1:
                break
            k = step
            continue
        if token.pos == "ADJ" or (
            token.pos == "VERB" and token.dep in ("acl", "amod") and token.morph.get("VerbForm") == "Part"
        ):
            if token.pos == "VERB" and words.folded[k + 1] in (
                "par",
                "a",
                "pour",
                "de",
                "dans",
                "en",
                "le",
                "la",
            ):
                break
            (out.domain if out.domain else out.adjectives).append(words.folded[k])
            out.last = _token_last(words, k)
            k = out.last + 1
            continue
        if (
            token.pos in ("NOUN", "PROPN", "X")
            and words.capital(k)
            and not match_phrase("fr/offices", words.folded, k)
        ):
            out.domain.append(words.folded[k])
            out.last = _token_last(words, k)
            k = out.last + 1
            continue
        break
    _after(document, words, at, people, out)


def _token_last(words: Words, k: int) -> int:
    while words.token[k + 1] == words.token[k] and words.folded[k + 1]:
        k += 1
    return k


def _is_title(words: Words, k: int) -> bool:
    return words.folded[k] in load_class("fr/capitals", "title") and words.capital(k)


def _wide(out: NounPhrase, words: Words, k: int) -> bool:
    """Whether the office takes complements with other prepositions than *de* (`conseiller à la sécurité`)."""
    if out.phrase.group not in _WIDE:
        return False
    return words.folded[k] != "en" and not (words.folded[k] == "a" and words.capital(k + 1))


def _complement(
    document: Document, words: Words, at: dict[int, Unit], people: People, out: NounPhrase, k: int
) -> int:
    """Read the complement whose preposition is word `k`; the next word to read, or `k` if it is none."""
    n = k + 1
    while words.folded[n] in ("la", "le", "l", "les", "son", "sa", "leur", "ses", "leurs", "de", "un", "une"):
        n += 1
    if _is_title(words, n):
        n += 1
        if not words.folded[n]:
            n += 1
    unit = at.get(n)
    if unit is not None and unit.form is None:
        person = people.of_unit[n]
        if out.owner is None and not out.domain:
            out.owner = person
        out.domain.extend(unit.words)
        out.last = unit.last
        return unit.last + 1
    if unit is not None and unit.form is not None:
        form = unit.form
        if form.use == "demonym":
            return k
        if out.side is None and form.side.kind == "state":
            out.side = form.side.name
            if form.use == "name" or form.use == "capital":
                out.last = unit.last
                return unit.last + 1
        elif out.body is None and form.side.kind != "state":
            out.body = form.side.name
        out.domain.extend(words.folded[n : unit.last + 1])
        out.last = unit.last
        return unit.last + 1
    if not words.folded[n]:
        return k
    token = document.tokens[words.token[n]]
    if (
        token.pos not in ("NOUN", "PROPN", "X", "ADJ")
        or token.sent != document.tokens[words.token[out.noun]].sent
    ):
        return k
    out.last = _token_last(words, n)
    out.domain.extend(words.folded[n : out.last + 1])
    return out.last + 1


def _apposed(words: Words, k: int, out: NounPhrase) -> bool:
    """Whether the name at `k` follows the phrase without a preposition between."""
    n = k - 1
    while n > out.last and (not words.folded[n] or _is_title(words, n)):
        n -= 1
    return n == out.last


def _bind(out: NounPhrase, person: Person, last: int) -> None:
    if person not in out.bound:
        out.bound.append(person)
        out.name_last = last


def _after(document: Document, words: Words, at: dict[int, Unit], people: People, out: NounPhrase) -> None:
    """Bind the name that follows after a comma, or that stands before the phrase."""
    k = out.last + 1
    text = document.text
    if out.layer != "office" or out.plural:
        return
    gap = text[words.end[out.last] : words.end[out.last] + 2]
    if gap[:1] == "," and not words.folded[k]:
        n = k + 1
        if _is_title(words, n):
            n += 1 if words.folded[n + 1] else 2
        unit = at.get(n)
        if unit is not None and unit.form is None and out.determiner != "indef":
            follows = text[words.end[unit.last] : words.end[unit.last] + 1]
            if follows in (",", ".", ")", "\n", "", ";", ":"):
                _bind(out, people.of_unit[n], -1)
                return
    before = out.first - 1
    if (
        not words.folded[before]
        and before > 0
        and text[words.start[before] : words.end[before]] in (",", "(")
    ):
        unit = _unit_ending(at, before - 1)
        if unit is not None and unit.form is None:
            mark = text[words.end[out.last] : words.end[out.last] + 2]
            if mark[:1] in (",", ".", ")", ";", ":", "") or mark.strip() == "" or mark[:1] == "\n":
                _bind(out, people.of_unit[unit.first], -1)


def _unit_ending(at: dict[int, Unit], last: int) -> Unit | None:
    for first in range(last, max(last - 6, 0), -1):
        unit = at.get(first)
        if unit is not None:
            return unit if unit.last == last else None
    return None
