"""Which side a person binds whose side the article does not tell: "le chef de l'État", "son homologue brésilien".

In: a Document and the actor's name. Out: a state, by the present offices that the article gives the person, by the
people that he or she is told to be of, or by the name; None for one who speaks in their own name.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.lexicon.origins import origins_of
from dragoman.lexicon.patterns import any_of
from dragoman.lexicon.sides import find_side, fold
from dragoman.model.actors import COLLECTIVE, Actor
from dragoman.model.documents import Document

CLASSES = ("head", "government", "diplomacy", "minister", "vice")
# What is told in brackets behind a role that stands for the state itself.
TOLD = re.compile(
    r"^(homologue|responsable|dirigeant|numéro un|\w*-?président|\w*-?ministre|chef|leader)\b.*\((.+)\)$"
)
FORMER = re.compile(r"\b(?:ex|anci?en(?:ne)?s?|futur|candidat|feu)\b", re.I)
HOME = "France"
# One passage binds at most so many parties.
MOST = 5
HOME_OFFICES = re.compile(
    r"chef de l['’][ÉEée]tat|président de la République|\b[ÉE]lysée|Matignon|président français", re.I
)


@cache
def _offices() -> re.Pattern[str]:
    lemmas = {lemma for e in load_yaml("fr/offices") if e["class"] in CLASSES for lemma in e["lemmas"]}
    return re.compile(rf"(?<!\w){any_of(lemmas)}(?!\w)", re.I)


class Bindings:
    """The sides of one document's actors, each found once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._known: dict[str, str] = {}
        self._states: list[str] | None = None

    def of(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The sides bound: the state or body that each speaks for, else themselves."""
        out: list[str] = []
        for name in names:
            side = self._known.get(name)
            if side is None:
                side = self._known[name] = self._side(name)
            if side not in out:
                out.append(side)
        return tuple(out)

    def _side(self, name: str) -> str:
        actor = self.document.actors.get(name)
        if actor is None or actor.kind in COLLECTIVE:
            return name
        if actor.side:
            return actor.side
        return (self._state_of(actor) if actor.kind == "person" else None) or name

    def _state_of(self, actor: Actor) -> str | None:
        for role in actor.roles:
            told = TOLD.match(role)
            if told is not None and _is_state(told.group(2)):
                return told.group(2)
        surfaces = [
            m.span.of(self.document.text)
            for m in self.document.mentions
            if m.actors == (actor.name,) and m.kind in ("role", "demonstrative")
        ]
        texts = [*surfaces, *actor.roles]
        if any(FORMER.search(text) for text in texts):
            return None
        governs = any(_offices().search(text) for text in texts)
        for text in surfaces:
            for word in text.split():
                side = find_side(word) if word[:1].islower() else None
                if side is not None and side.kind == "state" and (governs or "homologue" in text):
                    return side.name
        origins = origins_of(tuple(fold(word) for word in actor.name.split()))
        fitting = [s for s in self.states if s in origins]
        if governs:
            return fitting[0] if fitting else HOME if HOME in origins else next(iter(self.states), None)
        if texts or not origins:
            return None
        if HOME in origins:
            return HOME if HOME_OFFICES.search(self.document.text) else None
        return fitting[0] if fitting else None

    @property
    def states(self) -> list[str]:
        """The states of the article, the one that is named most first."""
        if self._states is None:
            seen: Counter[str] = Counter()
            for mention in self.document.mentions:
                for name in mention.actors:
                    actor = self.document.actors.get(name)
                    if actor is not None and actor.kind == "state":
                        seen[name] += 1 if mention.place else 2
            self._states = sorted(seen, key=lambda n: (-seen[n], n))
        return self._states


def _is_state(name: str) -> bool:
    side = find_side(name)
    return side is not None and side.kind == "state"
