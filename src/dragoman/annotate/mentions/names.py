"""A mention for each name, state, body and demonym.

"les Américains" → États-Unis; "à Lima" → place; "M. Duval" → Paul Duval.
"""

from __future__ import annotations

from functools import cache

from dragoman.annotate.mentions.people import Person
from dragoman.annotate.mentions.places import is_place
from dragoman.annotate.mentions.scenes import Scene
from dragoman.annotate.mentions.units import Unit
from dragoman.lexicon import load_yaml
from dragoman.lexicon.sides import Side, fold, load_sides


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


def add_halves(scene: Scene) -> None:
    """`le Nord`, `le Sud`: the state of the article whose name ends so (`Corée du Nord`)."""
    words = scene.words
    halves = scene.halves
    inside = {k for u in scene.units for k in range(u.first, u.last + 1)} if halves else set()
    for k in range(1, len(words.folded)) if halves else ():
        if k in inside:
            continue
        if (
            words.text[k] in ("Nord", "Sud")
            and words.folded[k] in halves
            and words.folded[k - 1] in ("le", "du", "au")
        ):
            side = halves[words.folded[k]]
            for head in scene.roots(k, k):
                scene.add(head, scene.span(k, k), "name", (scene.know_side(side),), f"half: {side.name}")


def _add_name(scene: Scene, unit: Unit) -> None:
    person = scene.people.of_unit[unit.first]
    first = unit.first
    if unit.titled and scene.words.folded[first - 1] != "et":
        first -= 1 if scene.words.folded[first - 1] else 2
    actors: tuple[str, ...] = ()
    if len(unit.words) == 2 and "-" in unit.text and " " not in unit.text:
        # "le sommet Duval-Ruiz": two persons joined
        two = [scene.by_family.get(word) for word in unit.words]
        if two[0] is not None and two[1] is not None and two[0] is not two[1]:
            names = tuple(scene.know_person(p) for p in two if p is not None)
            head = scene.roots(unit.first, unit.last)[0]
            scene.add(head, scene.span(unit.first, unit.last), "name", names, "two names joined")
            return
    place = not person.person and (
        person.place or unit.placed or (len(unit.words) == 1 and _only_complement(scene, person))
    )
    if not place:
        actors = (scene.know_person(person),)
    roots = scene.roots(first, unit.last)
    for head in roots[:1] if place else roots:
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


def _named_just_before(scene: Scene, unit: Unit, gender: str) -> list[Person]:
    """The persons of this gender named in the fifty words before, for want of one known to be of that state."""
    return [
        p
        for p in scene.people.persons
        if p.person and p.gender == gender and any(0 < unit.first - u.first < 50 for u in p.units)
    ]


def _add_demonym(scene: Scene, unit: Unit, nested: bool) -> None:
    form = unit.form
    assert form is not None
    words = scene.words
    head = scene.roots(unit.first, unit.last)[0]
    token = scene.document.tokens[head]
    before = words.folded[unit.first - 1]
    noun = (words.capital[unit.first] and bool(before)) or token.pos in ("NOUN", "PROPN")
    follows = scene.unit_at.get(unit.last + 1)
    if noun and follows is not None and follows.form is None and not form.plural:
        person = scene.people.of_unit[follows.first]
        span = scene.span(unit.first - 1, follows.last)
        scene.add(head, span, "demonym", (scene.know_person(person),), "demonym with its name")
        return
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
        earlier = earlier or _named_just_before(scene, unit, form.gender)
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
        half = _half(scene, unit)
        both = (scene.know_side(half), name) if half else (name,)
        scene.add(head, scene.span(unit.first - (half is not None), unit.last), "demonym", both, "adjective")


def _half(scene: Scene, unit: Unit) -> Side | None:
    """The state of the first half of "franco-allemand"."""
    words = scene.words
    before = unit.first - 1
    if words.token[before] != words.token[unit.first] or before not in range(len(words.folded)):
        return None
    return _halves().get(words.folded[before])


@cache
def _halves() -> dict[str, Side]:
    sides = load_sides()
    return {fold(e["form"]): sides[e["member"]] for e in load_yaml("fr/half_demonyms")}
