"""The first and the second of two: "Duval a vu Lind. Le premier a promis de partir, le second a refusé."."""

from __future__ import annotations

from functools import cache

from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon import load_yaml
from dragoman.model.actors import Mention
from dragoman.model.documents import Token

# How many sentences back the two are named, and how they are.
BACK = 2
NAMED = ("name", "role", "metonym", "demonym")
PAIR = 2
# What follows where the ordinal counts others than the two ("le premier à partir", "le premier des traités").
COUNTED = ("NOUN", "PROPN", "ADJ", "ADP", "NUM")


@cache
def _places() -> dict[str, int]:
    """The place, from 0, that each form tells."""
    return {
        form: entry["place"] - 1
        for entry in load_yaml("fr/pronouns")
        if entry["class"] == "ordinal"
        for form in entry["lemmas"]
    }


def find_ordinal(scene: Scene, token: Token) -> Mention | None:
    """The mention of an ordinal that stands alone under a verb: of one of the two that a sentence before names."""
    place = _places().get(token.lower)
    tokens = scene.document.tokens
    if place is None or token.i == 0 or token.i + 1 >= len(tokens):
        return None
    if tokens[token.i - 1].lower not in ("le", "la") or tokens[token.i + 1].pos in COUNTED:
        return None
    if not token.dep.startswith(("nsubj", "obj", "obl")):
        return None
    for back in range(1, BACK + 1):
        two = _named(scene, token.sent - back)
        if len(two) == PAIR:
            name = two[place]
            return Mention(
                span=tokens[token.i - 1].span._replace(end=token.end),
                head=token.i,
                kind="demonstrative",
                actors=(name,),
                how=f"{token.lower}: {name}",
            )
        if two:
            return None
    return None


def _named(scene: Scene, sentence: int) -> list[str]:
    """Whom a sentence names, each once, in its order; nothing where a mention is of several."""
    if sentence < 0:
        return []
    first, last = scene.document.sentences[sentence].first, scene.document.sentences[sentence].last
    out: list[str] = []
    for i in range(first, last):
        mention = scene.mentions.get(i)
        if mention is not None and mention.kind in NAMED and not mention.place:
            out.extend(name for name in mention.actors if name not in out)
    return out
