"""Two spoken of as one: "les deux dirigeants" → the two persons, "les deux pays" → the two states before."""

from __future__ import annotations

from functools import cache

from dragoman.annotate.mentions.candidates import Candidate, push
from dragoman.annotate.mentions.roles import TOP
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import load_sides
from dragoman.model.actors import Mention
from dragoman.model.documents import Token


def add_pair(scene: Scene, candidates: list[Candidate], token: Token) -> None:
    """Add the mention of the pair at `token`: both actors, or its own words where no two are known."""
    phrase = scene.pairs[token.i]
    span = scene.span(phrase.first, phrase.last)
    found = _find_twins(phrase.phrase.lemma) or _find_two(scene, candidates, phrase.phrase.lemma)
    if len(found) == 2:
        names, how = tuple(map(scene.know_state, found)), "the two spoken of last"
    else:
        told = scene.span(phrase.told, phrase.last).of(scene.document.text)
        names, how = (scene.know(told, "group", None),), "as the text names it"
    mention = Mention(span=span, head=token.i, kind="group", actors=names, how=how)
    scene.mentions[token.i] = mention
    push(scene, candidates, mention)


@cache
def _find_twins(lemma: str) -> list[str]:
    """`les deux Corées`: the two states whose names begin so."""
    found = [s.name for s in load_sides().values() if s.kind == "state" and s.name.startswith(f"{lemma} du ")]
    return found if len(found) == 2 else []


def _find_two(scene: Scene, candidates: list[Candidate], lemma: str) -> list[str]:
    """The last two persons, or the last two sides, in the order of the text."""
    persons = lemma in load_class("fr/groups", "pair of persons")
    heads = persons and lemma != "ministre" and _are_heads(scene, candidates)
    found: list[str] = []
    for candidate in reversed(candidates):
        for name in reversed(candidate.actors):
            actor = scene.actors[name]
            if persons:
                fits, who = actor.kind == "person" and (not heads or _is_head(scene, name)), name
            else:
                fits, who = (
                    actor.side is not None or actor.kind in ("state", "armed_group"),
                    actor.side or name,
                )
            if fits and who not in found:
                found.append(who)
        if len(found) >= 2:
            break
    return found[1::-1]


def _is_head(scene: Scene, name: str) -> bool:
    person = scene.person_of.get(name)
    return person is not None and any(role.group in TOP for role in person.roles)


def _are_heads(scene: Scene, candidates: list[Candidate]) -> bool:
    """Whether two heads of state are among those spoken of: "les deux dirigeants" are they, not a minister."""
    found = {name for candidate in candidates[-60:] for name in candidate.actors if _is_head(scene, name)}
    return len(found) >= 2
