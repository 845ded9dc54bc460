"""Each phrase that names a meeting: "un sommet à Hanoï" → Telling(kind summit, place Hanoï).

In: a Document. Out: Tellings in text order, with who takes part, the day, the place and the status that the
phrase alone gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dragoman.extract.meetings.circumstances import date_of, place_of
from dragoman.extract.meetings.participants import of_noun, of_verb
from dragoman.extract.meetings.statuses import status_of
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

READ = ("title", "standfirst", "paragraph", "heading")
ORDINALS = {
    "premier": 1,
    "deuxième": 2,
    "second": 2,
    "troisième": 3,
    "quatrième": 4,
    "1er": 1,
    "2e": 2,
    "3e": 3,
}
FRESH = ("nouveau", "prochain", "autre", "futur", "éventuel")
PRESS = ("presse",)


@dataclass(slots=True)
class Telling:
    """`sure` is the lexicon's; `definite` is le/ce/leur; `fresh` is nouveau/prochain; `anaphor` is ce."""

    head: int
    span: Span
    kind: str
    lemma: str
    rule: str
    sure: int
    participants: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    status: str | None = None
    status_rank: int = 0
    definite: bool = False
    anaphor: bool = False
    possessive: bool = False
    fresh: bool = False
    ordinal: int | None = None
    host: str | None = None
    circumstances: set[str] = field(default_factory=set)


@cache
def _nouns() -> dict[str, dict[str, Any]]:
    return {e["lemma"]: e for e in load_yaml("fr/meeting_nouns")}


@cache
def _verbs() -> dict[str, dict[str, Any]]:
    return {e["lemma"]: e for e in load_yaml("fr/meeting_verbs")}


@cache
def _names() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    return [(re.compile(rf"(?<!\w)(?:{e['form']})(?!\w)"), e) for e in load_yaml("fr/meeting_names")]


def entry_of(token: Token) -> dict[str, Any] | None:
    """The lexicon entry of a noun, by lemma or by form (compounds keep their form)."""
    nouns = _nouns()
    low = token.lower
    return nouns.get(token.lemma) or nouns.get(low) or nouns.get(low.removesuffix("s"))


def find_tellings(document: Document) -> list[Telling]:
    """All phrases that name a meeting, sure or not, in text order."""
    out: list[Telling] = []
    taken: set[int] = set()
    for token in document.tokens:
        if document.block_of(token.i).kind not in READ:
            continue
        telling = None
        if token.pos in ("NOUN", "PROPN", "X"):
            telling = _noun(document, token)
        elif token.pos in ("VERB", "AUX"):
            telling = _verb(document, token)
        if telling is not None:
            out.append(telling)
            taken.update(range(*_reach(document, telling)))
    out.extend(telling for telling in _named(document) if telling.head not in taken)
    return sorted(out, key=lambda t: t.span)


def _reach(document: Document, telling: Telling) -> tuple[int, int]:
    tokens = document.tokens_in(telling.span)
    return (tokens[0].i, tokens[-1].i + 1) if tokens else (telling.head, telling.head + 1)


def _noun(document: Document, token: Token) -> Telling | None:
    entry = entry_of(token)
    if entry is None or (token.text[0].isupper() and token.pos == "PROPN" and entry["sure"] < 2):
        return None
    kids = document.children(token.i)
    if _foreign(document, token, entry, kids):
        return None
    if "of" in entry and not any(k.lemma in entry["of"] for k in document.children(token.i, "nmod", "obl")):
        return None
    adjectives = {k.lemma for k in kids if k.dep in ("amod", "acl", "acl:relcl", "nmod", "compound", "appos")}
    if "with" in entry and not adjectives & set(entry["with"]):
        return None
    # `un cycle de négociations`: the inner noun is told by the outer one
    if token.dep == "nmod" and (outer := entry_of(document.head_of(token.i))) and "of" in outer:
        return None
    kind = entry["kind"]
    if adjectives & {"téléphonique", "téléphone", "visioconférence", "vidéoconférence"}:
        kind = "call"
    det = next((k for k in kids if k.dep == "det"), None)
    low = det.lower if det else ""
    people, host = of_noun(document, token)
    span = _noun_span(document, token)
    status, rank = status_of(document, token)
    return Telling(
        head=token.i,
        span=span,
        kind=kind,
        lemma=entry["lemma"],
        rule=f"meeting/{entry['lemma']}",
        sure=entry["sure"],
        participants=people,
        date=date_of(document, token),
        place=place_of(document, token),
        status=status,
        status_rank=rank,
        definite=low in ("le", "la", "l'", "les", "l’") or low.startswith(("ce", "leur", "son", "sa", "ses")),
        anaphor=low.startswith("ce"),
        possessive=bool(det and det.morph.get("Poss")),
        fresh=bool(adjectives & set(FRESH)),
        ordinal=next(
            (ORDINALS[k.lower] for k in kids if k.lower in ORDINALS),
            next(
                (1 for k in kids if k.lower == "première"),
                2 if any(k.lower == "seconde" for k in kids) else None,
            ),
        ),
        host=host,
    )


def _foreign(document: Document, token: Token, entry: dict[str, Any], kids: list[Token]) -> bool:
    """Homonyms: a press conference, an interview, the top of a mountain, `en dialogue`, La Réunion."""
    lemma = entry["lemma"]
    inside = {k.lemma for k in kids}
    if lemma == "conférence" and inside & {"presse"}:
        return True
    if lemma in ("table",):
        return True
    governor = document.head_of(token.i)
    if lemma in ("entretien", "échange", "conversation"):
        if inside & {
            "accorder",
            "publier",
            "paraître",
            "diffuser",
            "embauche",
            "journal",
            "quotidien",
            "presse",
            "chaîne",
        }:
            return True
        if governor.lemma in ("accorder", "publier"):
            return True
        case = {k.lower for k in kids if k.dep == "case"}
        if lemma == "entretien" and "dans" in case:
            return True
    if lemma == "sommet" and inside & {"État", "montagne", "colline", "pyramide", "tour", "hiérarchie"}:
        return True
    if (
        lemma == "sommet"
        and any(k.lower in ("au",) for k in kids if k.dep == "case")
        and len(kids) == 1
        and governor.lemma in ("être", "rester", "arriver")
    ):
        return True
    return governor.lemma in ("table",) and token.dep == "nmod"


def _noun_span(document: Document, token: Token) -> Span:
    """From the determiner to the last plain complement (no clause, no apposition)."""
    first, last = token, token
    for kid in document.children(token.i):
        if kid.i < token.i and kid.dep in ("det", "amod", "nummod", "case") and kid.dep != "case":
            first = min(first, kid, key=lambda t: t.i)
        if kid.i > token.i and kid.dep in ("amod", "nmod", "flat:name", "compound") and kid.i - token.i < 12:
            ids = [k for k in document.subtree(kid.i) if k <= kid.i + 8]
            last = max(last, document.tokens[ids[-1]], key=lambda t: t.i)
    return Span(first.start, last.end)


def _verb(document: Document, token: Token) -> Telling | None:
    entry = _verbs().get(token.lemma)
    if entry is None:
        return None
    pronominal = any(
        k.dep.startswith("expl") or k.lower in ("se", "s'", "s’", "nous", "me")
        for k in document.children(token.i)
        if k.i < token.i and k.pos == "PRON" and k.dep != "nsubj"
    )
    if entry.get("pronominal") and not pronominal:
        return None
    if entry["frame"] == "object" and pronominal and entry["lemma"] != "rencontrer":
        return None
    place = place_of(document, token)
    people, host = of_verb(document, token, entry["frame"], pronominal)
    if entry["frame"] == "called" and not any(
        k.lemma in ("téléphone", "téléphoner") for k in document.children(token.i)
    ):
        return None
    needed = 1 if entry["frame"] in ("at", "invite", "plural") else 2
    if len(people) < needed or (entry["frame"] in ("at",) and place is None and len(people) < 2):
        return None
    if entry["frame"] == "invite" and place is None:
        return None
    status, rank = status_of(document, token)
    if entry["frame"] == "invite" and status in ("held", "ongoing"):
        status, rank = "proposed", 2
    group = [k for k in document.children(token.i, "aux", "expl") if k.i < token.i] + [token]
    ends = [k for k in document.children(token.i, "obj", "obl") if token.i < k.i < token.i + 8]
    end = max([token.end, *(k.end for k in ends[:1])])
    return Telling(
        head=token.i,
        span=Span(min(t.start for t in group), end),
        kind=entry["kind"],
        lemma=entry["lemma"],
        rule=f"meeting/{entry['lemma']}",
        sure=1,
        participants=people,
        date=date_of(document, token),
        place=place,
        status=status,
        status_rank=rank,
        host=host,
        circumstances={"verb"},
    )


def _named(document: Document) -> list[Telling]:
    out = []
    for pattern, entry in _names():
        for m in pattern.finditer(document.text):
            token = document.token_at(m.start())
            if token is None or document.block_of(token.i).kind not in READ:
                continue
            head = next((t for t in document.tokens_in(Span(*m.span())) if t.pos in ("NOUN", "PROPN")), token)
            status, rank = status_of(document, head)
            member = m.group(0) if entry["member"] == "same" else entry["member"]
            people, host = of_noun(document, head)
            out.append(
                Telling(
                    head=head.i,
                    span=Span(*m.span()),
                    kind=entry["kind"],
                    lemma=m.group(0).lower(),
                    rule=f"meeting/name {m.group(0)}",
                    sure=entry["sure"],
                    participants=tuple(dict.fromkeys([*([member] if member else []), *people])),
                    date=date_of(document, head),
                    place=place_of(document, head),
                    status=status,
                    status_rank=rank,
                    definite=True,
                    host=host,
                    circumstances={"name"},
                )
            )
    return out
