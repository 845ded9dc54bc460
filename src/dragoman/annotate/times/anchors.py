"""What a time hangs on: the day that speaks, the tense around it, the times told before it.

"Ils se verront jeudi" → direction future; "le lendemain" → the day after the last day told.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.annotate.times.moments import Bounds, Moment
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.edtf import Day, bounds
from dragoman.model.errors import DateError

PAST, FUTURE, PRESENT = "past", "future", "present"


@dataclass(slots=True)
class Anchor:
    """`now` is the day that speaks as an interval, None where nothing tells; `told` the times read so far."""

    document: Document
    now: Bounds | None
    told: list[tuple[int, Moment]] = field(default_factory=list)

    @classmethod
    def of(cls, document: Document) -> Anchor:
        now = None
        if document.published:
            try:
                now = bounds(document.published)
            except DateError:
                now = None
        return cls(document, now)

    def last_day(self, since: int = 0, before: Day | None = None) -> Moment | None:
        """The last single day told after the offset `since`, none later than `before` where that is given."""
        return next(
            (
                m
                for at, m in reversed(self.told)
                if at >= since and m.day and (before is None or m.day <= before)
            ),
            None,
        )

    def last_time(self, since: int = 0) -> Moment | None:
        """The last time told, of any length."""
        return next((m for at, m in reversed(self.told) if at >= since and m.first), None)

    def sentence_start(self, offset: int) -> int:
        """Where the sentence around `offset` begins (the line, where the text was not parsed)."""
        token = self.document.token_at(offset)
        if token is not None and self.document.sentences:
            return min(self.document.sentences[token.sent].span.start, offset)
        return self.document.text.rfind("\n", 0, offset) + 1

    def direction(self, offset: int, modal: bool = True) -> str | None:
        """past, future or present: where the verb that governs the word at `offset` looks.

        With `modal` false, "devoir" and its like are verbs of the present like any other.
        """
        token = self.document.token_at(offset)
        if token is None or not token.start <= offset < token.end:
            return None
        return tense(self.document, token, modal)


def tense(document: Document, token: Token, modal: bool = True) -> str | None:
    """Where the nearest governing verb of `token` looks; None where nothing tells."""
    for word in (token, *document.ancestors(token.i)):
        if word.pos not in ("VERB", "AUX") and not (word.morph.get("VerbForm") and word.dep == "acl"):
            continue
        found = _verb_tense(document, word, modal)
        if found:
            return found
    return None


def _verb_tense(document: Document, verb: Token, modal: bool) -> str | None:
    hints = load_yaml("fr/times_tenses")
    form = verb.morph.get("VerbForm")
    helpers = [t for t in document.children(verb.i, "aux", "cop") if t.pos == "AUX"]
    finite = next((t for t in helpers if t.morph.get("VerbForm") == "Fin"), None)
    ahead = hints["modal"] if modal else ()
    if form == "Part" and verb.lemma in hints["planned"]:
        # "prévu le 31 octobre" looks ahead; "était prévu" may look either way, "a été reporté" too
        if any(t.lower in hints["before"] for t in document.children(verb.i, "advmod")):
            return PAST
        return FUTURE if finite is None or finite.morph.get("Tense") in ("Pres", "Fut") else None
    if finite is not None:
        if finite.lemma in ahead:
            return FUTURE
        if form == "Part":
            # with être: "est arrivé" is past, "est signé" is the passive of its helper's tense
            if finite.lemma == "être" and not _takes_etre(document, verb, hints):
                return _finite_tense(finite)
            return FUTURE if finite.morph.get("Tense") == "Fut" else PAST
        return _finite_tense(finite)
    if form == "Fin":
        return FUTURE if verb.lemma in ahead and verb.morph.get("Tense") == "Pres" else _finite_tense(verb)
    if form == "Part":
        return PRESENT if verb.morph.get("Tense") == "Pres" else PAST
    if form == "Inf":
        if helpers:
            return PAST
        governor = document.head_of(verb.i)
        if governor.lemma in hints["modal"]:
            return None if governor.morph.get("Tense") in ("Imp", "Past") else FUTURE
    return None


def _takes_etre(document: Document, verb: Token, hints: dict[str, list[str]]) -> bool:
    """Whether the verb builds its own past with être: "arriver", or any pronominal verb."""
    if verb.lemma in hints["être"]:
        return True
    kids = document.children(verb.i)
    return any(t.lower in ("s'", "se") for t in kids) or any(t.lower == "été" for t in kids)


def _finite_tense(verb: Token) -> str:
    if verb.morph.get("Mood") == "Cnd" or verb.morph.get("Tense") == "Fut":
        return FUTURE
    if verb.morph.get("Tense") in ("Imp", "Past"):
        return PAST
    return PRESENT
