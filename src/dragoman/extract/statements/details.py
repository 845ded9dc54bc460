"""What the clause of the cue tells besides: to whom, through what, when and where it was said, who passes it on.

"…", a déclaré lundi à Berlin le ministre dans un communiqué. → said_on, said_at "Berlin", medium "communiqué".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.extract.dating import when
from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.relays import find_relays
from dragoman.extract.tenses import is_future
from dragoman.lexicon import load_yaml
from dragoman.model.actors import Mention
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

# Frames of verbs whose direct object is the one spoken to ("exhorte Séoul à…").
SPOKEN_TO = ("obj_de", "obj_à")


@dataclass(frozen=True, slots=True)
class Details:
    """Each is None where the clause does not tell it."""

    addressee: str | None = None
    medium: str | None = None
    said_on: str | None = None
    said_at: str | None = None
    relays: tuple[str, ...] = ()


@cache
def media() -> frozenset[str]:
    """The nouns that tell through what something was said."""
    return frozenset(row["lemma"] for row in load_yaml("fr/speech_media"))


def find_details(document: Document, d: Draft, speaker: str | None, mentions: list[Mention]) -> Details:
    """The details of `d`; `mentions` are those of its sentence."""
    region = _region(d)
    relays = find_relays(document, d, speaker)
    if not region:
        return Details(relays=relays)
    inside = {t.i for t in region}
    addressee, medium = _heard(document, d, inside, speaker)
    return Details(
        addressee=addressee,
        medium=medium,
        said_on=_when(document, region, d),
        said_at=next((m.span.of(document.text) for m in mentions if m.place and m.head in inside), None),
        relays=relays,
    )


def _region(d: Draft) -> list[Token]:
    """The tokens of the cue's clause: the incise, or what stands before the content."""
    zone, tokens = d.zone, d.zone.tokens
    if d.cue is None:
        return []
    if d.begin > d.cue.last:
        first = d.cue.first
        while (
            first > zone.first and tokens[first - 1].text not in (";", ":") and zone.quote_of(first - 1) < 0
        ):
            first -= 1
        return tokens[first : d.begin]
    last = d.cue.last + 1
    while last < zone.last and zone.quote_of(last) < 0 and tokens[last].text not in (":", ";"):
        if tokens[last].text == "," and last + 1 in zone.starts:
            break
        last += 1
    return tokens[d.cue.first : last]


def _when(document: Document, region: list[Token], d: Draft) -> str | None:
    """The first day that the clause tells and that may be the saying's: only what will be said has one to come."""
    coming = d.cue is not None and is_future(document, document.tokens[d.cue.anchor])
    for t in document.times:
        if t.span.start >= region[-1].end:
            break
        if t.span.start < region[0].start or t.edtf is None or t.type not in ("DATE", "TIME"):
            continue
        if coming or when(document.published, t.edtf) != "future":
            return t.edtf
    return None


def _heard(
    document: Document, d: Draft, inside: set[int], speaker: str | None
) -> tuple[str | None, str | None]:
    """The addressee (an actor) and the medium (a phrase) that the cue's verb has as complements."""
    addressee: str | None = None
    medium: str | None = None
    cue = d.cue
    assert cue is not None
    for i in sorted(inside):
        if i > cue.last and document.tokens[i].lemma.lower() in media() and document.tokens[i].pos == "NOUN":
            medium = document.text[document.tokens[i].start : _end(document, document.tokens[i], inside)]
            break
    for kid in document.children(cue.anchor, "obj", "iobj", "obl"):
        if kid.i not in inside or (cue.first <= kid.i <= cue.last and kid.pos != "PRON"):
            continue
        case = next((c.lower for c in document.children(kid.i, "case")), "")
        if kid.lemma.lower() in media():
            continue
        names = [n for n in document.actors_of(kid.i) if n != speaker]
        if not names:
            continue
        actor = document.actors.get(names[0])
        if actor is not None and actor.kind == "media":
            medium = medium or names[0]
        elif (
            case in ("à", "au", "aux", "devant")
            or kid.dep.startswith("iobj")
            or (not case and kid.dep.startswith("obj") and any(f in cue.entry.frames for f in SPOKEN_TO))
        ):
            addressee = addressee or names[0]
    return addressee, medium


def _end(document: Document, head: Token, inside: set[int]) -> int:
    """The end of the noun with its complement: "conférence de presse", "compte Twitter"."""
    end = head.end
    for k in document.subtree(head.i):
        t = document.tokens[k]
        if t.i == head.i + 1 and t.pos in ("PROPN", "ADJ") and k in inside:
            end = t.end
        if (
            t.i == head.i + 1
            and t.lower == "de"
            and k + 1 in inside
            and document.tokens[k + 1].lower == "presse"
        ):
            end = document.tokens[k + 1].end
    return end


def chain(span: Span, speaker: str | None, beside: list[tuple[Span, str | None]]) -> tuple[str, ...]:
    """The speakers of the statements of the sentence that hold `span`, the outermost first."""
    holders = sorted(
        (
            (s.end - s.start, name)
            for s, name in beside
            if name is not None and name != speaker and s.holds(span) and s != span
        ),
        reverse=True,
    )
    return tuple(dict.fromkeys(name for _, name in holders))
