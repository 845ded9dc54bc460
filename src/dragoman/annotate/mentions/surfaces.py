"""From phrases and names to mentions: what each refers to and in which words.

"l'administration américaine" → États-Unis; "un diplomate russe" → the actor "diplomate russe" (official).
"""

from __future__ import annotations

from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.people import Person
from dragoman.annotate.mentions.places import is_place
from dragoman.annotate.mentions.roles import resolve_colleague, resolve_role, role_of
from dragoman.annotate.mentions.scenes import Scene
from dragoman.annotate.mentions.units import Unit
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import fold

_VOWELS = "aeiouyéèêàâîïôûhAEIOUYÉÈÊÀÂÎÏÔÛH"


def describe(scene: Scene, phrase: NounPhrase) -> str:
    """The phrase's own words without its determiner, names in full: `porte-parole d'Anne Durand`.

    A group of somebody's people names him (`proches du président` → `proches d'Anne Durand`).
    """
    words, text = scene.words, scene.document.text
    out: list[str] = []
    cursor = words.start[phrase.told]
    k = phrase.noun + 1
    while k <= phrase.last:
        name, last = _name_at(scene, phrase, k)
        if name is None or words.start[k] < cursor:
            k += 1
            continue
        out += [_before_name(text[cursor : words.start[k]], name), name]
        cursor = words.end[last]
        k = last + 1
    out.append(text[cursor : words.end[phrase.last]] if cursor < words.end[phrase.last] else "")
    whole = " ".join("".join(out).split())
    if phrase.phrase.group == "institution" or whole[:2].isupper():
        return whole
    return whole[:1].lower() + whole[1:]


def _name_at(scene: Scene, phrase: NounPhrase, k: int) -> tuple[str | None, int]:
    """The canonical name of the person that word `k` begins to name or to describe, and its last word."""
    person = scene.people.of_unit.get(k)
    if person is not None and person.person:
        before = scene.words.folded[k - 1]
        if before in ("de", "d") or before in load_class("fr/capitals", "title"):
            return person.name, next(u.last for u in person.units if u.first == k)
    nested = scene.phrase_at.get(k)
    if nested is not None and phrase.layer == "groups" and nested.layer == "offices" and not nested.bound:
        holder = resolve_role(nested, scene.people)
        if holder is not None and nested.last <= phrase.last:
            return holder.name, nested.last
    return None, k


def _before_name(before: str, name: str) -> str:
    """What stands before the name, its title and article dropped, *de* elided where it must be."""
    for title in ("M. ", "Mme ", "MM. ", "la ", "l'", "l’", "le "):
        before = before.removesuffix(title)
    stem = before.rstrip()
    for preposition in (" de", " d'", " d’", " du"):
        if stem.endswith(preposition):
            return stem.removesuffix(preposition) + " " + with_of(name).removesuffix(name)
    return before


def with_of(name: str) -> str:
    """The name after *de*: `d'Anne Durand`, `de Paul Duval`."""
    return ("d'" if name[:1] in _VOWELS else "de ") + name


def add_phrases(scene: Scene) -> None:
    """A mention for each office, organ and group."""
    ordered = scene.phrases
    last_person: Person | None = None
    named = sorted((u.first, scene.people.of_unit[u.first]) for u in scene.units if u.form is None)
    cursor = 0
    for phrase in ordered:
        while cursor < len(named) and named[cursor][0] < phrase.first:
            if named[cursor][1].person:
                last_person = named[cursor][1]
            cursor += 1
        _add_phrase(scene, phrase, last_person)


def _add_phrase(scene: Scene, phrase: NounPhrase, before: Person | None) -> None:
    end = max(phrase.last, phrase.name_last)
    span = scene.span(phrase.first, end)
    head = scene.roots(phrase.noun, phrase.noun + len(phrase.phrase.words) - 1)[0]
    if phrase.layer == "offices" and phrase.bound:
        names = tuple(scene.know_person(p) for p in phrase.bound)
        scene.add(head, span, "role", names, f"role: {phrase.phrase.lemma} with its name")
    elif phrase.phrase.source != "fr/organs" and (known := _told_before(scene, phrase)) is not None:
        scene.add(head, span, "role" if phrase.layer == "offices" else "group", (known,), "told before")
    elif phrase.layer == "offices" and not phrase.plural:
        person = resolve_role(phrase, scene.people) or resolve_colleague(phrase, scene.people, before)
        if person is not None:
            told = f"role: {phrase.phrase.lemma}" + (f" + {phrase.side}" if phrase.side else "")
            scene.add(head, span, "role", (scene.know_person(person),), told)
        elif phrase.phrase.group not in ("colleague",) or phrase.side:
            name = scene.know(describe(scene, phrase), "official", role_of(phrase).side)
            scene.described[phrase.phrase.lemma, phrase.plural] = name
            scene.add(head, span, "role", (name,), "role: nobody is named")
    elif phrase.layer == "organs":
        _add_organ(scene, phrase, head)
    elif phrase.phrase.group == "medium":
        _add_medium(scene, phrase, head)
    elif phrase.phrase.group == "institution":
        _add_institution(scene, phrase, head)
    elif phrase.phrase.group != "pair":
        name = scene.know(describe(scene, phrase), "group", phrase.side)
        scene.described[phrase.phrase.lemma, phrase.plural] = name
        scene.add(head, span, "group", (name,), "group, as the text names it")


def _told_before(scene: Scene, phrase: NounPhrase) -> str | None:
    """`ces sources`, `le responsable` alone: the ones described in full before."""
    if (
        phrase.determiner not in ("def", "dem")
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


def _add_medium(scene: Scene, phrase: NounPhrase, head: int) -> None:
    """`l'agence KCNA` is KCNA; `l'agence` is the medium named last before."""
    span = scene.span(phrase.first, phrase.last)
    if phrase.body is not None:
        scene.add(head, span, "role", (scene.know_state(phrase.body),), f"medium: {phrase.body}")
        return
    if phrase.plural or phrase.determiner not in ("def", "dem"):
        return
    for unit in reversed(scene.units):
        if unit.first < phrase.first and unit.form is not None and unit.form.side.kind == "media":
            if phrase.side in (None, unit.form.side.side):
                scene.add(head, span, "role", (scene.know_side(unit.form.side),), "the medium named before")
            return


def _add_institution(scene: Scene, phrase: NounPhrase, head: int) -> None:
    """A body by its own name; one that is named in short is the fuller one of the article."""
    name = describe(scene, phrase)
    start = fold(name)
    if phrase.last == phrase.noun + len(phrase.phrase.words) - 1:
        fuller = [
            n for n, a in scene.actors.items() if a.kind == "organisation" and fold(n).startswith(start + " ")
        ]
        fuller += [
            u.form.side.name for u in scene.units if u.form and fold(u.form.side.name).startswith(start + " ")
        ]
        name = fuller[-1] if fuller else name
    scene.know_state(name)
    scene.add(head, scene.span(phrase.first, phrase.last), "name", (name,), "body")


def _add_organ(scene: Scene, phrase: NounPhrase, head: int) -> None:
    span = scene.span(phrase.first, phrase.last)
    side = phrase.side or (phrase.owner.side if phrase.owner is not None else None)
    if side is not None and phrase.phrase.lemma not in ("camp", "pays"):
        name = scene.know_state(side)
        scene.add(head, span, "metonym", (name,), f"organ: {phrase.phrase.lemma} + {side}")
        return
    state = _nearest_state(scene, phrase) if not phrase.domain or phrase.phrase.lemma == "ministère" else None
    if state is not None and not phrase.adjectives and phrase.phrase.lemma not in ("camp", "côté", "partie"):
        scene.add(head, span, "metonym", (scene.know_state(state),), f"organ of the nearest state: {state}")
        return
    name = scene.know(describe(scene, phrase), "organisation", None)
    scene.add(head, span, "group", (name,), "organ without a state")


def _nearest_state(scene: Scene, phrase: NounPhrase) -> str | None:
    nearest = None
    for unit in scene.units:
        if unit.first > phrase.first and nearest is not None:
            break
        if unit.form is not None and unit.form.side.kind == "state":
            nearest = unit.form.side.name
        elif unit.form is None and scene.people.of_unit[unit.first].side:
            nearest = scene.people.of_unit[unit.first].side
    return nearest


def add_names(scene: Scene) -> None:
    """A mention for each name, state, body and demonym that no phrase has claimed."""
    inside: set[int] = set()
    for phrase in scene.phrases:
        inside.update(range(phrase.noun, max(phrase.last, phrase.name_last) + 1))
    for unit in scene.units:
        if unit.form is None:
            _add_name(scene, unit)
        elif unit.form.use == "demonym":
            _add_demonym(scene, unit, unit.first in inside)
        else:
            _add_form(scene, unit)


def _add_name(scene: Scene, unit: Unit) -> None:
    person = scene.people.of_unit[unit.first]
    first = unit.first
    if unit.titled:
        first -= 1 if scene.words.folded[first - 1] else 2
    actors: tuple[str, ...] = ()
    place = not person.person and (
        unit.after_place or (len(unit.words) == 1 and _only_complement(scene, person))
    )
    if not place:
        actors = (scene.know_person(person),)
    for head in scene.roots(first, unit.last):
        scene.add(head, scene.span(first, unit.last), "name", actors, "name", place)


def _only_complement(scene: Scene, person: Person) -> bool:
    """Whether an unknown name never stands but after a preposition: a place or a thing, no actor."""
    before = ("de", "d", "a", "en", "du", "dans", "des", "au", "aux", "vers", "sur", "par", "pour", "pres")
    return all(scene.words.folded[u.first - 1] in before for u in person.units)


def _add_form(scene: Scene, unit: Unit) -> None:
    form = unit.form
    assert form is not None
    name = scene.know_side(form.side)
    kind = "metonym" if form.use in ("capital", "seat") else "name"
    roots = scene.roots(unit.first, unit.last)
    place = is_place(scene.document, scene.words, unit, scene.document.tokens[roots[0]])
    how = f"{form.use} of {name}" if kind == "metonym" else form.use
    for head in roots:
        scene.add(head, scene.span(unit.first, unit.last), kind, (name,), how, place)


def _add_demonym(scene: Scene, unit: Unit, nested: bool) -> None:
    form = unit.form
    assert form is not None
    words = scene.words
    head = scene.roots(unit.first, unit.last)[0]
    token = scene.document.tokens[head]
    before = words.folded[unit.first - 1]
    noun = (words.capital(unit.first) and bool(before)) or token.pos in ("NOUN", "PROPN")
    noun = noun and before in (
        "le",
        "la",
        "l",
        "les",
        "des",
        "aux",
        "au",
        "du",
        "ces",
        "un",
        "une",
        "deux",
        "trois",
    )
    if noun and before in ("le", "la", "l", "au", "du") and not form.plural:
        fits = [
            p for p in scene.people.persons if p.side == form.side.name and p.gender in (None, form.gender)
        ]
        earlier = [p for p in fits if p.units[0].first < unit.first]
        if earlier:
            person = max(earlier, key=lambda p: max(u.first for u in p.units if u.first < unit.first))
            scene.add(
                head,
                scene.span(unit.first - 1, unit.last),
                "demonym",
                (scene.know_person(person),),
                f"the person of {form.side.name}",
            )
        return
    if noun:
        name = scene.know_side(form.side)
        scene.add(head, scene.span(unit.first - 1, unit.last), "demonym", (name,), "demonym")
    elif not nested:
        name = scene.know_side(form.side)
        scene.add(head, scene.span(unit.first, unit.last), "demonym", (name,), "adjective")
