"""What an act is about, beside its type: "Athènes a déployé deux frégates" → military.

In: a Document, the head of a trigger, its type and mode. Out: the PLOVER contexts of lexicon/fr/contexts.yaml that its
words tell, the surest first, each with the word that tells it; none where nothing does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from dragoman.lexicon import load_yaml
from dragoman.lexicon.patterns import any_of
from dragoman.model.documents import Document
from dragoman.model.spans import Span

# What a word and a hint count; a word of the clause is enough, a hint needs another or the article behind it.
WORD, HINT, ENOUGH = 2.0, 1.0, 2.0
# How much more what hangs on the trigger counts, how much less what stands elsewhere in its sentence, and what the
# article as a whole adds.
OWN, BESIDE, WHOLE = 1.5, 0.25, 1.5
# So many points more would have to be there: a few words are not yet what an article is about.
FEW = 10.0
# How many contexts an act has at most.
MOST = 2
CLAUSE = ("VERB", "AUX")
# How a verb hangs on another whose matter is not its own.
ASIDE = frozenset({"advcl", "acl:relcl", "parataxis", "conj"})


class Sign(NamedTuple):
    """A word or phrase that points to a context: the index of its first token, where it stands, how strongly."""

    at: int
    span: Span
    context: str
    weight: float


@cache
def _words() -> dict[str, tuple[tuple[str, float], ...]]:
    out: dict[str, tuple[tuple[str, float], ...]] = {}
    for context, entry in load_yaml("fr/contexts").items():
        for key, weight in (("words", WORD), ("hints", HINT)):
            for lemma in entry.get(key, ()):
                out[lemma] = (*out.get(lemma, ()), (context, weight))
    return out


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    known: dict[str, tuple[str, ...]] = {}
    for context, entry in load_yaml("fr/contexts").items():
        for phrase in entry.get("phrases", ()):
            known[phrase] = (*known.get(phrase, ()), context)
    return re.compile(rf"(?<!\w){any_of(known)}(?!\w)"), known


@cache
def _acts() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for context, entry in load_yaml("fr/contexts").items():
        for act in entry.get("acts", ()):
            out[act] = (*out.get(act, ()), context)
    return out


class Contexts:
    """The contexts of one document's acts; its words are read once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._hanging: dict[int, set[int]] = {}
        self.signs = sorted([*self._by_word(), *self._by_phrase()])
        self._at = [sign.at for sign in self.signs]
        shares: dict[str, float] = defaultdict(float)
        for sign in self.signs:
            shares[sign.context] += sign.weight
        whole = sum(shares.values()) + FEW
        self.shares = {context: points / whole for context, points in shares.items()}

    def of(self, head: int, type_: str, mode: str | None) -> list[tuple[str, Span | None]]:
        """Each context of the act whose trigger has its head at `head`, with the word that tells it best."""
        sentence = self.document.sentence_of(head)
        signs = self._within(sentence.first, sentence.last)
        own = self._below(head) if signs else set()
        verb = self._clause(head) if signs else head
        clause = own if verb == head else own | self._below(verb)
        points: dict[str, float] = defaultdict(float)
        best: dict[str, tuple[float, Span]] = {}
        for act in (type_, f"{type_}/{mode}"):
            for context in _acts().get(act, ()):
                points[context] += ENOUGH
        for sign in signs:
            near = OWN if sign.at in own else 1.0 if sign.at in clause else BESIDE
            value = near * sign.weight
            points[sign.context] += value
            if sign.context not in best or value > best[sign.context][0]:
                best[sign.context] = (value, sign.span)
        for context in points:
            points[context] += WHOLE * self.shares.get(context, 0.0)
        told = sorted((c for c in points if points[c] >= ENOUGH), key=lambda c: (-points[c], c))[:MOST]
        return [(context, best[context][1] if context in best else None) for context in told]

    def _within(self, first: int, last: int) -> list[Sign]:
        return self.signs[bisect_left(self._at, first) : bisect_left(self._at, last)]

    def _clause(self, head: int) -> int:
        """The verb that governs the trigger, the trigger itself where it is one."""
        if self.document.tokens[head].pos in CLAUSE:
            return head
        return next((t.i for t in self.document.ancestors(head) if t.pos in CLAUSE), head)

    def _below(self, head: int) -> set[int]:
        """What hangs on the token, without the clauses that stand beside its own."""
        known = self._hanging.get(head)
        if known is None:
            tokens = self.document.tokens
            known, todo = {head}, [head]
            for i in todo:
                for k in tokens[i].children:
                    kid = tokens[k]
                    if k not in known and not (kid.dep in ASIDE and kid.pos in CLAUSE):
                        known.add(k)
                        todo.append(k)
            self._hanging[head] = known
        return known

    def _by_word(self) -> list[Sign]:
        table = _words()
        out = []
        for token in self.document.tokens:
            known = table.get(token.lemma.lower()) or table.get(token.lower)
            if known:
                out += [Sign(token.i, token.span, context, weight) for context, weight in known]
        return out

    def _by_phrase(self) -> list[Sign]:
        pattern, known = _phrases()
        out = []
        text = self.document.text
        low = text.lower().replace("’", "'")
        if len(low) != len(text):  # a few capitals are longer in small letters
            low = text.replace("’", "'")
        for found in pattern.finditer(low):
            token = self.document.token_at(found.start())
            if token is not None:
                span = Span(*found.span())
                out += [Sign(token.i, span, context, WORD) for context in known[found.group()]]
        return out
