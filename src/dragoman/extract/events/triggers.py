"""Finds the words that may name an act: the entries of the lexicon where their conditions hold.

"Le négociateur a claqué la porte" → Trigger(head=claqué, entry=reject/claquer la porte, parts=(la, porte)).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from dragoman.extract.events.entries import Entry, load_entries
from dragoman.extract.events.forms import index_forms
from dragoman.extract.syntax import is_negated
from dragoman.model.documents import Document, Token

# How far, in words, the next word of a phrase may stand from the one before it.
GAP = 4
IDLE = ("PUNCT", "DET", "ADP", "PRON", "CCONJ", "SCONJ", "NUM", "SYM", "SPACE")
VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "X", "ADJ")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may name an act: `head` and `parts` are token indices, `entries` those that fit, best first."""

    head: int
    pos: str
    entries: tuple[Entry, ...] = ()
    parts: tuple[int, ...] = ()


@cache
def _verb_forms() -> dict[str, str]:
    return index_forms(e.lemma for rows in load_entries().values() for e in rows if e.pos == "verb")


@lru_cache(maxsize=32768)
def _lemmas(lower: str, lemma: str) -> tuple[str, ...]:
    """The lemmas under which the lexicon may know a word: the tagger's, the regular verb's, the form."""
    plain = lower[:-1] if lower.endswith(("s", "x")) else lower
    masculine = plain[:-1] if plain.endswith("e") else plain
    known = _verb_forms().get(lower)
    return tuple(dict.fromkeys(x for x in (lemma.lower(), known, lower, plain, masculine) if x))


@lru_cache(maxsize=32768)
def _entries_of(lower: str, lemma: str) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of all of the word's lemmas, for each part of speech that the word may stand as."""
    index = load_entries()
    told = [e for name in _lemmas(lower, lemma) for e in index.get(name, ())]
    if not told:
        return NONE
    return {
        pos: tuple(e for e in told if e.pos == pos or (e.pos == "adj" and lower.startswith(e.lemma)))
        for pos in ("verb", "noun", "adj")
    }


NONE: Mapping[str, tuple[Entry, ...]] = {}


def pos_of(document: Document, token: Token) -> str | None:
    """verb, noun or adj: from the tag, and from the neighbours where the tagger is known to err."""
    before = document.tokens[token.i - 1] if token.i > document.sentence_of(token.i).first else None
    if token.pos in VERBAL:
        # "Le démenti": a participle right after its determiner is a noun.
        return "noun" if before is not None and before.pos == "DET" else "verb"
    if token.pos not in NOMINAL and token.pos != "ADV":
        return None
    if token.lower in _verb_forms() and _stands_as_verb(document, token, before):
        return "verb"
    if token.pos == "ADJ":
        return "adj"
    return "noun" if token.pos in NOMINAL else None


def _stands_as_verb(document: Document, token: Token, before: Token | None) -> bool:
    """Whether a word that looks like a noun or an adjective is a finite verb ("Ankara presse Paris")."""
    if before is None:
        return False
    if before.pos == "AUX":
        return True
    if before.pos not in ("PROPN", "PRON", "NOUN", "ADV", "PUNCT", "DET") or before.lower in (
        "le",
        "la",
        "les",
        "un",
        "une",
    ):
        return False
    if before.pos == "DET" and before.lower not in ("l'", "se", "s'", "nous"):
        return False
    if any(k.dep in ("det", "case") for k in document.children(token.i)):
        return False
    if token.lower.endswith(("é", "ée", "és", "ées")):
        return False
    after = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else None
    return (
        after is not None
        and after.pos in ("DET", "PROPN", "ADP", "PRON", "ADV", "SCONJ")
        and before.pos != "PUNCT"
    )


def find_triggers(document: Document, others: Container[int] = ()) -> list[Trigger]:
    """Every trigger that an entry of the lexicon gives, one per head word, in text order.

    `others` are the tokens that are told too, without an entry.
    """
    out: list[Trigger] = []
    taken: set[int] = set()
    for token in document.tokens:
        if token.pos in IDLE or token.i in taken:
            continue
        told = _entries_of(token.lower, token.lemma)
        weak = token.i in others
        if not (told or weak) or (pos := pos_of(document, token)) is None:
            continue
        facts = _Facts(document, token)
        fits = [(e, parts) for e in told.get(pos, ()) if (parts := _fit(facts, e)) is not None]
        fits.sort(key=lambda f: -f[0].weight)
        if fits:
            taken.update(fits[0][1])
            out.append(Trigger(token.i, pos, tuple(e for e, _ in fits), fits[0][1]))
        elif weak:
            out.append(Trigger(token.i, pos))
    return out


class _Facts:
    """What conditions ask of one word, told once."""

    def __init__(self, document: Document, token: Token) -> None:
        self.document, self.token = document, token

    @cached_property
    def near(self) -> set[str]:
        return set(dependents(self.document, self.token.i))

    @cached_property
    def reflexive(self) -> bool:
        return is_reflexive(self.document, self.token.i)

    @cached_property
    def negated(self) -> bool:
        return is_negated(self.document, self.token.i)


def _fit(facts: _Facts, entry: Entry) -> tuple[int, ...] | None:
    """The tokens that the entry takes besides its head, or None where the entry does not hold here."""
    parts = _follow(facts.document, facts.token, entry.rest)
    if parts is None:
        return None
    if entry.reflexive is not None and entry.reflexive != facts.reflexive:
        return None
    if entry.negated is not None and entry.negated != facts.negated:
        return None
    if entry.having and facts.near.isdisjoint(entry.having):
        return None
    if entry.lacking and not facts.near.isdisjoint(entry.lacking):
        return None
    return parts


def _follow(document: Document, token: Token, rest: tuple[str, ...]) -> tuple[int, ...] | None:
    parts: list[int] = []
    last = document.sentence_of(token.i).last if rest else 0
    k = token.i + 1
    for word in rest:
        end = min(last, k + GAP)
        while k < end and not _is_word(document.tokens[k], word):
            k += 1
        if k >= end:
            return None
        parts.append(k)
        k += 1
    return tuple(parts)


def _is_word(token: Token, word: str) -> bool:
    return word in (token.lower, token.lemma)


def is_reflexive(document: Document, verb: int) -> bool:
    """Whether the verb has a reflexive pronoun (`s'est engagé`, `nous nous retirerons`)."""
    for t in document.children(verb):
        if t.i > verb:
            break
        if t.morph.get("Reflex") == "Yes" or t.lower in ("se", "s'") or t.dep.startswith("expl"):
            return t.lower not in ("y", "en", "il", "l'")
    return False


def dependents(document: Document, head: int) -> Iterator[str]:
    """Lemmas and prepositions of what depends on `head`, two steps down, and of what governs it."""
    for kid in document.children(head):
        yield kid.lemma
        yield kid.lower
        for grand in document.children(kid.i):
            yield grand.lemma
            if grand.dep in ("case", "mark"):
                yield grand.lower
            if grand.dep in ("nmod", "obj", "conj", "xcomp", "obl", "obl:arg", "amod", "flat:name"):
                for great in document.children(grand.i):
                    yield great.lemma
    token = document.tokens[head]
    if token.head != head:
        yield document.tokens[token.head].lemma
