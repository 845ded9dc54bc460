"""Who says it: of the actors about a statement, the one whom most speaks for.

"…", a ajouté la même source → the speaker of the statement before.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.phrases import bare, phrase_of, speaks_not
from dragoman.extract.statements.spoken import Story
from dragoman.extract.statements.trees import Trees, load_trees
from dragoman.extract.statements.voices import describe_options, find_options
from dragoman.model.actors import Mention
from dragoman.model.claims import Resolution
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

# The share of a speaker whom the text leaves no choice on.
ALONE = 1.0
# What may follow a name that is put after a noun.
STOPS = (",", ".", ")", "\n", "")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker found: the canonical name or None, the phrase that named him and how; `score` is his share among all
    who may be."""

    name: str | None
    span: Span | None
    how: str
    score: float = ALONE

    def resolution(self) -> tuple[Resolution, ...]:
        """As the evidence that the statement carries."""
        if self.span is None:
            return ()
        return (Resolution(self.span, (self.name,) if self.name else (), self.how),)


# Where the speaker's phrase stands beside the cue, and the mentions that name who it is.
OWN = ("incise",)
PLAIN = ("name", "role", "metonym")
NOBODY = Voice(None, None, "nobody named")


def find_voice(story: Story, d: Draft, zone_speakers: dict[str, bool], trees: Trees | None = None) -> Voice:
    """The speaker of `d`, after the `story` so far and the speakers of its sentence so far."""
    if d.clitic is not None and d.clitic.of(story.document.text).lower() == "on":
        return _whose_on(story, d.clitic)
    options = find_options(story, d, zone_speakers)
    phrase = _described(story, d)
    if phrase is not None:
        return phrase
    if not options:
        return NOBODY
    if (named := _named(story.document, d)) is not None:
        return named
    best, score = options[0], ALONE
    if len(options) > 1:
        points = (trees or load_trees("speakers")).grow(describe_options(story, d, options))
        shares = np.exp(points - points.max())
        best, score = options[int(points.argmax())], float(1 / shares.sum())
    return Voice(best.name, best.span, best.how, score)


def _whose_on(story: Story, clitic: Span) -> Voice:
    """Nobody, or whom the place or the source after an inverted *on* stands for: "dit-on à Berne", "chez Baltica"."""
    document = story.document
    token = document.token_at(clitic.start)
    if token is None:
        return Voice(None, clitic, "on")
    after = document.tokens[token.i + 1 :]
    end = next((t.start for t in after if t.pos == "PUNCT" and t.start >= clitic.end), len(document.text))
    for m in story.heads.get(token.sent, ()):
        if clitic.end <= m.span.start < end and len(m.actors) == 1:
            actor = document.actors.get(m.actors[0])
            if actor is not None and actor.kind != "media":
                return Voice(m.actors[0], m.span, f"on: {m.how}")
    return Voice(None, clitic, "on")


def _named(document: Document, d: Draft) -> Voice | None:
    """The incise's own noun, where it names one actor: nobody else of the sentence outranks it."""
    if d.who is None or d.source not in OWN:
        return None
    mention = document.mention_of(d.who)
    if mention is None or mention.place or mention.kind not in PLAIN or len(mention.actors) != 1:
        return None
    return Voice(mention.actors[0], mention.span, mention.how)


def _described(story: Story, d: Draft) -> Voice | None:
    """The phrase itself where the speaker's noun is no known actor ("un vieux pêcheur"), or the name that it goes with
    ("le pêcheur Marc Blanc", "leur meneur, Marc Blanc")."""
    document = story.document
    if (
        d.who is None
        or d.frame in ("verb", "title", "carry-colon")
        or d.source not in ("incise", "complement")
    ):
        return None
    token = document.tokens[d.who]
    if (
        document.actors_of(d.who)
        or token.pos not in ("NOUN", "ADJ")
        or document.mention_of(d.who) is not None
    ):
        return None
    if speaks_not(token.lemma.lower()):
        return None  # whose it is, is asked of those about it
    phrase = phrase_of(document, token)
    if "même source" in phrase.of(document.text).lower():
        return None
    for m in story.heads.get(token.sent, ()):
        if _goes_with(document, m, token, phrase):
            return Voice(m.actors[0], m.span, m.how)
    return Voice(bare(document, token, phrase), phrase, "as described")


def _goes_with(document: Document, mention: Mention, token: Token, phrase: Span) -> bool:
    """Whether the mention is the name of whom the phrase describes: right after it, or after a comma and before a
    stop."""
    actor = document.actors.get(mention.actors[0]) if len(mention.actors) == 1 else None
    if actor is None or actor.kind != "person" or mention.kind not in ("name", "role"):
        return False
    head = document.tokens[mention.head]
    if phrase.holds(mention.span):
        return head.head == token.i and head.dep.startswith(("flat", "appos"))
    between = document.text[phrase.end : mention.span.start]
    if between == " ":
        return mention.kind == "name"
    return between == ", " and document.text[mention.span.end : mention.span.end + 1] in STOPS
