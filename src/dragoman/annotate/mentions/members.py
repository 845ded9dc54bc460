"""Whose people somebody is of whom the text says no name: the description with its possessive told, one of several.

"un membre de son entourage" after Duval → `membre de l'entourage de Duval`; "l'un de ses conseillers" → `conseiller de
Duval`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.annotate.mentions.descriptions import with_of
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.phrases import singular
from dragoman.model.actors import Mention

# *de* with the article that stands for the possessive.
_OF = {"son": "du ", "sa": "de la ", "ses": "des "}
_OWNED = re.compile(r" de (son|sa|ses) (.+)$")
_VOWEL = re.compile(r"[aeiouyéèêàâîïôûh]", re.I)
_ONES = ("un", "une")


def tell_owners(scene: Scene) -> None:
    """Name in full those whose description has a possessive of a person, once possessives are told."""
    owners = {
        m.span.start: m.actors[0] for m in scene.mentions.values() if m.kind == "possessive" and m.actors
    }
    for head, mention in list(scene.mentions.items()):
        actor = scene.actors.get(mention.actors[0]) if len(mention.actors) == 1 else None
        if mention.kind != "role" or actor is None or actor.kind != "official":
            continue
        told = _OWNED.search(actor.name)
        owner = next(
            (owners[at] for at in sorted(owners) if mention.span.start < at < mention.span.end), None
        )
        if told is None or owner is None or scene.actors[owner].kind != "person":
            continue
        of = "de l'" if told[1] == "son" and _VOWEL.match(told[2]) else _OF[told[1]]
        name = f"{actor.name[: told.start()]} {of}{told[2]} {with_of(owner)}"
        known = scene.know(name, "official", scene.actors[owner].side)
        scene.mentions[head] = replace(mention, actors=(known,), how=f"of {owner}")


def tell_ones(scene: Scene) -> None:
    """A mention for each "l'un de ses conseillers", "une des avocates de Duval": one of the people described."""
    words = scene.words
    for phrase in scene.phrases:
        many = scene.mentions.get(scene.roots(phrase.noun, phrase.noun)[0])
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
        name = scene.know(_one_of(group.name), "official", group.side)
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
