"""Bodies that the text names once in full and then by an acronym in brackets.

"le Mouvement pour la paix de Tarvik (MPT) … le MPT" → one actor, MPT, for both.
"""

from __future__ import annotations

from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.scenes import Scene

# how many words a name may have after the phrase as it was read ("le Mouvement" + "pour la paix de Tarvik")
_LONGER = 8


def find_acronyms(scene: Scene) -> None:
    """Note in `scene.defined` the body that the noun of each phrase with an acronym after it names."""
    words, text, tokens = scene.words, scene.document.text, scene.document.tokens
    for phrase in scene.phrases:
        if phrase.layer == "offices" or not words.capital[phrase.noun]:
            continue
        k = phrase.last + 1
        while (
            words.folded[k]
            and k - phrase.last <= _LONGER
            and tokens[words.token[k]].pos not in ("VERB", "AUX")
        ):
            k += 1
        unit = scene.unit_at.get(k + 1)
        if text[words.start[k] : words.end[k]] != "(" or unit is None or unit.last != unit.first:
            continue
        closed = text[words.start[k + 2] : words.end[k + 2]] in (")", ",")
        if closed and _abbreviates(scene, words.text[k + 1], phrase, k):
            phrase.last = k - 1
            form = unit.form
            scene.defined[phrase.noun] = form.side.name if form else scene.people.of_unit[unit.first].name


def _abbreviates(scene: Scene, acronym: str, phrase: NounPhrase, end: int) -> bool:
    """Whether the letters of the acronym are, in their order, those that the words of the name begin with."""
    initials = [w[0] for w in scene.words.folded[phrase.noun : end] if w]
    letters = [c for c in acronym.lower() if c.isalpha()]
    if len(letters) < 2 or not acronym[:2].isupper() or letters[0] != initials[0]:
        return False
    at = 0
    for letter in letters:
        if letter not in initials[at:]:
            return False
        at += initials[at:].index(letter) + 1
    return True
