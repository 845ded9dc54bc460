"""Pronouns, clitics, possessives and demonstratives, each with the nearest that fits.

"Anne Durand est partie. Elle a refusé." → elle is Anne Durand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.annotate.mentions.scenes import Scene
from dragoman.annotate.mentions.surfaces import with_of
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import fold, load_sides
from dragoman.model.actors import Mention
from dragoman.model.documents import Document, Token

# form → (kind, gender, plural, subject); the closed class of third-person pronouns
_PRONOUNS: dict[str, tuple[str, str | None, bool, bool]] = {
    "il": ("pronoun", "m", False, True),
    "elle": ("pronoun", "f", False, True),
    "ils": ("pronoun", "m", True, True),
    "elles": ("pronoun", "f", True, True),
    "eux": ("pronoun", "m", True, False),
    "lui": ("clitic", None, False, False),
    "celui-ci": ("demonstrative", "m", False, False),
    "celle-ci": ("demonstrative", "f", False, False),
    "ceux-ci": ("demonstrative", "m", True, False),
    "celles-ci": ("demonstrative", "f", True, False),
}
_CLITICS: dict[str, tuple[str | None, bool]] = {
    "le": ("m", False), "la": ("f", False), "l'": (None, False), "les": (None, True), "leur": (None, True),
}  # fmt: skip
_REACH = 4


@dataclass(slots=True)
class Candidate:
    """One earlier mention that a pronoun may refer to."""

    mention: Mention
    token: Token
    actors: tuple[str, ...]
    gender: str | None
    plural: bool
    subject: bool
    person: bool
    quoted: bool


def resolve_pronouns(scene: Scene) -> None:
    """Add a mention for each pronoun that resolves, in text order."""
    document = scene.document
    earlier = sorted(scene.mentions)
    candidates: list[Candidate] = []
    cursor = 0
    for token in document.tokens:
        while cursor < len(earlier) and earlier[cursor] < token.i:
            _push(scene, candidates, scene.mentions[earlier[cursor]])
            cursor += 1
        if token.i in scene.mentions:
            continue
        told = _told(document, token)
        if told is None:
            continue
        kind, gender, plural, subject = told
        best = _best(document, candidates, token, kind, gender, plural)
        if best is None:
            continue
        mention = Mention(
            span=token.span,
            head=token.i,
            kind=kind,
            actors=best.actors,
            how=f"{token.lower.lstrip('-')}: {best.mention.span.of(document.text)}",
        )
        scene.mentions[token.i] = mention
        if kind == "possessive":
            _complete_group(scene, token, best)
        if kind != "possessive":
            _push(scene, candidates, mention, best, subject)


def _complete_group(scene: Scene, token: Token, owner: Candidate) -> None:
    """`son entourage` after Duval is `entourage de Duval`."""
    mention = scene.mentions.get(token.head)
    if mention is None or mention.kind not in ("group", "role") or len(owner.actors) != 1:
        return
    actor = scene.actors.get(mention.actors[0]) if mention.actors else None
    if actor is None or actor.kind not in ("group", "official") or not owner.person:
        return
    name = f"{actor.name} {with_of(owner.actors[0])}"
    scene.know(name, actor.kind, scene.actors[owner.actors[0]].side)
    scene.mentions[token.head] = replace(mention, actors=(name,), how="group of the person named before")


def _told(document: Document, token: Token) -> tuple[str, str | None, bool, bool] | None:
    """Kind, gender, plural and whether a subject; None where the token is no pronoun that refers."""
    lower = token.lower.lstrip("-")
    if token.pos == "DET" or (lower in ("son", "sa", "ses", "leurs") and token.morph.get("Poss") == "Yes"):
        if lower in ("son", "sa", "ses"):
            return "possessive", None, False, False
        if lower in ("leur", "leurs") and token.morph.get("Poss") == "Yes":
            return "possessive", None, True, False
        return None
    found = _PRONOUNS.get(lower)
    if found is not None and (token.pos == "PRON" or lower in ("il", "elle", "ils", "elles")):
        if lower in ("il",) and _is_impersonal(document, token):
            return None
        return found
    if (
        lower in _CLITICS
        and token.pos == "PRON"
        and token.dep.startswith(("obj", "iobj", "obl", "expl:comp"))
    ):
        gender, plural = _CLITICS[lower]
        return "clitic", gender, plural, False
    if (
        lower in ("dernier", "dernière", "derniers", "dernières")
        and token.i
        and document.tokens[token.i - 1].lower in ("ce", "cette", "ces")
    ):
        if token.dep == "amod":
            return None
        return "demonstrative", "f" if lower.startswith("dernière") else "m", lower.endswith("s"), False
    return None


def _is_impersonal(document: Document, token: Token) -> bool:
    verb = document.head_of(token.i)
    lemma = fold(verb.lemma)
    if lemma in load_class("fr/pronouns", "impersonal"):
        return True
    following = document.tokens[token.i + 1 : token.i + 3]
    if any(t.lower == "y" for t in following):
        return True
    inverted = token.text.startswith("-")
    return not inverted and (token.dep.startswith("expl") or lemma in load_class("fr/pronouns", "expletive"))


def _push(
    scene: Scene,
    candidates: list[Candidate],
    mention: Mention,
    of: Candidate | None = None,
    subject: bool = False,
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
    subject = subject or token.dep.startswith("nsubj")
    candidates.append(
        Candidate(
            mention, token, mention.actors, gender, plural, subject,
            actor is not None and actor.kind in ("person", "official"),
            document.quote_at(token.start) is not None,
        )
    )  # fmt: skip
    if of is None:
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


def _agreement(scene: Scene, mention: Mention, token: Token) -> tuple[str | None, bool]:
    """Gender and number of the phrase, as a pronoun would agree with it."""
    name = mention.actors[0]
    actor = scene.actors.get(name)
    if actor is not None and actor.kind == "person":
        person = next((p for p in scene.people.persons if p.name == name), None)
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


def _best(
    document: Document,
    candidates: list[Candidate],
    token: Token,
    kind: str,
    gender: str | None,
    plural: bool,
) -> Candidate | None:
    best: tuple[float, int] | None = None
    found = None
    quote = document.quote_at(token.start)
    inverted = token.text.startswith("-")
    governor = document.head_of(token.i)
    for candidate in reversed(candidates):
        distance = token.sent - candidate.token.sent
        if distance > _REACH:
            break
        if candidate.plural != plural or (gender and candidate.gender and candidate.gender != gender):
            continue
        if plural and kind == "clitic" and candidate.mention.kind == "possessive":
            continue
        score = -2.0 * distance
        if distance == 0:
            if inverted:
                continue
            if (
                kind != "possessive"
                and candidate.token.head == governor.i
                and candidate.token.i != governor.i
            ):
                continue
            if quote is not None and not candidate.quoted and candidate.subject:
                continue
        if candidate.subject:
            score += 2
            if document.head_of(candidate.token.i).dep == "ROOT":
                score += 1
        if kind == "demonstrative":
            score -= 3 if candidate.subject else 0
        if candidate.person:
            score += 3 if inverted else 1.5
        if candidate.mention.kind == "demonym":
            score -= 2
        if candidate.quoted and quote is None:
            score -= 4
        if gender and not candidate.gender:
            score -= 0.5
        key = (score, candidate.token.i)
        if best is None or key > best:
            best, found = key, candidate
    return found
