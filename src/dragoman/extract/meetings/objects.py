"""Gathers the tellings of one meeting: "leur sommet à Hanoï … la rencontre … le sommet" → one object.

In: Tellings in text order. Out: objects with the union of what their tellings say.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.meetings.joins import apart, join_features
from dragoman.extract.meetings.tellings import Telling
from dragoman.extract.meetings.told import Told
from dragoman.extract.meetings.weights import probability
from dragoman.lexicon.bodies import members_of_body
from dragoman.model.documents import Document

GATHERINGS = ("summit", "session")
# The probability from which a telling joins an object.
JOIN = 0.24


def gather(document: Document, tellings: list[Telling]) -> list[Told]:
    """One pass in text order: each telling joins the object that it most probably tells, or begins one."""
    found: list[Told] = []
    for telling in tellings:
        sides = sides_of(document, telling.participants)
        likely = [
            (probability("same", join_features(document, told, telling, sides)), k)
            for k, told in enumerate(found)
            if not apart(told, telling) and not _of_another_body(told, telling)
        ]
        best, k = max(likely, default=(0.0, 0))
        if best < JOIN:
            k = len(found)
            found.append(Told(published=document.published))
        found[k].join(telling, sides)
    return ranked(found)


def _of_another_body(told: Told, telling: Telling) -> bool:
    """Whether both tell whose gathering it is, and these are two bodies: a summit of the G7 is none of NATO."""
    if telling.kind not in GATHERINGS or told.kind not in GATHERINGS:
        return False
    one, other = (_bodies(names) for names in (told.participants, telling.participants))
    return bool(one and other) and not one & other


def _bodies(names: Sequence[str]) -> set[str]:
    """The bodies of the table that are named."""
    return {n for n in names if members_of_body(n)}


def ranked(found: list[Told]) -> list[Told]:
    """The objects with their rank among those of their kind."""
    for told in found:
        kin = [k for k in found if k is not told and k.kind == told.kind]
        size = len(told.tellings)
        told.rivals = sum(
            len(k.tellings) > size or (len(k.tellings) == size and k.tellings[0].span < told.tellings[0].span)
            for k in kin
        )
        told.alike = sum(bool({t.lemma for t in k.tellings} & {t.lemma for t in told.tellings}) for k in kin)
    return found


def sides_of(document: Document, names: tuple[str, ...]) -> set[str]:
    """The actors and the sides that they speak for."""
    out = set(names)
    for name in names:
        actor = document.actors.get(name)
        if actor is not None and actor.side:
            out.add(actor.side)
    return out
