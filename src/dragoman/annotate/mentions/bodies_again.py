"""Bodies taken up by what they are: "L'OMC a tranché. L'organisation donne raison à Lima." → OMC.

The noun's entry in lexicon/fr/groups.yaml tells of which kinds (`of`) it is said.
"""

from __future__ import annotations

from functools import cache

from dragoman.annotate.mentions.antecedents import REACH, Fit
from dragoman.annotate.mentions.bodies import find_medium
from dragoman.annotate.mentions.candidates import Candidate
from dragoman.annotate.mentions.descriptions import describe
from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import fold, load_forms, words_of
from dragoman.model.actors import Mention
from dragoman.model.documents import Token

# What a candidate's standing weighs: its name or an earlier phrase has the noun, it acts, it is of the state told.
_CALLED, _ACTS, _OURS, _PER_SENTENCE = 3.0, 1.0, 1.5, 0.7


def may_take_up_body(phrase: NounPhrase) -> bool:
    """Whether the noun may be another word for a body named before."""
    if phrase.plural or phrase.determiner not in ("def", "dem") or not phrase.phrase.entry.get("of"):
        return False
    told = phrase.domain or phrase.body or phrase.owner is not None or phrase.bound
    return not told and not (phrase.adjectives and phrase.phrase.lemma == "parti")


@cache
def _words_of_names() -> dict[str, frozenset[str]]:
    """The folded words of the names of each body, up to a complement: AIEA has *agence*."""
    out: dict[str, set[str]] = {}
    for form in load_forms():
        words = list(map(fold, words_of(form.text)))
        end = next(
            (n for n, word in enumerate(words) if word in ("de", "d", "du", "des", "pour")), len(words)
        )
        out.setdefault(form.side.name, set()).update(words[:end])
    return {name: frozenset(words) for name, words in out.items()}


def add_body(scene: Scene, fit: Fit, candidates: list[Candidate], token: Token) -> Mention | None:
    """Add the mention of the noun at `token`: the body named before, else what it says itself, else none."""
    phrase = scene.bodies[token.i]
    span = scene.span(phrase.first, phrase.last)
    found = _find(scene, fit, phrase, candidates, token) or find_medium(scene, phrase, token)
    kind, how = "role", f"the {phrase.phrase.lemma} named before"
    if found is None and phrase.phrase.group == "collective":
        key = (phrase.phrase.lemma, phrase.plural)
        bare = not phrase.adjectives and phrase.side is None
        found = (scene.described.get(key) if bare else None) or scene.know(
            describe(scene, phrase), "group", phrase.side
        )
        scene.described[key] = found
        kind, how = "group", "group, as the text names it"
    if found is None:
        return None
    mention = Mention(span=span, head=token.i, kind=kind, actors=(found,), how=how)
    scene.mentions[token.i] = mention
    return mention


def _find(
    scene: Scene, fit: Fit, phrase: NounPhrase, candidates: list[Candidate], token: Token
) -> str | None:
    noun = fold(phrase.phrase.lemma).split(" ")[0]
    kinds = phrase.phrase.entry["of"]
    if noun in load_class("fr/groups", "abstract") and not token.dep.startswith("nsubj"):
        return None
    kindred = load_class("fr/groups", "kindred")
    best, found = 0.0, None
    for candidate in reversed(candidates):
        distance = fit.distance(candidate, token)
        if distance > 2 * REACH:
            break
        if len(candidate.actors) != 1 or candidate.token.i >= token.i:
            continue
        name = candidate.actors[0]
        actor = scene.actors.get(name)
        if actor is None or actor.kind not in kinds:
            continue
        if phrase.side and actor.side and actor.side != phrase.side:
            continue
        words = _words_of_names().get(name, frozenset()) | scene.called.get(name, set())
        called = noun in words or (noun in kindred and bool(words & kindred))
        if distance > REACH and not called:
            continue
        listed = name in _words_of_names() or called
        score = 2.0 - _PER_SENTENCE * distance + _CALLED * called + _ACTS * candidate.subject
        score += _OURS * bool(phrase.side and actor.side == phrase.side) - 1.5 * (not listed)
        if score > best:
            best, found = score, name
    return found
