"""Pronouns, clitics, possessives and demonstratives, each with the nearest that fits.

"Anne Durand est partie. Elle a refusé." → elle is Anne Durand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from dragoman.annotate.mentions.candidates import Candidate, decoy, ends_quote, push
from dragoman.annotate.mentions.descriptions import with_of
from dragoman.annotate.mentions.pairs import Pairs
from dragoman.annotate.mentions.sames import add_same
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon.loader import load_yaml
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import fold
from dragoman.model.actors import Mention
from dragoman.model.documents import Document, Token


@dataclass(frozen=True, slots=True)
class Form:
    """A third-person form: the kind of mention, its gender and number."""

    kind: str
    gender: str | None
    plural: bool


@cache
def _forms() -> dict[str, dict[str, Form]]:
    """Each form as a token spells it, with a capital or without, by the part of speech it must have ("" for
    any); of two words, the last."""
    out: dict[str, dict[str, Form]] = {}
    for entry in load_yaml("fr/pronouns"):
        if entry["class"] in ("impersonal", "expletive", "neuter"):
            continue
        form = Form(entry["class"], entry.get("gender"), bool(entry.get("plural")))
        for lemma in entry["lemmas"]:
            for spelling in (lemma, lemma.capitalize()):
                key = spelling.split(" ")[-1]
                for token in (key, key.removesuffix("-ci")):
                    out.setdefault(token, {})[entry.get("of", "")] = form
    return out


# how many sentences back a pronoun looks
_REACH = 4
_SPEAKER_REACH = 5
# what a clause depends by that stands before its subject, and how much that subject weighs
_FRONTED = ("advcl", "obl")
_AHEAD = 3.0


def resolve_pronouns(scene: Scene) -> None:
    """Add a mention for each pronoun that resolves, in text order."""
    document = scene.document
    earlier = sorted(scene.mentions)
    candidates: list[Candidate] = []
    pairs = Pairs(scene)
    cursor = 0
    # the "Il" of "Kim Il Sung"
    named = {scene.words.start[k] for u in scene.units for k in range(u.first, u.last + 1)}
    for token in document.tokens:
        while cursor < len(earlier) and earlier[cursor] < token.i:
            push(scene, candidates, scene.mentions[earlier[cursor]])
            cursor += 1
        if token.i in scene.mentions:
            continue
        if token.i in scene.pairs:
            pairs.add(candidates, token)
            continue
        if token.i in scene.sames:
            add_same(scene, candidates, token)
            continue
        form = _told(document, token) if token.start not in named else None
        if form is None:
            if token.pos == "NOUN" and token.dep.startswith("nsubj"):
                candidates.append(decoy(token))
            continue
        best = _find_told(candidates, token) or _best(
            document, candidates, token, form, _find_ahead(scene, token, form)
        )
        if best is None or best.mention is None:
            continue
        mention = Mention(
            span=token.span,
            head=token.i,
            kind=form.kind,
            actors=best.actors,
            how=f"{token.lower.lstrip('-')}: {best.mention.span.of(document.text)}",
        )
        scene.mentions[token.i] = mention
        if form.kind == "possessive":
            _complete_group(scene, token, best)
        else:
            push(scene, candidates, mention, best, token.lower.lstrip("-") in ("il", "elle", "ils", "elles"))


def _complete_group(scene: Scene, token: Token, owner: Candidate) -> None:
    """`son entourage` after Duval is `entourage de Duval`; `son pays` is the state he speaks for."""
    mention = scene.mentions.get(token.head)
    if mention is None or len(owner.actors) != 1 or not mention.actors:
        return
    holder = scene.actors[owner.actors[0]]
    if token.head in scene.possessed:
        if holder.side is not None:
            names = (scene.know_state(holder.side),)
            scene.mentions[token.head] = replace(mention, actors=names, how="organ of the one named before")
        return
    actor = scene.actors.get(mention.actors[0])
    if mention.kind not in ("group", "role") or actor is None or holder.kind != "person":
        return
    if actor.kind in ("group", "official"):
        name = scene.know(f"{actor.name} {with_of(holder.name)}", actor.kind, holder.side)
        scene.mentions[token.head] = replace(mention, actors=(name,), how="group of the person named before")


def _told(document: Document, token: Token) -> Form | None:
    """The form of a token; None where it is no pronoun that refers."""
    told = _forms().get(token.text)
    if told is None:
        return None
    # the parser tags some clitics as articles, and hangs them well
    form = told.get("") or told.get("PRON" if token.dep.startswith(("obj", "iobj")) else token.pos)
    if form is None:
        return None
    if form.kind == "clitic" and not token.dep.startswith(
        ("obj", "iobj", "obl", "expl:comp", "nmod", "advmod")
    ):
        return None
    if form.kind == "clitic" and token.lower in ("le", "l'"):
        verb = fold(document.head_of(token.i).lemma)
        if verb in load_class("fr/pronouns", "neuter") and form.gender == "m":
            return None
    if token.lower in ("celui", "celle", "ceux", "celles"):
        # a tokenizer's split of "celui-ci"
        return form if [t.text for t in document.tokens[token.i + 1 : token.i + 3]] == ["-", "ci"] else None
    if form.kind == "demonstrative" and token.lower.startswith("derni"):
        before = document.tokens[token.i - 1].lower if token.i else ""
        return form if before in ("ce", "cette", "ces") and token.dep != "amod" else None
    if form.kind == "pronoun" and token.lower == "il" and _is_impersonal(document, token):
        return None
    return form


def _is_impersonal(document: Document, token: Token) -> bool:
    verb = document.head_of(token.i)
    lemma = fold(verb.lemma)
    if lemma in load_class("fr/pronouns", "impersonal"):
        return True
    following = document.tokens[token.i + 1 : token.i + 3]
    if any(t.lower == "y" for t in following):
        return True
    inverted = token.text.startswith("-")
    if inverted:
        # "y a-t-il un accord ?"
        return lemma == "avoir" and any(
            t.lower == "y" for t in document.tokens[max(0, token.i - 3) : token.i]
        )
    after = document.tokens[verb.i + 1].lower if verb.i + 1 < len(document.tokens) else ""
    return token.dep.startswith("expl") or (
        lemma in load_class("fr/pronouns", "expletive") and after in ("de", "d'", "que", "qu'", "à")
    )


def _find_told(candidates: list[Candidate], token: Token) -> Candidate | None:
    """The subject that an inverted pronoun repeats: "le président signera-t-il ?"."""
    if not token.text.startswith("-"):
        return None
    for candidate in reversed(candidates[-6:]):
        same = candidate.token.head == token.head and candidate.token.sent == token.sent
        near = candidate.mention is not None and token.i - candidate.token.i < 7 and not candidate.quoted
        if same and near and candidate.token.dep.startswith("nsubj"):
            return candidate
    return None


def _find_ahead(scene: Scene, token: Token, form: Form) -> Candidate | None:
    """The subject that follows a clause or complement put first: "Après son retour, le président a parlé"."""
    document = scene.document
    if form.plural or not (form.kind == "possessive" or token.dep.startswith("nsubj")):
        return None
    if token.text.startswith("-") or document.quote_at(token.start) is not None:
        return None
    chain = [token, *document.ancestors(token.i)]
    if len(chain) < 2 or not chain[-2].dep.startswith(_FRONTED) or chain[-2].i > chain[-1].i:
        return None
    for subject in document.children(chain[-1].i, "nsubj", "nsubj:pass"):
        mention = scene.mentions.get(subject.i)
        if subject.i > token.i and mention is not None and len(mention.actors) == 1:
            ahead: list[Candidate] = []
            push(scene, ahead, mention)
            fits = [
                c
                for c in ahead
                if c.person and not c.plural and (not form.gender or c.gender in (None, form.gender))
            ]
            return fits[0] if fits else None
    return None


def _best(
    document: Document, candidates: list[Candidate], token: Token, form: Form, ahead: Candidate | None
) -> Candidate | None:
    """The candidate that agrees and fits best: a near one, a subject, a person."""
    kind, gender, plural = form.kind, form.gender, form.plural
    found = ahead
    best = (_AHEAD, token.i) if ahead is not None else None
    quote = document.quote_at(token.start)
    inverted = token.text.startswith("-")
    governor = document.head_of(token.i)
    for candidate in reversed(candidates):
        distance = token.sent - candidate.token.sent
        if distance > (_SPEAKER_REACH if inverted else _REACH):
            break
        if candidate.plural != plural or (gender and candidate.gender and candidate.gender != gender):
            continue
        if inverted and candidate.quoted:
            # "a-t-il dit" takes up who spoke before, never whom the quotation names
            continue
        score = -2.0 * distance
        if candidate.mention is None:
            # things are rarely taken up in what is reported of people: never by "a-t-il dit"
            if inverted:
                continue
            score -= 4
        if distance == 0:
            if inverted and not (candidate.speaker and ends_quote(document, candidate.token.i, token.i - 1)):
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
        if inverted and candidate.speaker:
            score += 2
        if candidate.idle and kind == "pronoun" and not inverted:
            score -= 2
        if candidate.unknown or (candidate.mention is not None and candidate.mention.kind == "demonym"):
            score -= 2
        if candidate.quoted and quote is None:
            score -= 4
        if gender and not candidate.gender:
            score -= 0.5
        key = (score, candidate.token.i)
        if best is None or key > best:
            best, found = key, candidate
    return found
