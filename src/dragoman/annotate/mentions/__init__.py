"""Who is referred to where: names, roles, metonyms, groups, pronouns, each resolved within the article.

"le numéro un de Pyongyang" → Mention(kind="role", actors=("Kim Jong-un",)). Document → `document.mentions` and
`document.actors`. Each mention stands at the head of its phrase; a name that the parse hangs on something else
than its office has a mention of its own, so that `document.actors_of(head)` answers for both shapes.
"""

from __future__ import annotations

from dragoman.annotate.mentions.antecedents import Fit
from dragoman.annotate.mentions.apposed import bind_apposed
from dragoman.annotate.mentions.heads import assign_heads
from dragoman.annotate.mentions.members import tell_ones, tell_owners
from dragoman.annotate.mentions.names import add_halves, add_names
from dragoman.annotate.mentions.people import gather_people
from dragoman.annotate.mentions.phrases import find_phrases
from dragoman.annotate.mentions.pronouns import Choose, resolve_pronouns
from dragoman.annotate.mentions.roles import learn_roles
from dragoman.annotate.mentions.runs import find_units
from dragoman.annotate.mentions.scenes import Scene
from dragoman.annotate.mentions.surfaces import add_phrases
from dragoman.annotate.mentions.words import cut_words
from dragoman.model.documents import Document

__all__ = ["find_mentions"]


def find_mentions(document: Document, choose: Choose = Fit.choose) -> None:
    """Fill `document.mentions` and `document.actors`; `choose` picks whom a pronoun takes up."""
    if not document.tokens:
        return
    words = cut_words(document)
    units = find_units(document, words)
    people = gather_people(units)
    phrases = find_phrases(document, words, units, people)
    bind_apposed(document, words, units, people, phrases)
    learn_roles(phrases)
    assign_heads(document, words, units, people, phrases)
    scene = Scene(document, words, units, people, phrases)
    add_phrases(scene)
    add_names(scene)
    add_halves(scene)
    scene.tell_persons()
    resolve_pronouns(scene, choose)
    tell_owners(scene)
    tell_ones(scene)
    document.mentions = sorted(scene.mentions.values(), key=lambda m: (m.span.start, -m.span.end))
    met = {name for mention in document.mentions for name in mention.actors}
    document.actors = {name: actor for name, actor in scene.actors.items() if name in met}
