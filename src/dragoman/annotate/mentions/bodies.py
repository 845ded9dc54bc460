"""Organs that are their state, media and firms by the noun before their name, institutions.

"l'administration américaine" → États-Unis; "l'agence KCNA" → KCNA; "la Cour suprême" → itself.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from dragoman.annotate.mentions.descriptions import describe
from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.roles import HOME, resolve_role
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.origins import fits_state
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import fold, load_forms, load_sides, words_of
from dragoman.model.documents import Token


def _only_body(scene: Scene, noun: str) -> str | None:
    """The one body that the noun begins to name, of the sides that the article names: "la Commission" of the UE."""
    sides = {u.form.side.name for u in scene.units if u.form is not None}
    fits = [
        name for name, words in first_words().items() if noun in words and load_sides()[name].side in sides
    ]
    if len(fits) != 1 or (HOME in sides and load_sides()[fits[0]].side != HOME and noun in _AT_HOME):
        return None
    return fits[0]


@cache
def first_words() -> dict[str, frozenset[str]]:
    """The folded words that the names of several words of each body begin with: OTAN is an *alliance* too."""
    out: dict[str, set[str]] = {}
    for form in load_forms():
        words = words_of(form.text)
        if form.use == "name" and form.side.kind in ("organisation", "armed_group") and len(words) > 1:
            out.setdefault(form.side.name, set()).add(fold(words[0]))
    return {name: frozenset(words) for name, words in out.items()}


# bodies that France has too
_AT_HOME = ("parlement", "senat", "assemblee", "conseil", "parti", "front", "cour")
# how many states back one that acted is looked for
_BACK = 4


def add_organ(scene: Scene, phrase: NounPhrase, head: int) -> None:
    span = scene.span(phrase.first, phrase.last)
    if phrase.determiner == "poss":
        scene.possessed.add(head)
    if phrase.phrase.group == "weak" and phrase.side is None:
        # "une partie de l'entourage"
        return
    side = (
        phrase.side
        or _side_of_seat(scene, phrase)
        or (phrase.owner.side if phrase.owner is not None else None)
        or phrase.body
    )
    side = (
        side
        or _side_of_stage(scene, phrase)
        or _side_of_half(scene, phrase)
        or _side_of_head(scene, phrase)
        or _side_of_name(scene, phrase)
    )
    if side is not None and phrase.phrase.lemma not in ("camp", "pays"):
        name = scene.know_state(side)
        scene.described[phrase.phrase.lemma, phrase.plural] = name
        scene.add(head, span, "metonym", (name,), f"organ: {phrase.phrase.lemma} + {side}")
        return
    bare = phrase.determiner in ("def", "dem") or head in scene.possessed or phrase.domain
    if not bare or phrase.phrase.lemma == "autorité":
        # "un nouveau gouvernement" does not act yet
        return
    if not phrase.domain and scene.words.folded[phrase.first] in load_class("fr/determiners", "ours"):
        # whose "notre pays" is, the quotation's speaker tells
        return
    state = (
        scene.described.get((phrase.phrase.lemma, phrase.plural))
        or _side_of_holder(scene, phrase)
        or _nearest_state(scene, phrase)
        if not phrase.domain or phrase.phrase.lemma == "ministère"
        else None
    )
    loose = fold(phrase.phrase.lemma) in load_class("fr/organs", "loose")
    if state is not None and (loose or not phrase.adjectives) and phrase.phrase.lemma != "camp":
        if not phrase.adjectives and phrase.phrase.lemma not in ("pays", "régime"):
            scene.described.setdefault((phrase.phrase.lemma, phrase.plural), state)
        scene.add(head, span, "metonym", (scene.know_state(state),), f"organ of the nearest state: {state}")
        return
    name = scene.know(describe(scene, phrase), "organisation", None)
    scene.add(head, span, "group", (name,), "organ without a state")


def _side_of_head(scene: Scene, phrase: NounPhrase) -> str | None:
    """The side of the office in the complement: "le gouvernement du président Duval"."""
    for k in range(phrase.noun + 1, phrase.last + 1):
        nested = scene.phrase_at.get(k)
        if nested is not None and nested.layer == "offices":
            holder = nested.bound[0] if nested.bound else resolve_role(nested, scene.people)
            return nested.side or (holder.side if holder is not None else None)
    return None


def _side_of_seat(scene: Scene, phrase: NounPhrase) -> str | None:
    """`le ministère à Berlin`: the state whose capital it is."""
    unit = scene.unit_at.get(phrase.last + 2)
    if unit is None or unit.form is None or unit.form.use != "capital":
        return None
    return unit.form.side.side if scene.words.folded[phrase.last + 1] == "a" else None


def _side_of_stage(scene: Scene, phrase: NounPhrase) -> str | None:
    """ "A Oslo, le gouvernement", "a réagi à Oslo le ministère": the state whose capital opens the sentence, or stands
    right before."""
    words, begin = scene.words, scene.document.sentences[phrase.sent].span.start
    for unit in scene.units[bisect_left(scene.units, begin, key=lambda u: words.start[u.first]) :]:
        if unit.first >= phrase.first:
            return None
        form = unit.form
        if form is None or form.use != "capital" or words.folded[unit.first - 1] != "a":
            continue
        opening = begin >= words.start[unit.first - 1] - 2
        comma = scene.document.text[words.start[unit.last + 1] : words.end[unit.last + 1]] == ","
        if (opening and comma) or unit.last + 1 == phrase.first:
            return form.side.side
    return None


def _side_of_holder(scene: Scene, phrase: NounPhrase) -> str | None:
    """`la présidence` after "le président chilien": the state of the last one told of who holds such an office."""
    offices = load_class("fr/determiners", f"holder of {phrase.phrase.lemma}")
    if not offices:
        return None
    for other in reversed(scene.phrases):
        if other.first < phrase.first and other.layer == "offices" and fold(other.phrase.lemma) in offices:
            side = other.side or next((p.side for p in other.bound if p.side), None)
            if side is not None:
                return side
    return None


def _side_of_half(scene: Scene, phrase: NounPhrase) -> str | None:
    """`les autorités du Nord`: those of the state of the article whose name ends so."""
    for k in range(phrase.noun + 1, phrase.last + 1):
        if scene.words.text[k] in ("Nord", "Sud") and scene.words.folded[k] in scene.halves:
            return scene.halves[scene.words.folded[k]].name
    return None


def _side_of_name(scene: Scene, phrase: NounPhrase) -> str | None:
    """`le régime de Bachar el-Tarvik`: the one state of the article whose people bear such names."""
    if phrase.owner is None or not phrase.owner.person:
        return None
    fits = {side for _, side in scene.states if fits_state(phrase.owner.words, side) > 0}
    return fits.pop() if len(fits) == 1 else None


def _nearest_state(scene: Scene, phrase: NounPhrase) -> str | None:
    """The state or side named last before the phrase, else the first one after; one that only an adjective
    names ("un rapport chilien") for want of another."""
    named = scene.states or scene.adjectives or scene.placed
    if phrase.phrase.lemma == "régime" and not phrase.adjectives:
        # "la province syrienne, où le régime avance"
        named = sorted((*scene.states, *scene.adjectives))
    k = bisect_left(named, (phrase.first, ""))
    if not named:
        return None
    if phrase.adjectives:
        # "le régime reclus" is another word for who acted just before; as an object, for another than who acts
        words, tokens = scene.words, scene.document.tokens
        acts = tokens[words.token[phrase.noun]].dep.startswith("nsubj")
        for first, side in reversed(named[max(0, k - _BACK) : k]):
            token = tokens[words.token[first]]
            if token.dep.startswith("nsubj") if acts else not _acts_in(scene, phrase.sent, side):
                return side
    return named[k - 1][1] if k else named[0][1]


def _acts_in(scene: Scene, sent: int, side: str) -> bool:
    """Whether the state, or who speaks for it, is a subject of the sentence."""
    words, tokens = scene.words, scene.document.tokens
    near = (tokens[words.token[first]] for first, named in scene.states if named == side)
    return any(t.sent == sent and t.dep.startswith("nsubj") for t in near)


def add_medium(scene: Scene, phrase: NounPhrase, head: int) -> None:
    """`l'agence KCNA` is KCNA; `l'agence` is the medium, `l'entreprise` the body, named last before."""
    span = scene.span(phrase.first, max(phrase.last, phrase.name_last))
    if phrase.bound or phrase.body is not None:
        for person in phrase.bound:
            person.person = False
        name = scene.know_person(phrase.bound[0]) if phrase.bound else scene.know_state(phrase.body or "")
        scene.called.setdefault(name, set()).add(fold(phrase.phrase.lemma))
        scene.add(head, span, "role", (name,), f"{phrase.phrase.lemma}: {name}")
        return
    if phrase.determiner not in ("def", "dem"):
        return
    if phrase.domain:
        scene.add(head, span, "group", (scene.know(describe(scene, phrase), "group", phrase.side),), "firm")
        return


def find_medium(scene: Scene, phrase: NounPhrase, token: Token) -> str | None:
    """The medium or the firm named last before; None for another noun."""
    if fold(phrase.phrase.lemma) in load_class("fr/groups", "abstract") and not token.dep.startswith("nsubj"):
        return None
    if phrase.phrase.group == "medium":
        return _last_medium(scene, phrase)
    return _most_named_body(scene, phrase) if phrase.phrase.group == "firm" else None


def _last_medium(scene: Scene, phrase: NounPhrase) -> str | None:
    for first, side in reversed(scene.media):
        if first < phrase.first and phrase.side in (None, side.side):
            return scene.know_side(side)
    return None


def _most_named_body(scene: Scene, phrase: NounPhrase) -> str | None:
    """The name, not a person's, that the text has told most often so far."""
    bodies = [
        p for p in scene.people.persons
        if not p.person and not p.place and p.units[0].first < phrase.first and not p.units[0].placed
    ]  # fmt: skip
    if not bodies:
        return None
    return scene.know_person(max(bodies, key=lambda p: (len(p.units), p.units[0].first)))


def add_institution(scene: Scene, phrase: NounPhrase, head: int) -> None:
    """A body by its own name; one that is named in short is the fuller one of the article."""
    name = describe(scene, phrase)
    start = fold(name)
    if phrase.last == phrase.noun + len(phrase.phrase.words) - 1:
        fuller = [
            n for n, a in scene.actors.items() if a.kind == "organisation" and fold(n).startswith(start + " ")
        ]
        fuller += [
            u.form.side.name
            for u in scene.units
            if u.form and start in first_words().get(u.form.side.name, ())
        ]
        name = fuller[-1] if fuller else _only_body(scene, start) or name
    scene.know_state(name)
    scene.add(head, scene.span(phrase.first, phrase.last), "name", (name,), "body")
