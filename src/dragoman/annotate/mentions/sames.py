"""Who is said to be the same as before: "la même source", "cette source", "le même diplomate".

"L'agence KCNA annonce un tir. … affirme la même source" → KCNA.
"""

from __future__ import annotations

from dragoman.annotate.mentions.candidates import Candidate, push
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.phrases import load_class
from dragoman.model.actors import Mention
from dragoman.model.documents import Token

# how many sentences back the one who spoke may be
_REACH = 6


def add_same(scene: Scene, candidates: list[Candidate], token: Token) -> None:
    """Add the mention at `token`: the one described so before, else who spoke last."""
    phrase = scene.sames[token.i]
    found = _described_before(candidates, scene, phrase.phrase.lemma)
    how = "described before" if found else "who spoke last"
    found = found or _spoke_last(candidates, scene, token, phrase.phrase.lemma)
    if found is None:
        told = scene.span(phrase.told, phrase.last).of(scene.document.text)
        found, how = scene.know(told, "official", None), "role: nobody is named"
    span = scene.span(phrase.first, phrase.last)
    mention = Mention(span=span, head=token.i, kind="role", actors=(found,), how=how)
    scene.mentions[token.i] = mention
    push(scene, candidates, mention)


def _described_before(candidates: list[Candidate], scene: Scene, lemma: str) -> str | None:
    """The actor of the last phrase of the same noun that is one and no thing."""
    for candidate in reversed(candidates):
        if len(candidate.actors) == 1 and scene.document.tokens[candidate.token.i].lemma == lemma:
            return candidate.actors[0]
    return None


def _spoke_last(candidates: list[Candidate], scene: Scene, token: Token, lemma: str) -> str | None:
    """Who spoke last: anybody for a source, one whose office is not told otherwise for an official."""
    anybody = lemma in load_class("fr/groups", "said")
    for candidate in reversed(candidates):
        if token.sent - candidate.token.sent > _REACH:
            break
        if not candidate.speaker or len(candidate.actors) != 1 or candidate.quoted:
            continue
        if anybody or scene.actors[candidate.actors[0]].kind in ("person", "official"):
            return candidate.actors[0]
    return None
