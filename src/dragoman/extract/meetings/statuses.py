"""The status that one phrase gives to a meeting: "le sommet a été reporté" → postponed.

In: the Document and the token that names the meeting. Out: a status of the codebook and how explicit it is
(3 told outright, 2 told by the tense or a verb of wish, 1 by the tense of a verb further away, 0 a default).
"""

from __future__ import annotations

from functools import cache

from dragoman.extract.meetings.circumstances import clause_of, takes_place
from dragoman.extract.meetings.words import words
from dragoman.extract.syntax import is_negated, is_passive
from dragoman.extract.tenses import is_past_participle, looks_conditional, looks_future
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token

EXPLICIT = {
    "cancelled": 3,
    "postponed": 3,
    "refused": 3,
    "proposed": 2,
    "planned": 2,
    "ongoing": 2,
    "held": 2,
}
FINAL = ("cancelled", "postponed", "refused")
OFF = ("cancelled", "postponed")
COMPLEMENTS = ("xcomp", "ccomp", "obl:arg")
# What a status turns into where its word is negated: "n'a pas exclu une rencontre".
NEGATED = {"proposed": "refused", "refused": "proposed", "cancelled": "planned", "postponed": "planned"}
# Verbs that bear on the meeting only when it is their object.
TOWARD = ("refused", "proposed")


@cache
def _statuses() -> dict[str, str]:
    table = load_yaml("fr/meeting_statuses")
    return {lemma: status for status, entry in table.items() for lemma in entry["lemmas"]}


def tense_of(document: Document, verb: Token) -> str | None:
    """past, present, future, conditional or None (no finite form) for a verb and its auxiliaries."""
    parts = [verb, *document.children(verb.i, "aux", "cop")]
    if any(t.morph.get("Mood") == "Cnd" or looks_conditional(t) for t in parts):
        return "conditional"
    if any(looks_future(t) for t in parts):
        return "future"
    aux = [t for t in parts if t.dep.startswith("aux")]
    if any(t.morph.get("Tense") in ("Imp", "Past") and t.morph.get("VerbForm") == "Fin" for t in parts):
        return "past"
    if is_past_participle(verb):
        if any(t.dep == "aux:tense" for t in aux):
            return "past"
        if aux:
            return "present"
        return None
    if any(t.morph.get("Tense") == "Pres" and t.morph.get("VerbForm") == "Fin" for t in parts):
        return "present"
    return None


def is_background(document: Document, verb: Token) -> bool:
    """ "il l'avait rencontré en mai": told in the pluperfect, before what the article is about."""
    aux = document.children(verb.i, "aux:tense", "aux:pass")
    return any(t.morph.get("Tense") == "Imp" for t in aux) and verb.morph.get("VerbForm") == "Part"


def _stalled(document: Document, token: Token) -> bool:
    """ "les négociations sont au point mort", "l'avenir des négociations, au point mort": told by a set phrase."""
    after = document.tokens[token.i + 1 : document.sentence_of(token.i).last]
    whole = token.dep.startswith(("nsubj", "ROOT"))
    verb = next((t for t in after if t.morph.get("VerbForm") == "Fin"), None) if not whole else None
    last = verb.start if verb else after[-1].end if after else token.end
    told = document.text[token.end : min(last, token.end + 90)]
    return any(phrase in told for phrase in words("stalled"))


def _only_feared(document: Document, off: Token) -> bool:
    """ "menace d'annuler le sommet", "pourrait être reporté", "demande la suspension": it is not off yet."""
    if tense_of(document, off) == "conditional":
        return True
    governor = document.head_of(off.i)
    bare = off.pos == "NOUN" or off.morph.get("VerbForm") == "Inf"
    modal = governor.lemma in words("threatening") or tense_of(document, governor) == "conditional"
    return governor.i != off.i and bare and modal


def _is_headed(document: Document, token: Token, governor: Token) -> bool:
    """ "Sommet de Lima : Quito promet…": what stands before the colon is no part of the clause behind it."""
    between = document.text[token.end : governor.start] if governor.i > token.i else ""
    return ":" in between


def _is_begun(governor: Token) -> bool:
    """ "la reprise des négociations", "rouvrir le dialogue": what governs it tells whether it comes to that."""
    return governor.pos == "NOUN" or governor.morph.get("VerbForm") == "Inf"


def is_beside(document: Document, token: Token) -> bool:
    """ "lors d'une rencontre", "à l'issue du sommet": the meeting is where something else took place."""
    near = [*document.children(token.i, "case", "fixed", "advmod"), document.head_of(token.i)]
    if any(t.i < token.i and token.i - t.i < 5 and t.lower in words("beside") for t in near):
        return True
    lasting = document.head_of(token.i)  # "au terme d'une semaine de pourparlers"
    if token.dep != "nmod" or lasting.pos != "NOUN" or not _is_stretch(document, lasting):
        return False
    around = [*document.children(lasting.i, "case", "fixed", "advmod"), document.head_of(lasting.i)]
    return any(t.i < lasting.i and lasting.i - t.i < 5 and t.lower in words("beside") for t in around)


def _is_stretch(document: Document, noun: Token) -> bool:
    """Whether the noun heads a stretch of time: "quatre-vingts minutes de discussion"."""
    times = document.times_in(document.sentence_of(noun.i).span)
    return any(t.type == "DURATION" and t.span.start <= noun.start < t.span.end for t in times)


def _is_ahead(document: Document, token: Token) -> bool:
    """ "à la veille du sommet", "à quelques heures d'un sommet", "avant l'ouverture du sommet"."""
    head = document.head_of(token.i)
    before = " ".join(t.lower for t in document.tokens[max(0, head.i - 3) : head.i])
    if head.i >= token.i or head.lower not in words("ahead"):
        return False
    return head.lower == "veille" or before.startswith("à ") or " à " in f" {before} " or "avant" in before


def _is_to_do(document: Document, token: Token, here: Token, governor: Token) -> bool:
    """ "s'est engagé à se rendre": the infinitive is what the verb looks ahead to, not what it tells as done."""
    bare = token.morph.get("VerbForm") == "Inf" and not document.children(token.i, "aux:tense")
    complement = here.i == token.i and token.dep in ("xcomp", "ccomp")
    if here.i != token.i:  # "a pressé Lima de revenir au dialogue"
        bare = here.morph.get("VerbForm") == "Inf" and not document.children(here.i, "aux:tense")
        complement = here.dep in COMPLEMENTS
    return bare and complement and governor.lemma not in words("realised")


@cache
def _passive() -> dict[str, str]:
    """What only the passive of a verb tells: "est maintenu", not "maintient le dialogue"."""
    table = load_yaml("fr/meeting_statuses")
    return {lemma: status for status, entry in table.items() for lemma in entry.get("passive", ())}


@cache
def _phrases() -> dict[tuple[str, str], str]:
    table = load_yaml("fr/meeting_statuses")
    return {
        tuple(phrase.split(" ", 1)): status
        for status, entry in table.items()
        for phrase in entry.get("phrases", ())
    }


def _phrase(document: Document, verb: Token) -> str | None:
    """The status that a verb tells together with one of its words: `prendre fin`."""
    return next((s for k in document.children(verb.i) if (s := _phrases().get((verb.lemma, k.lower)))), None)


def _is_hoped(document: Document, verb: Token) -> bool:
    """ "espère s'expliquer en marge du sommet": what is done there is hoped, promised or asked."""
    governor = document.head_of(verb.i)
    bare = verb.morph.get("VerbForm") == "Inf" and verb.dep in COMPLEMENTS
    return bare and _statuses().get(governor.lemma) in ("planned", "proposed")


def _is_due(document: Document, verb: Token) -> bool:
    """ "lors de cette rencontre, ils doivent parler de paix": what is done there is still to come."""
    modal = document.head_of(verb.i)
    return modal.i != verb.i and modal.lemma == "devoir" and tense_of(document, modal) != "past"


def _called_off_after(document: Document, verb: Token) -> str | None:
    """ "devait se tenir à Klow, a été décalé": what a second verb says of the same subject."""
    for kid in document.children(verb.i, "conj", "advcl"):
        status = _statuses().get(kid.lemma)
        passive = bool(document.children(kid.i, "cop", "aux:pass"))
        if status in FINAL and passive and not document.children(kid.i, "nsubj", "nsubj:pass", "mark"):
            return None if is_negated(document, kid.i) else status
    return None


def status_of(document: Document, token: Token) -> tuple[str | None, int]:
    """The nearest word that tells wins; a verb of wish or refusal only governs what it has as a complement."""
    hint = _own(document, token)
    if hint[0] is None or hint[1] >= 3:
        return hint if hint[1] >= 3 else _above(document, token, hint)
    above = _above(document, token, hint)
    if hint[0] in ("held", "planned") or above[0] in FINAL:
        return above  # "une rencontre envisagée n'a pas eu lieu": the verb knows better
    return hint


def _own(document: Document, token: Token) -> tuple[str | None, int]:
    """What stands at the noun itself: "le prochain sommet", "une rencontre proposée par Lima"."""
    statuses = _statuses()
    hint: tuple[str | None, int] = (None, 0)
    for kid in document.children(token.i):
        # a predicate that the parse took for a second noun: "entre Moscou et Kiev sont en cours"
        if kid.dep == "conj" and document.children(kid.i, "cop") and (s := statuses.get(kid.lemma)):
            return s, EXPLICIT[s]
        if kid.dep == "acl:relcl" and takes_place(document, kid) and tense_of(document, kid) == "future":
            return "planned", 2
        if kid.dep in ("amod", "acl", "acl:relcl", "appos", "nmod") and (s := statuses.get(kid.lemma)):
            if s not in ("held", "planned"):
                return s, EXPLICIT[s]
            hint = s, EXPLICIT[s]  # "le dernier rendez-vous … a été annulé": the verb knows better
    return hint


def _above(document: Document, token: Token, hint: tuple[str | None, int]) -> tuple[str | None, int]:
    """What the clauses that hold the phrase tell."""
    statuses = _statuses()
    verb_itself = token.pos in ("VERB", "AUX")
    if verb_itself and is_negated(document, token.i):
        return "cancelled", 2
    if not verb_itself and _stalled(document, token):
        return "postponed", 3
    if not verb_itself and _is_ahead(document, token):
        return "planned", 2
    if not verb_itself and is_beside(document, token):
        clause = clause_of(document, token)
        ahead = (
            tense_of(document, clause) == "future" or _is_due(document, clause) or _is_hoped(document, clause)
        )
        return ("planned", 1) if ahead else ("held", 2)
    here = token
    tense: str | None = tense_of(document, token) if verb_itself else None
    if verb_itself and tense is None and token.dep.startswith("acl") and is_past_participle(token):
        return "held", 1
    for up, governor in enumerate(document.ancestors(token.i)):
        if up > 4 or _is_headed(document, token, governor):
            break
        status = statuses.get(governor.lemma) or _phrase(document, governor)
        if governor.lemma in words("realised") and document.children(governor.i, "aux:tense"):
            status = None  # "a pu rencontrer": it did
        subject = here.dep.startswith("nsubj")
        if status == "proposed" and subject and tense_of(document, governor) == "conditional":
            return max(("proposed", 1), hint, key=lambda told: told[1])  # "pourrait avoir lieu"
        passive = governor.pos == "VERB" and is_passive(document, governor.i)
        if subject and passive and status is None:
            status = _passive().get(governor.lemma)
        if subject and (off := _called_off_after(document, governor)):
            return off, EXPLICIT[off]
        if (
            status is not None
            and not (status in TOWARD and subject and not passive)
            and not (
                here.dep in ("advcl", "parataxis", "conj")
                or (here.dep == "obl:mod" and status in (*TOWARD, *FINAL))
                or (
                    here.dep == "obl:mod"
                    and status == "planned"
                    and not passive
                    and governor.pos == "VERB"
                    and governor.lemma not in words("modal")
                )
            )
        ):
            if status == "ongoing" and here is not governor and _is_begun(governor):
                hint = max(hint, (status, EXPLICIT[status]), key=lambda told: told[1])
                here = governor
                continue
            if status in OFF and _only_feared(document, governor):
                return "planned", 1
            if is_negated(document, governor.i):
                if status in ("ongoing", "planned"):
                    return None, 0
                status = NEGATED.get(status, status)
            if not (
                status == "planned"
                and governor.lemma in words("modal")
                and tense_of(document, governor) not in ("present", "past")
            ):
                was = governor.lemma in words("modal") and tense_of(document, governor) == "past"
                return max((status, 1 if was else EXPLICIT[status]), hint, key=lambda told: told[1])
        if governor.pos in ("VERB", "AUX"):
            if tense is None:
                tense = tense_of(document, governor)
                if tense == "past" and _is_to_do(document, token, here, governor):
                    return max(("planned", 1), hint, key=lambda told: told[1])
            if subject and is_negated(document, governor.i) and governor.lemma in words("occurring"):
                return "cancelled", 2
            if here.dep == "obj" and here.i == token.i and is_negated(document, governor.i):
                return "proposed", 2  # "n'a toujours pas eu de sessions"
            if subject and tense == "past" and hint[0] == "planned" and governor.lemma in words("occurring"):
                return "held", 2  # "le sommet, préparé depuis des mois, s'est tenu"
            if tense is not None and governor.dep not in ("xcomp", "acl"):
                break
        here = governor
    plain = {
        "past": ("held", 1),
        "present": ("ongoing", 1),
        "future": ("planned", 2),
        "conditional": ("planned", 1),
    }
    return max(hint, plain.get(tense or "", (None, 0)), key=lambda told: told[1])
