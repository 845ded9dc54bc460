"""The earlier mentions that a pronoun may refer to, with their gender, their number and how they stand.

"Anne Durand" as a subject → Candidate(gender="f", plural=False, subject=True).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.loader import load_yaml
from dragoman.lexicon.sides import fold, load_sides
from dragoman.model.actors import Mention
from dragoman.model.documents import Document, Token

_CLOSING = frozenset(('"', "»", "”"))
_MARKS = frozenset((*_CLOSING, "«", "“"))


@dataclass(slots=True)
class Candidate:
    """One earlier mention that a pronoun may refer to; without one, a thing that is no actor.

    `speaker`: its words are reported; `idle`: a state that is named without acting ("un hôtel de Lima").
    """

    mention: Mention | None
    token: Token
    actors: tuple[str, ...]
    gender: str | None
    plural: bool
    subject: bool
    person: bool
    quoted: bool
    unknown: bool = False
    speaker: bool = False
    idle: bool = False


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(fold(entry["lemma"]) for entry in load_yaml("fr/speech_verbs"))


@cache
def _only_with_quotes() -> frozenset[str]:
    """Those that tell of speech beside quoted words alone: "a lancé une offensive" tells of none."""
    verbs: dict[str, set[str]] = {}
    for entry in load_yaml("fr/speech_verbs"):
        verbs.setdefault(fold(entry["lemma"]), set()).update(entry["frames"])
    return frozenset(lemma for lemma, frames in verbs.items() if frames <= {"quote", "object"})


def _tells(document: Document, verb: Token) -> bool:
    """Whether a verb tells that its subject speaks, there where it stands."""
    lemma = fold(verb.lemma)
    if lemma in _only_with_quotes():
        sentence = document.sentences[verb.sent]
        return any(t.text in _MARKS for t in document.tokens[sentence.first : sentence.last])
    return lemma in _speech_verbs()


def is_speech(lemma: str) -> bool:
    """Whether a verb tells that its subject speaks."""
    return fold(lemma) in _speech_verbs()


def is_sourced(document: Document, token: Token) -> bool:
    """Whether *selon* names the word, or *pour* at the head of a sentence: "Pour Eva Lind, « rien n'est dit »"."""
    for kid in document.children(token.i, "case"):
        if kid.lower in ("selon", "après"):
            return True
        if kid.lower == "pour" and kid.i == document.sentence_of(token.i).first:
            return document.quote_at(token.start) is None
    return False


def _is_put_after(document: Document, token: Token) -> bool:
    """Whether a verb of speech after a comma stands right before, whatever the parse makes of it: ", affirme à
    l'AFP Eva Lind"."""
    tokens = document.tokens
    first = document.sentence_of(token.i).first
    at = token.i - 1
    while at > first and token.i - at < 7:
        word = tokens[at]
        if word.pos in ("VERB", "AUX"):
            break
        if word.pos == "PUNCT" or word.pos == "SCONJ":
            return False
        at -= 1
    verb = tokens[at]
    if at <= first or verb.pos != "VERB" or not is_speech(verb.lemma):
        return False
    if document.quote_at(verb.start) is not None or document.quote_at(token.start) is not None:
        return False
    while at > first and tokens[at - 1].pos in ("AUX", "ADV", "PRON"):
        at -= 1
    before = tokens[at - 1].text
    if before not in (",", *_CLOSING) or not (
        ends_quote(document, first, at) or _is_whole(document, first, at - 1)
    ):
        return False
    if any(kid.i < at for kid in document.children(verb.i, "nsubj")):
        return False
    # "a dit au ministre": what a preposition introduces is whom one speaks to
    governed = False
    for word in tokens[verb.i + 1 : token.i]:
        if word.pos == "ADP":
            governed = True
        elif word.pos in ("NOUN", "PROPN") and not document.times_in(word.span):
            if not governed:
                return False
            governed = False
    return not governed


def _is_whole(document: Document, first: int, last: int) -> bool:
    """Whether a clause with its subject stands between two tokens: what is said, before ", a annoncé Eva Lind"."""
    return any(
        t.dep.startswith("nsubj") and first <= document.head_of(t.i).i < last
        for t in document.tokens[first:last]
    )


def speaks(document: Document, token: Token) -> bool:
    """Whether the word is the subject of a verb of speech, or whom *selon* names."""
    if is_sourced(document, token):
        return True
    verb = document.head_of(token.i)
    if _is_put_after(document, token):
        return True
    if document.quote_at(verb.start) is not None:
        return False
    if token.dep == "nsubj":
        verbs = [
            verb,
            *(kid for kid in document.children(verb.i, "conj") if not document.children(kid.i, "nsubj")),
        ]
        return any(_tells(document, v) for v in verbs) or (
            token.i > verb.i
            and not verb.dep.startswith("acl")
            and ends_quote(document, document.sentences[token.sent].first, verb.i)
        )
    finite = verb.morph.get("VerbForm") == "Fin" or bool(document.children(verb.i, "aux:tense"))
    if token.dep.startswith("obj") and token.i > verb.i and finite and _tells(document, verb):
        # the parser often takes the subject of "a dit le ministre" for an object
        return not document.children(verb.i, "nsubj")
    return False


def ends_quote(document: Document, first: int, last: int) -> bool:
    """Whether a quotation ends between two tokens."""
    return any(t.text in _CLOSING for t in document.tokens[first:last])


def decoy(token: Token) -> Candidate:
    """A subject that is a thing: a pronoun that refers to it refers to no actor."""
    gender = {"Masc": "m", "Fem": "f"}.get(token.morph.get("Gender", ""))
    return Candidate(None, token, (), gender, token.morph.get("Number") == "Plur", True, False, False)


def push(
    scene: Scene,
    candidates: list[Candidate],
    mention: Mention,
    of: Candidate | None = None,
    subject: bool = False,
    speaker: bool = False,
) -> None:
    if mention.place or not mention.actors:
        return
    document = scene.document
    token = document.tokens[mention.head]
    actor = scene.actors.get(mention.actors[0])
    gender: str | None
    if of is not None:
        gender, plural = of.gender, of.plural
    else:
        gender, plural = _agreement(scene, mention, token)
    told = speaker or speaks(document, token)
    # "l'accord avec Eva Lind reste": what a preposition introduces is no subject, whatever the parse tells
    subject = subject or told or (token.dep.startswith("nsubj") and not document.children(token.i, "case"))
    state = actor is not None and actor.kind == "state" and mention.how.startswith(("capital", "name"))
    acts = subject or token.dep.startswith(("iobj", "obl:agent", "conj", "appos", "ROOT"))
    candidates.append(
        Candidate(
            mention, token, mention.actors, gender, plural, subject,
            actor is not None and actor.kind in ("person", "official"),
            document.quote_at(token.start) is not None,
            actor is not None and actor.kind == "organisation" and actor.name not in load_sides(),
            told, state and not acts,
        )
    )  # fmt: skip
    if of is None:
        _join_beside(scene, candidates)
        others = document.children(token.i, "conj")
        joined = list(mention.actors)
        for other in others:
            m = scene.mentions.get(other.i)
            if m is not None and not m.place:
                joined += [a for a in m.actors if a not in joined]
        if len(joined) > 1:
            candidates.append(
                Candidate(mention, token, tuple(joined), None, True, subject, False, candidates[-1].quoted)
            )


def _join_beside(scene: Scene, candidates: list[Candidate]) -> None:
    """Add the two last candidates as one where nothing but "et" stands between them and the parse parts them."""
    if len(candidates) < 2:
        return
    one, two = candidates[-2:]
    if one.mention is None or two.mention is None or not (one.actors and two.actors):
        return
    text = scene.document.text[one.mention.span.end : two.mention.span.start]
    joined = (*one.actors, *(a for a in two.actors if a not in one.actors))
    parted = scene.document.tokens[two.token.i].dep != "conj"
    if parted and text.lower().split()[:1] == ["et"] and len(text) < 8 and len(joined) > len(one.actors):
        subject = one.subject or two.subject
        candidates.append(Candidate(two.mention, one.token, joined, None, True, subject, False, two.quoted))


def _agreement(scene: Scene, mention: Mention, token: Token) -> tuple[str | None, bool]:
    """Gender and number of the phrase, as a pronoun would agree with it."""
    name = mention.actors[0]
    actor = scene.actors.get(name)
    if actor is not None and actor.kind == "person":
        person = scene.person_of.get(name)
        return (person.gender if person else None), len(mention.actors) > 1
    side = load_sides().get(name)
    if side is not None and mention.kind == "name":
        return side.gender, side.plural
    if mention.kind == "demonym":
        return None, token.morph.get("Number") == "Plur"
    if side is not None and mention.kind == "metonym" and token.pos == "PROPN":
        return "m", False
    gender = {"Masc": "m", "Fem": "f"}.get(token.morph.get("Gender", ""))
    return gender, token.morph.get("Number") == "Plur" or mention.span.of(
        scene.document.text
    ).lower().startswith(("les ", "des "))
