"""Who says it: the subject, the incise's subject, the complement of *selon*, or the one who spoke before.

"…, a ajouté la même source" → the speaker of the statement before.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.syntax import agent_of, subject_of
from dragoman.model.claims import Resolution
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

PRONOUNS = ("il", "elle", "ils", "elles", "lui", "eux", "-il", "-elle", "-ils", "-elles", "-t-il", "celui-ci",
            "celle-ci", "ce", "dernier", "dernière", "premier")  # fmt: skip
NOBODY = ("on", "-on", "-t-on", "que", "qu'", "ce", "c'", "cela", "ceci")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker found: the canonical name or None, the phrase that named it and how."""

    name: str | None
    span: Span | None
    how: str

    def resolution(self) -> tuple[Resolution, ...]:
        """As the evidence that the statement carries."""
        if self.span is None:
            return ()
        return (Resolution(self.span, (self.name,) if self.name else (), self.how),)


def find_voice(document: Document, draft: Draft, previous: Voice | None) -> Voice:
    """The speaker of `draft`; `previous` is that of the statement before it."""
    carried = (
        Voice(previous.name, None, "the one who spoke before") if previous else Voice(None, None, "nobody")
    )
    if draft.source == "nobody":
        return Voice(None, None, "nobody named")
    if draft.source == "carry":
        return carried
    if draft.clitic is not None:
        return _clitic(document, draft, carried)
    who = draft.who
    if who is None and draft.cue is not None:
        who = _subject(document, draft)
    if who is None:
        return carried
    return _named(document, document.tokens[who], carried)


def _clitic(document: Document, draft: Draft, carried: Voice) -> Voice:
    assert draft.clitic is not None
    word = draft.clitic.of(document.text).lower()
    if word == "on":
        return Voice(None, draft.clitic, "on")
    for token in document.tokens_in(Span(draft.clitic.start - 3, draft.clitic.end)):
        if names := document.actors_of(token.i):
            return Voice(names[0], draft.clitic, "inverted pronoun")
    if carried.name:
        return Voice(carried.name, draft.clitic, "inverted pronoun: the one who spoke before")
    return Voice(None, draft.clitic, "inverted pronoun, unresolved")


def _subject(document: Document, draft: Draft) -> int | None:
    cue = draft.cue
    assert cue is not None
    if cue.passive and not cue.reflexive:
        agent = agent_of(document, cue.anchor)
        return agent.i if agent else None
    found = subject_of(document, cue.anchor)
    if found is not None:
        return found.i
    # The parse tells none: the nearest noun phrase of the sentence that begins it.
    sentence = document.sentence_of(cue.anchor)
    for k in range(cue.first - 1, sentence.first - 1, -1):
        t = document.tokens[k]
        if t.dep.startswith("nsubj") and t.pos in ("NOUN", "PROPN", "PRON", "X"):
            return k
    return None


def _named(document: Document, token: Token, carried: Voice) -> Voice:
    span = token.span
    mention = document.mention_of(token.i)
    if mention is not None:
        span = mention.span
    if names := document.actors_of(token.i):
        return Voice(names[0], span, mention.how if mention else "")
    low = token.lower
    if low in NOBODY:
        return Voice(None, span, "nobody named")
    if low in PRONOUNS or token.pos == "PRON":
        return Voice(carried.name, span, "pronoun: the one who spoke before")
    phrase = _phrase(document, token)
    words = phrase.of(document.text).lower()
    if "même source" in words:
        return Voice(carried.name, phrase, "the same source")
    return Voice(_bare(document, token, phrase), phrase, "as described")


def _phrase(document: Document, token: Token) -> Span:
    """The noun phrase around its head: determiner, adjectives, complements with *de*, names."""
    first, last = token.i, token.i
    kids = document.children(token.i)
    for kid in kids:
        base = kid.dep.split(":")[0]
        if kid.i < token.i and base in ("det", "amod", "nummod", "flat") and kid.i == first - 1:
            first = kid.i
    for kid in kids:
        base = kid.dep.split(":")[0]
        if kid.i > last and base in ("flat", "amod", "nmod", "compound", "case"):
            sub = document.subtree(kid.i)
            if sub[0] <= last + 1 and not any(document.tokens[k].text in (",", '"', "»") for k in sub):
                last = sub[-1]
    return Span(document.tokens[first].start, document.tokens[last].end)


def _bare(document: Document, token: Token, phrase: Span) -> str:
    tokens = list(document.tokens_in(phrase))
    while tokens and tokens[0].pos == "DET" and tokens[0].i < token.i:
        tokens.pop(0)
    if not tokens:
        return token.text
    return document.text[tokens[0].start : phrase.end]
