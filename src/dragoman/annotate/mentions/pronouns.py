"""Pronouns, clitics, possessives and demonstratives, each with the nearest that fits.

"Anne Durand est partie. Elle a refusé." → elle is Anne Durand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from dragoman.annotate.mentions.antecedents import Anaphor, Fit
from dragoman.annotate.mentions.bodies_again import add_body
from dragoman.annotate.mentions.candidates import Candidate, decoy, is_sourced, is_speech, push
from dragoman.annotate.mentions.descriptions import with_of
from dragoman.annotate.mentions.ordinals import find_ordinal
from dragoman.annotate.mentions.pairs import Pairs
from dragoman.annotate.mentions.persons_again import add_noun, fitting, read_noun
from dragoman.annotate.mentions.roles import resolve_colleague, resolve_role
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
        if entry["class"] in ("impersonal", "expletive", "neuter", "happening", "ordinal"):
            continue
        form = Form(entry["class"], entry.get("gender"), bool(entry.get("plural")))
        for lemma in entry["lemmas"]:
            for spelling in (lemma, lemma.capitalize()):
                key = spelling.split(" ")[-1]
                for token in (key, key.removesuffix("-ci")):
                    out.setdefault(token, {})[entry.get("of", "")] = form
    return out


# what a clause depends by that stands before its subject
_FRONTED = ("advcl", "obl")
# from how a pronoun stands, the candidates and the subject put after it: whom it takes up
Choose = Callable[[Fit, Anaphor, list[Candidate], Candidate | None], Candidate | None]


def resolve_pronouns(scene: Scene, choose: Choose = Fit.choose) -> None:
    """Add a mention for each pronoun that resolves, in text order. `choose` is another's where weights are learned."""
    fit = Fit(scene)
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
        if token.i in scene.bodies:
            body = add_body(scene, fit, candidates, token)
            if body is not None:
                push(scene, candidates, body)
                continue
        if token.i in scene.nouns:
            noun = scene.nouns[token.i]
            able = fitting(scene, noun, candidates)
            found = choose(fit, read_noun(scene, token, noun), able, None) if able else None
            push(scene, candidates, add_noun(scene, token, found))
            continue
        if (ordinal := find_ordinal(scene, token)) is not None:
            scene.mentions[token.i] = ordinal
            push(scene, candidates, ordinal)
            continue
        form = _told(document, token) if token.start not in named else None
        if form is None:
            if token.pos == "NOUN" and token.dep.startswith("nsubj"):
                candidates.append(decoy(token))
            continue
        anaphor = _read(document, token, form)
        best = (
            _find_gloss(scene, token)
            or _find_told(document, candidates, token)
            or choose(fit, anaphor, candidates, _find_ahead(scene, token, form))
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
            push(scene, candidates, mention, best)
        else:
            subject = token.lower.lstrip("-").removeprefix("t-") in ("il", "elle", "ils", "elles")
            push(scene, candidates, mention, best, subject, anaphor.speech)


def _complete_group(scene: Scene, token: Token, owner: Candidate) -> None:
    """`son entourage` after Duval is `entourage de Duval`; `son pays` is the state he speaks for."""
    mention = scene.mentions.get(token.head)
    if mention is None or len(owner.actors) != 1 or not mention.actors:
        return
    holder = scene.actors[owner.actors[0]]
    held = _find_holder(scene, token.head, owner.actors[0], holder.side)
    if held is not None:
        scene.mentions[token.head] = replace(mention, actors=(held,), how=f"of {holder.name}")
        return
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


def _find_holder(scene: Scene, head: int, owner: str, side: str | None) -> str | None:
    """`son Premier ministre`: who holds the office in the owner's state; `son homologue russe`: who holds his own."""
    phrase = scene.phrase_at.get(scene.words.token.index(head)) if head in scene.words.token else None
    if phrase is None or phrase.layer != "offices" or phrase.bound or phrase.determiner != "poss":
        return None
    before = scene.person_of.get(owner)
    if phrase.phrase.lemma == "homologue":
        person = resolve_colleague(phrase, scene.people, before)
    elif phrase.phrase.group in load_class("fr/determiners", "state's") and phrase.side is None:
        person = resolve_role(replace(phrase, determiner="def", side=side), scene.people)
    else:
        return None
    return scene.know_person(person) if person is not None and person is not before else None


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
    if lemma == "faire" and any(t.lower == "doute" for t in document.tokens[verb.i + 1 : verb.i + 5]):
        return True
    if any(t.lower == "y" for t in following):
        return True
    if lemma in load_class("fr/pronouns", "happening") and any(
        t.lower in ("se", "s'", "s’") for t in document.tokens[token.i + 1 : verb.i]
    ):
        return True
    inverted = token.text.startswith("-")
    if inverted:
        # "y a-t-il un accord ?"
        return lemma == "avoir" and any(
            t.lower == "y" for t in document.tokens[max(0, token.i - 3) : token.i]
        )
    after = document.tokens[verb.i + 1].lower if verb.i + 1 < len(document.tokens) else ""
    bare = token.dep.startswith("expl")
    complement = after in ("de", "d'", "d’", "que", "qu'", "qu’", "à")
    if lemma in load_class("fr/pronouns", "expletive"):
        return bare or complement
    # the parser calls many an *il* that refers an expletive: only a passive or an adjective with its complement is one
    passive = bool(document.children(verb.i, "aux:pass")) or verb.pos == "ADJ"
    return bare and passive and complement


def _read(document: Document, token: Token, form: Form) -> Anaphor:
    """The pronoun as the weights see it."""
    verb = document.head_of(token.i)
    quoted = document.quote_at(token.start) is not None
    inverted = token.text.startswith("-")
    says = token.dep.startswith("nsubj") and is_speech(verb.lemma)
    return Anaphor(
        token, form.kind, form.gender, form.plural, inverted,
        not quoted and (inverted or says or is_sourced(document, token)), quoted,
    )  # fmt: skip


def _find_gloss(scene: Scene, token: Token) -> Candidate | None:
    """Whom a bracket after the pronoun names: "Ils (les Russes) attendent"."""
    tokens = scene.document.tokens
    if token.i + 3 >= len(tokens) or tokens[token.i + 1].text != "(":
        return None
    inside = next((k for k in range(token.i + 2, min(token.i + 7, len(tokens))) if tokens[k].text == ")"), 0)
    named = [scene.mentions[k] for k in range(token.i + 2, inside) if k in scene.mentions]
    if len(named) != 1:
        return None
    found: list[Candidate] = []
    push(scene, found, named[0])
    return found[0] if found else None


def _find_told(document: Document, candidates: list[Candidate], token: Token) -> Candidate | None:
    """The subject that an inverted pronoun repeats: "le président signera-t-il ?"."""
    if not token.text.startswith("-") or _is_incise(document, token):
        return None
    for candidate in reversed(candidates[-6:]):
        same = candidate.token.head == token.head and candidate.token.sent == token.sent
        near = candidate.mention is not None and token.i - candidate.token.i < 7 and not candidate.quoted
        if same and near and candidate.token.dep.startswith("nsubj"):
            return candidate
    return None


def _is_incise(document: Document, token: Token) -> bool:
    """Whether a comma opens the verb's group: "Lima, a-t-il dit, attend"."""
    at = token.i - 1
    while at > 0 and document.tokens[at].pos in ("AUX", "VERB", "PRON"):
        at -= 1
    return document.tokens[at].text == ","


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
