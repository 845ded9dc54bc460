"""The name of somebody whom the text does not name: its own words, `porte-parole d'Anne Durand`."""

from __future__ import annotations

from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.roles import resolve_role
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.phrases import load_class

# The offices whose holders are somebody's people: whose, his name tells better than his office.
_OF_SOMEBODY = ("membership", "adviser", "spokesperson")
_VOWELS = "aeiouyéèêàâîïôûhAEIOUYÉÈÊÀÂÎÏÔÛH"


def describe(scene: Scene, phrase: NounPhrase) -> str:
    """The phrase's own words without its determiner, names in full: `porte-parole d'Anne Durand`.

    Somebody's people name him: `conseiller du président`, `du président Paul Ruiz` → `conseiller de Paul Ruiz`.
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
            return person.name, scene.unit_at[k].last
    nested = scene.phrase_at.get(k)
    if nested is None or nested.layer != "offices" or phrase.layer == "organs":
        return None, k
    if len(nested.bound) == 1 and nested.name_last >= nested.last:
        return nested.bound[0].name, nested.name_last
    known = phrase.layer == "groups" or phrase.phrase.group in _OF_SOMEBODY
    if known and not nested.bound:
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
    return ("d'" if elides(name) else "de ") + name


def elides(word: str) -> bool:
    """Whether *de* and *le* lose their vowel before the word: "d'Yves", not "de Yoshihide"."""
    glide = word[:1] in "yY" and word[1:2] in _VOWELS
    return word[:1] in _VOWELS and not glide
