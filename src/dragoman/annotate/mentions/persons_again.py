"""Persons taken up by a noun that says something new of them: "Hugo Blanc est là. L'acteur a souri."

A definite noun without a holder in the article is one of the persons spoken of just before, by the same weights
as a pronoun; where none may be, it is somebody whom the article does not name.
"""

from __future__ import annotations

from dragoman.annotate.mentions.antecedents import Anaphor
from dragoman.annotate.mentions.candidates import Candidate, speaks
from dragoman.annotate.mentions.descriptions import describe
from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.roles import TOP, role_of
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.sides import load_sides
from dragoman.model.actors import Mention
from dragoman.model.documents import Token

# Offices that the press tells with their holder's name, once: a noun of these takes up nobody of another.
_OFFICES = frozenset((*TOP, "diplomacy", "minister", "spokesperson", "vice", "envoy", "adviser", "lawmaker"))
_NEVER = frozenset(
    ("diplomacy", "minister", "spokesperson", "vice", "membership", "colleague", "kin", "justice")
)
_FIGURES = ("homme fort", "numéro un", "maître", "patron")
# What takes up somebody with an adjective too: "la responsable syndicale".
_QUALIFIED = frozenset(("director", "opponent", "envoy", "lawmaker", "expert"))
# The offices that one told of by a noun of another class may hold; a citizen may hold any.
_MAY_HOLD = {
    "director": frozenset(("diplomacy", "minister", "adviser", "envoy", "spokesperson", "lawmaker")),
    "envoy": frozenset(("diplomacy", "minister", "adviser", "envoy")),
    "lawmaker": frozenset(("leader",)),
    "opponent": frozenset(("leader", "lawmaker")),
    "soldier": frozenset(("leader",)),
    "leader": frozenset((*TOP, "envoy", "adviser", "lawmaker")),
}


def may_take_up(phrase: NounPhrase) -> bool:
    """Whether the noun may be another word for somebody named before."""
    if phrase.determiner not in ("def", "dem") or phrase.plural:
        return False
    group = phrase.phrase.group
    if phrase.former and group not in ("colleague", "kin"):
        return True
    if phrase.nested:
        return False
    if group in _NEVER or phrase.body or (phrase.owner is not None and phrase.owner.person):
        return False
    if phrase.owner is not None:
        # "l'interprète d'Ostara": of a work
        return group == "citizen"
    if group == "leader":
        return not phrase.domain or phrase.phrase.lemma in _FIGURES
    if group in TOP:
        return phrase.side is None and not phrase.domain and len(phrase.phrase.words) == 1
    return group == "citizen" or not (phrase.domain or (phrase.adjectives and group not in _QUALIFIED))


def read_noun(scene: Scene, token: Token, phrase: NounPhrase) -> Anaphor:
    """The noun as the weights see it."""
    document = scene.document
    gender = None if phrase.feminine is None else "f" if phrase.feminine else "m"
    quoted = document.quote_at(token.start) is not None
    speech = not quoted and speaks(document, token)
    return Anaphor(token, "role", gender, False, False, speech, quoted)


def fitting(scene: Scene, phrase: NounPhrase, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that the noun may tell of: persons whose office and state do not speak against it."""
    out = []
    wanted = role_of(phrase)
    for candidate in candidates:
        person = scene.person_of.get(candidate.actors[0]) if len(candidate.actors) == 1 else None
        if person is None or not person.person or candidate.token.i >= phrase_token(scene, phrase):
            continue
        elsewhere = _is_state(person.side) and person.side != wanted.side
        if wanted.side and elsewhere:
            continue
        held = {role.group for role in person.roles} & _OFFICES
        if (
            wanted.group != "citizen"
            and not wanted.former
            and held - _MAY_HOLD.get(wanted.group, frozenset())
        ):
            continue
        out.append(candidate)
    return out


def _is_state(name: str | None) -> bool:
    side = load_sides().get(name or "")
    return side is not None and side.kind == "state"


def phrase_token(scene: Scene, phrase: NounPhrase) -> int:
    return scene.words.token[phrase.first]


def add_noun(scene: Scene, token: Token, found: Candidate | None) -> Mention:
    """The mention of the noun: the person found, else its own words."""
    phrase = scene.nouns[token.i]
    span = scene.span(phrase.first, max(phrase.last, phrase.name_last))
    if found is not None and found.mention is not None:
        how = f"{phrase.phrase.lemma}: {found.mention.span.of(scene.document.text)}"
        mention = Mention(span=span, head=token.i, kind="role", actors=found.actors, how=how)
    else:
        key = (phrase.phrase.lemma, phrase.plural)
        bare = not (phrase.domain or phrase.adjectives or phrase.side or phrase.number)
        name = scene.described.get(key) if bare else None
        name = name or scene.know(describe(scene, phrase), "official", role_of(phrase).side)
        scene.described[key] = name
        mention = Mention(span=span, head=token.i, kind="role", actors=(name,), how="role: nobody is named")
    scene.mentions[token.i] = mention
    return mention
