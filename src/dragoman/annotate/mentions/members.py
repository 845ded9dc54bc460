"""Whose people somebody is of whom the text says no name: the description with its possessive told, one of several.

"un membre de son entourage" after Duval → `membre de l'entourage de Duval`; "une porte-parole de l'institution" after
the IMF → `porte-parole du FMI`; "l'un de ses conseillers" → `conseiller de Duval`, and with a name after it him who is
named.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.annotate.mentions.descriptions import elides, with_of
from dragoman.annotate.mentions.grounds import Ground
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.phrases import singular
from dragoman.lexicon.prepositions import of_body
from dragoman.model.actors import Mention

# *de* with the article that stands for the possessive.
_OF = {"son": "du ", "sa": "de la ", "ses": "des "}
_OWNED = re.compile(r" de (son|sa|ses) (.+)$")
_ONES = ("un", "une")


def tell_owners(scene: Scene) -> None:
    """Name in full those whose description has a possessive of a person, or takes up a body named before."""
    for head, mention in list(scene.mentions.items()):
        actor = scene.actors.get(mention.actors[0]) if len(mention.actors) == 1 else None
        if mention.kind != "role" or actor is None or actor.kind != "official" or " de " not in actor.name:
            continue
        inside = [
            m for m in scene.mentions.values() if m.head != head and mention.span.holds(m.span) and m.actors
        ]
        found = _of_person(scene, actor.name, inside) or _of_body(scene, actor.name, inside)
        if found is not None:
            name, owner = found
            known = scene.know(name, "official", scene.actors[owner].side)
            scene.mentions[head] = replace(mention, actors=(known,), how=f"of {owner}")


def _of_person(scene: Scene, told: str, inside: list[Mention]) -> tuple[str, str] | None:
    """`membre de son entourage` with the person whose it is in place of the possessive, and that person."""
    own = _OWNED.search(told)
    owner = next((m.actors[0] for m in inside if m.kind == "possessive"), None)
    if own is None or owner is None or scene.actors[owner].kind != "person":
        return None
    of = "de l'" if own[1] == "son" and elides(own[2]) else _OF[own[1]]
    return f"{told[: own.start()]} {of}{own[2]} {with_of(owner)}", owner


def _of_body(scene: Scene, told: str, inside: list[Mention]) -> tuple[str, str] | None:
    """`porte-parole de l'institution` with the name of the body that is taken up, and the body."""
    for m in inside:
        surface = f" de {m.span.of(scene.document.text)}"
        body = of_body(m.actors[0]) if m.kind == "role" and told.endswith(surface) else None
        if body is not None:
            return f"{told.removesuffix(surface)} {body}", m.actors[0]
    return None


def tell_ones(scene: Scene) -> None:
    """A mention for each "l'un de ses conseillers", "une des avocates de Duval": one of the people described, or
    whose name is put after them."""
    words, ground = scene.words, Ground(scene.document, scene.words, scene.units, scene.people)
    for phrase in scene.phrases:
        many = scene.mentions.get(scene.head_of(phrase))
        one = phrase.first - 2
        if not phrase.plural or many is None or many.kind != "group" or len(many.actors) != 1 or one < 0:
            continue
        group = scene.actors[many.actors[0]]
        if (
            words.folded[one] not in _ONES
            or words.folded[one + 1] not in ("de", "des", "d")
            or group.kind != "group"
        ):
            continue
        head = words.token[one]
        if head in scene.mentions:
            continue
        person = ground.whose_name(phrase.last + 2) if ground.is_comma(phrase.last + 1) else None
        name = (
            scene.know_person(person)
            if person is not None
            else scene.know(_one_of(group.name), "official", group.side)
        )
        span = scene.span(one, phrase.last)
        scene.mentions[head] = Mention(
            span=span, head=head, kind="role", actors=(name,), how=f"one of {group.name}"
        )


def _one_of(plural: str) -> str:
    """`proches conseillers de Duval` → `proche conseiller de Duval`."""
    people, of, rest = (
        re.split(r"( d['’]| de | du | des )", plural, maxsplit=1) if " d" in plural else (plural, "", "")
    )
    return " ".join(w if w.endswith("eux") else singular(w) for w in people.split()) + of + rest
