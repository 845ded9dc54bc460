"""Agreements by the name that the articles give them: parties, date, terms, and who says what became of them.

"la déclaration commune de Singapour, signée le 12 juin" → Agreement("déclaration de Singapour", signed, 2018-06-12).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.lexicon.sides import find_side
from dragoman.model.actors import BODIES
from dragoman.model.agreements import Agreement
from dragoman.model.edtf import bounds, width
from dragoman.model.spans import Span
from dragoman.model.stories import Story
from dragoman.resolve.cast import fold
from dragoman.resolve.leads import Block, Lead
from dragoman.resolve.ledgers.names import name_in, names
from dragoman.resolve.ledgers.sightings import (
    Patterns,
    Sighting,
    compile_kinds,
    entries_of,
    find_sightings,
    lead_of,
    one_of,
)
from dragoman.resolve.tellings import Tellings

# A word tells what became of an agreement where it stands this near, in characters.
AROUND = 40
# "entre l'Iran et la Norvège", right behind the name or its adjective.
_BETWEEN = re.compile(r"(?: \w+)? entre ")
# How near, in characters, stand those between whom it is, and the act of those who make it.
NEAR = 60
# What ends an agreement, or breaks it.
ENDS = ("dead", "left", "broken")
# How far behind the name stands between whom it is.
WITH = 70
PAIR = 2
# What parts a name from whom the sentence goes on to tell of; what joins two names.
_STOP = re.compile(r"[.;:!?»]|\b(?:qui|que|dont)\b")
_JOINED = re.compile(r"\s?[-–/]\s?[A-ZÀ-Ý]")
# Agreements on trade, whatever they are called.
TRADE = "libre-échange|commercial"
BODY = "organisation"
# Who may be a party.
PARTIES = (*BODIES, "person")


@cache
def _patterns() -> tuple[Patterns, re.Pattern[str]]:
    told = load_yaml("fr/agreements")
    return compile_kinds(told["states"]), compile_kinds({"terms": told["terms"]})["terms"]


def find_agreement_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's sentences on agreements that have a name, with the parties, days and terms told there."""
    states, terms = _patterns()
    every, text = names(), tellings.text(article)
    found = []
    for s in find_sightings(tellings, article, ({"agreement": every}, every), states, AROUND):
        label = name_in(text, s.noun, tellings.cast)
        if label is not None:
            before = text[max(s.sentence.start, s.noun.start - NEAR) : s.noun.start]
            if s.state in ENDS and _threat().search(before):
                s = replace(s, state="told")  # "menace de rendre caduc l'accord"
            found.append((s, label, _pair(tellings, s) if _is_one_of_many(label) else ()))
    pairs = {pair for _, _, pair in found if pair}
    for s, label, told in found:
        pair = told
        if _is_one_of_many(label):
            pair = told or (next(iter(pairs)) if len(pairs) == 1 else ())
            if not pair:
                continue  # "un accord commercial": whose, nobody tells
        key, label = _key(label, pair), f"{label} {'–'.join(pair)}" if pair else label
        dates = _dates(tellings, s) if s.state in ("signed", "reached") else []
        tail = text[s.noun.end : s.sentence.end]
        m = terms.search(tail[:60])
        term = " ".join(tail[m.start() :].split())[:160] if m else None
        parties = list(pair) if len(pair) == PAIR else [*_joined_by(label), *_parties(tellings, s)]
        yield lead_of(tellings, s, "agreements", key, (key, label, parties, dates, term))


@cache
def _threat() -> re.Pattern[str]:
    return re.compile(one_of(load_yaml("fr/agreements")["threats"]), re.IGNORECASE)


def _joined_by(label: str) -> Sequence[str]:
    """Whom an adjective of the name joins: "accord intercoréen" → both Koreas."""
    told = load_yaml("fr/meeting_members")["adjectives"]
    return next((e["members"] for e in told for w in label.split() if re.fullmatch(e["form"], w)), ())


def _key(label: str, pair: tuple[str, ...]) -> str:
    """What two names of one agreement have in common; of those between two the noun does not matter."""
    if pair:
        return f"{'|'.join(pair)}|" + ("trade" if re.search(TRADE, label) else fold(label).split()[-1])
    key = re.sub(r" (?:de la|de l|de|du|des|d|sur la|sur le|sur l|sur les|sur) ", " ", fold(label))
    return re.sub(r"^(\w+?)s? ", r"\1 ", key)


@cache
def _of_many() -> re.Pattern[str]:
    return re.compile(rf"\w+ (?:d[e']? ?)?(?:{one_of(load_yaml('fr/agreements')['several'])})$")


def _is_one_of_many(label: str) -> bool:
    """Whether many states have such an agreement: "accord commercial"."""
    return _of_many().match(label) is not None


def _pair(tellings: Tellings, s: Sighting) -> tuple[str, ...]:
    """Between whom it is, by its sentence, right behind the name: "entre l'UE et le Canada", "avec le Mercosur"."""
    text = tellings.text(s.article)
    sides = [(side, span) for side, span in s.sides if s.noun.end <= span.start <= s.noun.end + WITH]
    if not sides or _STOP.search(text[s.noun.end : sides[0][1].start]):
        return ()
    named = list(dict.fromkeys(side for side, _ in sides))
    if "entre" in text[s.noun.end : sides[0][1].start] or _JOINED.match(text, sides[0][1].end):
        return tuple(sorted(named[:PAIR])) if len(named) >= PAIR else ()
    if "avec" not in text[s.noun.end : sides[0][1].start]:
        return ()
    others = [side for side in s.named() if side != named[0]]
    return tuple(sorted({named[0], *others})) if len(others) == 1 else (named[0],)


def tell_agreement(block: Block, tellings: Tellings) -> Story:
    """The agreement that a block tells of; none where nothing but its name is told, once."""
    told = entries_of(block, tellings)
    if not told or (len(told) < 2 and all(e.state == "told" for e, _ in told)):
        return Story()
    entries = [e for e, _ in told]
    labels = Counter(label for _, (_, label, *_) in told)
    parties = Counter(p for _, (_, _, names, _, _) in told for p in names)
    dates = Counter(d for _, (_, _, _, days, _) in told for d in days)
    states = [e.state for e in entries if e.state != "told"]
    agreement = Agreement(
        id="g" + hashlib.sha256(told[0][1][0].encode()).hexdigest()[:10],
        label=min(labels, key=lambda x: (-labels[x], x)),
        parties=tuple(sorted(parties, key=lambda p: (-parties[p], p))[:6]),
        date=min(dates, key=lambda d: (-dates[d], width(d), d)) if dates else None,
        state=states[-1] if states else "told",
        terms=tuple(dict.fromkeys(term for _, (*_, term) in told if term))[:5],
        life=tuple(entries),
        sources=tellings.sources.count(e.article for e in entries),
    )
    return Story(agreements=(agreement,))


def _parties(tellings: Tellings, s: Sighting) -> list[str]:
    """Between whom it is said to be, and who signs or agrees near the noun, each as often as that is told."""
    text, cast = tellings.text(s.article), tellings.cast
    between = _BETWEEN.match(text, s.noun.end)
    out = []
    if between is not None:
        near = between.end() + NEAR
        out = list(dict.fromkeys(side for side, span in s.sides if between.end() <= span.start < near))[:2]
    sentence = s.sentence.of(text)
    for e in tellings.events_in(s.article, s.sentence):
        made = e.type in ("AGREE", "SUPPORT") and e.status in ("occurred", "ongoing")
        if made and abs(e.start - s.noun.start) <= NEAR and _joins().search(e.span.of(text).lower()):
            for who in (*e.actors, *e.recipients):
                side = cast.side(who)
                # who is named there: a signatory who speaks for nobody, else for whom they sign
                if side and (side in s.named() or who.split()[-1] in sentence):
                    out.append(side)
    return [p for p in map(_whose, out) if cast.kind(p) in PARTIES and (cast.kind(p) != BODY or find_side(p))]


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(one_of(load_yaml("fr/agreements")["joins"]))


def _whose(name: str) -> str:
    """The body of which one is an organ: the Commission signs for the Union."""
    side = find_side(name)
    return side.side if side is not None and side.side else name


def _dates(tellings: Tellings, s: Sighting) -> list[str]:
    """The days near the noun, at or before the article's."""
    made = tellings.day_bounds(s.article)
    around = Span(max(s.sentence.start, s.noun.start - 60), min(s.sentence.end, s.noun.end + 60))
    return [
        t.edtf
        for t in tellings.times_in(s.article, around)
        if t.type == "DATE" and t.edtf and made and bounds(t.edtf)[0] <= made[1]
    ]
