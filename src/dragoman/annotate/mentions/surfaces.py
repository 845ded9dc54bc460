"""A mention for each office, organ and group, and whom it refers to.

"un diplomate russe" → the actor "diplomate russe" (official); "le ministre" → the one named before.
"""

from __future__ import annotations

from dragoman.annotate.mentions.acronyms import find_acronyms
from dragoman.annotate.mentions.bodies import add_institution, add_medium, add_organ
from dragoman.annotate.mentions.bodies_again import may_take_up_body
from dragoman.annotate.mentions.descriptions import describe
from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.people import Person
from dragoman.annotate.mentions.persons_again import may_take_up
from dragoman.annotate.mentions.roles import resolve_colleague, resolve_role, role_of
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import load_sides


def add_phrases(scene: Scene) -> None:
    """A mention for each office, organ and group."""
    ordered = scene.phrases
    last_person: Person | None = None
    named = sorted((u.first, scene.people.of_unit[u.first]) for u in scene.units if u.form is None)
    cursor = reached = 0
    find_acronyms(scene)
    for phrase in ordered:
        while cursor < len(named) and named[cursor][0] < phrase.first:
            if named[cursor][1].person:
                last_person = named[cursor][1]
            cursor += 1
        _add_phrase(scene, phrase, last_person, phrase.noun <= reached)
        reached = max(reached, phrase.last)


def _add_phrase(scene: Scene, phrase: NounPhrase, before: Person | None, nested: bool) -> None:
    end = max(phrase.last, phrase.name_last)
    span = scene.span(phrase.first, end)
    head = scene.head_of(phrase)
    if phrase.layer != "offices" and phrase.noun in scene.defined:
        name = scene.know_state(scene.defined[phrase.noun])
        scene.described[phrase.phrase.lemma, phrase.plural] = name
        scene.add(head, span, "name", (name,), "its acronym follows")
    elif phrase.layer == "offices" and phrase.bound:
        names = tuple(scene.know_person(p) for p in phrase.bound)
        scene.add(head, span, "role", names, f"role: {phrase.phrase.lemma} with its name")
    elif phrase.parts:
        names = tuple(dict.fromkeys(_name_part(scene, part) for part in phrase.parts))
        scene.add(head, span, "group", names, f"one {phrase.phrase.lemma} for each state")
    elif phrase.layer == "offices" and _is_same(phrase):
        scene.sames[head] = phrase
    elif phrase.phrase.source != "fr/organs" and (known := _told_before(scene, phrase)) is not None:
        scene.add(head, span, "role" if phrase.layer == "offices" else "group", (known,), "told before")
    elif phrase.layer == "offices" and not phrase.plural:
        person = resolve_role(phrase, scene.people)
        if person is None and phrase.determiner != "poss":  # whose he is, the possessive tells
            person = resolve_colleague(phrase, scene.people, before)
        if person is not None:
            told = f"role: {phrase.phrase.lemma}" + (f" + {phrase.side}" if phrase.side else "")
            scene.add(head, span, "role", (scene.know_person(person),), told)
        elif may_take_up(phrase):
            scene.nouns[head] = phrase
        elif (
            phrase.side and phrase.phrase.lemma in load_class("fr/groups", "neighbour") and not phrase.domain
        ):
            scene.add(
                head,
                span,
                "metonym",
                (scene.know_state(phrase.side),),
                f"{phrase.phrase.lemma}: {phrase.side}",
            )
        elif phrase.phrase.group not in ("colleague",) or phrase.side:
            name = scene.know(describe(scene, phrase), "official", role_of(phrase).side)
            scene.described[phrase.phrase.lemma, phrase.plural] = name
            scene.add(head, span, "role", (name,), "role: nobody is named")
    elif phrase.layer == "organs":
        if nested and phrase.side is None:
            return
        add_organ(scene, phrase, head)
    elif may_take_up_body(phrase):
        scene.bodies[head] = phrase
    elif (body := _body_of_collective(scene, phrase)) is not None:
        scene.described[phrase.phrase.lemma, phrase.plural] = body
        scene.add(head, span, "group", (body,), f"{phrase.phrase.lemma}: {body}")
    elif phrase.phrase.group in ("medium", "firm", "body") and not phrase.plural:
        add_medium(scene, phrase, head)
    elif phrase.phrase.group == "pair" and _is_pair(scene, phrase):
        scene.pairs[head] = phrase
    elif phrase.phrase.group == "institution":
        add_institution(scene, phrase, head)
    else:
        name = scene.know(describe(scene, phrase), "group", phrase.side)
        scene.described[phrase.phrase.lemma, phrase.plural] = name
        scene.add(head, span, "group", (name,), "group, as the text names it")


def _body_of_collective(scene: Scene, phrase: NounPhrase) -> str | None:
    """`la guérilla des Farc`: the armed group or body that the collective is, by its complement."""
    side = load_sides().get(phrase.body or "")
    if phrase.phrase.group != "collective" or phrase.plural or side is None:
        return None
    return scene.know_side(side) if side.kind in phrase.phrase.entry.get("of", ()) else None


def _told_before(scene: Scene, phrase: NounPhrase) -> str | None:
    """`ces sources`, `le responsable` alone: the ones described in full before."""
    if (
        phrase.determiner not in ("def", "dem")
        or _is_some(scene, phrase)
        or phrase.domain
        or phrase.adjectives
        or phrase.side
        or phrase.number
    ):
        return None
    if (
        phrase.layer == "offices"
        and phrase.determiner == "def"
        and resolve_role(phrase, scene.people) is not None
    ):
        return None
    return scene.described.get((phrase.phrase.lemma, phrase.plural))


def _is_some(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether *des* is the plural of *un*, not *de les*: "Des militaires ont tiré"."""
    before = scene.document.tokens[scene.words.token[phrase.first - 1]]
    return scene.words.folded[phrase.first - 1] == "des" and before.pos == "DET"


def _name_part(scene: Scene, part: NounPhrase) -> str:
    """The holder of an office that two states have, else the state."""
    person = resolve_role(part, scene.people) if part.layer == "offices" else None
    return scene.know_person(person) if person is not None else scene.know_state(part.side or "")


def _is_pair(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether the two are known: "les deux pays", "Lima et Quito, deux pays voisins", not "deux pays ont"."""
    before = phrase.first - 1
    mark = scene.document.text[scene.words.start[before] : scene.words.end[before]]
    return bool(phrase.determiner) or mark == "," or scene.words.folded[before] == "tous"


def _is_same(phrase: NounPhrase) -> bool:
    """`cette source`, `le même responsable`: who spoke before, which is known once pronouns are told."""
    said = phrase.phrase.lemma in load_class("fr/groups", "said")
    bare = not (phrase.domain or phrase.adjectives or phrase.side or phrase.number)
    return bare and phrase.determiner in ("def", "dem") and (phrase.same or said)
