"""Two spoken of as one: "les deux dirigeants" → the two persons, "les deux pays" → the two states before."""

from __future__ import annotations

from functools import partial

from dragoman.annotate.mentions.candidates import Candidate, push
from dragoman.annotate.mentions.links import Link, find_links, strongest
from dragoman.annotate.mentions.roles import TOP
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import find_twins, fold, load_sides, words_of
from dragoman.model.actors import Mention
from dragoman.model.documents import Token

# The offices that the two hold where the noun tells another than the heads of states.
_DUTIES = {
    "ministre": frozenset(("minister", "diplomacy")),
    "ministre des Affaires étrangères": frozenset(("diplomacy",)),
    "chef de la diplomatie": frozenset(("diplomacy",)),
    "négociateur": frozenset(("envoy", "diplomacy", "minister")),
    "émissaire": frozenset(("envoy",)),
}


# What it weighs that the article has spoken of two as "les deux…" before.
AGAIN = 5.0


class Pairs:
    """The article's links between two, found when the first pair asks for them."""

    __slots__ = ("_links", "scene")

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._links: list[Link] | None = None

    def add(self, candidates: list[Candidate], token: Token) -> None:
        """Add the mention of the pair at `token`: both actors, or its own words where no two are known."""
        scene = self.scene
        phrase = scene.pairs[token.i]
        lemma = phrase.phrase.lemma
        found = [*find_twins(lemma)] or self._find_two(lemma, token.sent)
        if len(found) == 2:
            names, how = tuple(map(scene.know_state, found)), "the two that the text puts together"
            if self._links is not None:
                self._links.append(Link(names[0], names[1], token.sent, AGAIN))
        else:
            told = scene.span(phrase.told, phrase.last).of(scene.document.text)
            names, how = (scene.know(told, "group", None),), "as the text names it"
        span = scene.span(phrase.first, phrase.last)
        mention = Mention(span=span, head=token.i, kind="group", actors=names, how=how)
        scene.mentions[token.i] = mention
        push(scene, candidates, mention)

    def _find_two(self, lemma: str, at: int) -> list[str]:
        if self._links is None:
            self._links = find_links(self.scene)
        name = " ".join(map(fold, words_of(lemma)))
        if name not in load_class("fr/groups", "pair of persons"):
            states = name in load_class("fr/groups", "pair of states")
            return strongest(self._links, at, self._state_of if states else self._side_of)
        wanted = _DUTIES.get(lemma, TOP)
        apart = self._are_apart if name not in load_class("fr/groups", "pair of people") else None
        # first who is told to hold such an office, then who is told no other, then anybody
        for fits in (self._holds, self._may_hold, self._is_person):
            found = strongest(self._links, at, partial(fits, wanted), apart)
            if found:
                return found
        return []

    def _is_person(self, _: frozenset[str], name: str) -> str | None:
        return name if name in self.scene.person_of and self.scene.actors[name].kind == "person" else None

    def _holds(self, wanted: frozenset[str], name: str) -> str | None:
        person = self.scene.person_of.get(name)
        return name if person is not None and any(role.group in wanted for role in person.roles) else None

    def _may_hold(self, wanted: frozenset[str], name: str) -> str | None:
        roles = self.scene.person_of[name].roles if name in self.scene.person_of else []
        return self._is_person(wanted, name) if all(role.group in wanted for role in roles) else None

    def _are_apart(self, a: str, b: str) -> bool:
        """Whether two persons may face each other: not where both speak for one side."""
        one, other = self.scene.actors[a].side, self.scene.actors[b].side
        return one is None or one != other

    def _side_of(self, name: str) -> str | None:
        actor = self.scene.actors[name]
        return name if actor.kind in ("state", "armed_group") else actor.side

    def _state_of(self, name: str) -> str | None:
        side = load_sides().get(self._side_of(name) or "")
        return side.name if side is not None and side.kind == "state" else None
