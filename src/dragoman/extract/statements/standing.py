"""Where the speaker's phrase may stand to a cue beyond what the parse tells: beside it, before what is put in between.

"Lima, qui a reçu la note, a dit que" → the phrase ends before the comma that opens the relative clause.
"""

from __future__ import annotations

from dragoman.extract.statements.cues import CLITICS, REFLEXIVE, Cue
from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.zones import Zone
from dragoman.model.documents import Document, Token

# Mark that closes what is put in → mark that opens it.
_OPENERS = {",": ",", ")": "(", "–": "–", "—": "—"}


def beside(zone: Zone, cue: Cue) -> int:
    """The token that stands before the cue's group, adverbs and clitics aside: "X leur a dit"; -1 where none."""
    k = cue.first - 1
    while k > zone.first and (
        zone.tokens[k].pos in ("ADV", "AUX") or zone.lows[k] in CLITICS or zone.lows[k] in REFLEXIVE
    ):
        k -= 1
    return k if k >= zone.first else -1


def before_put_in(zone: Zone, last: int) -> int:
    """The token before the mark that opens what the mark at token `last` closes; -1 where there is none."""
    if last <= zone.first or zone.lows[last] not in _OPENERS:
        return -1
    opener = _OPENERS[zone.lows[last]]
    k = last - 1
    while k > zone.first and (zone.lows[k] != opener or zone.quote_of(k) >= 0):
        k -= 1
    return k - 1 if k > zone.first else -1


def before_relative(document: Document, verb: int, who: int | None) -> int:
    """The token before the relative pronoun that is the subject of `verb`, or that token `who` is ("Lima, selon qui"),
    the comma and the preposition before it aside; -1 where there is none."""
    pronouns = [t.i for t in document.children(verb, "nsubj")] if who is None else [who]
    for k in pronouns:
        if document.tokens[k].lower in words("relatives"):
            at = k - 1
            while at > 0 and (document.tokens[at].text == "," or document.tokens[at].pos == "ADP"):
                at -= 1
            return at
    return -1


def above(document: Document, verb: int) -> Token | None:
    """The subject of the first verb above `verb` that has one: "Lima a rappelé son envoyé, accusant" → Lima."""
    for token in document.ancestors(verb):
        for kid in document.children(token.i, "nsubj"):
            if kid.lower in words("relatives"):
                return document.tokens[token.head] if token.dep.startswith("acl") else None
            return kid
    return None
