"""Who acts or speaks, and each place in the text that refers to them.

"le numéro un de Pyongyang" → Mention(kind="role", actors=("Kim Jong-un",), how="role: numéro un + Corée du Nord").
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.spans import Span

ACTOR_KINDS = ("person", "state", "organisation", "armed_group", "media", "official", "group")
# Bodies; and those who stand for themselves, whatever their country: a party, a rebel army, "les députés britanniques".
BODIES = ("state", "organisation", "armed_group")
COLLECTIVE = (*BODIES, "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """`name` is canonical, in French, shortest common full form (`Donald Trump`, `Corée du Nord`, `ONU`).

    `kind`: person, state, organisation, armed_group, media, official (unnamed, described), group.
    `side` is the state or body that the actor speaks for, where the text or the lexicon tells
    (`Mike Pompeo` → `États-Unis`); a state is its own side. `roles` are the roles the text gives.
    """

    name: str
    kind: str
    side: str | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One phrase that refers to one or several actors.

    `span` is the whole noun phrase core (`le président américain Donald Trump`), `head` the index of its head
    token. `kind`: name, role, metonym, demonym, group, pronoun, clitic, demonstrative, possessive.
    `actors` are canonical names, empty where the phrase resolves to nobody; `how` says in a few words what
    resolved it, for `explain`. `place` is true where the name stands for the place (`à Washington`), not the
    actor.
    """

    span: Span
    head: int
    kind: str
    actors: tuple[str, ...]
    how: str = ""
    place: bool = False
