"""Who will not be at a meeting that a phrase names: "Sotek a renoncé à se rendre au sommet" → Milan Sotek.

The meeting takes place without them: what they gave up is their coming.
"""

from __future__ import annotations

from dragoman.extract.meetings.words import words
from dragoman.extract.syntax import is_negated, subject_of
from dragoman.model.documents import Document, Token

# So many steps above the meeting's name stands what tells that somebody stays away.
UP = 5


def absent_from(document: Document, token: Token) -> tuple[str, ...]:
    """The actors of whom the sentence tells that they stay away from the meeting named at `token`."""
    if token.pos in ("VERB", "AUX"):
        return ()
    below = token
    for up, above in enumerate(document.ancestors(token.i)):
        if up > UP:
            break
        if _stays_away(document, token, below, above):
            who = subject_of(document, above.i)
            return document.actors_of(who.i) if who is not None else ()
        below = above
    return ()


def _stays_away(document: Document, meeting: Token, below: Token, above: Token) -> bool:
    """Whether `above` tells it: as a verb of staying away, of not coming, or of giving up a journey there."""
    if above.lemma in words("absent"):
        return below is meeting
    if above.lemma in words("shunning"):
        return below is meeting and below.dep == "obj" and not is_negated(document, above.i)
    if above.lemma in words("attending") and is_negated(document, above.i):
        return below is meeting and below.dep != "obj"
    if above.lemma not in words("dropping") or is_negated(document, above.i):
        return False
    if below.lemma in words("attending"):  # "a renoncé à se rendre au sommet"
        return below.morph.get("VerbForm") == "Inf"
    given_up = document.children(above.i, "obj", "obl:arg")
    return any(k.lemma in words("coming_there") and k.i != meeting.i and k.i < meeting.i for k in given_up)
