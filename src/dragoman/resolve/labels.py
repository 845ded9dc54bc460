"""The natural name of a meeting: what an article calls it where that tells which it is, else one that we make.

"Le sommet de Hanoï" → sommet de Hanoï; Mike Pompeo in Pyongyang → visite de Mike Pompeo à Pyongyang.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.lexicon.prepositions import at, of, of_body
from dragoman.model.meetings import MeetingReport
from dragoman.resolve.cast import fold
from dragoman.resolve.places import state_of
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

NOUNS = {"summit": "sommet", "talks": "rencontre", "visit": "visite", "call": "appel", "session": "réunion"}
PLURALS = ("discussions", "négociations", "pourparlers", "entretiens", "consultations", "échanges")
_DETERMINER = re.compile(
    r"^(?:(?:le|la|les|une?|des|cet|cette|ce|ces|leurs?|sa|son|ses)\s+|l['’]\s*)", re.IGNORECASE
)
# "rencontre", "déjeuner de travail", "cérémonie de signature"
_NOUN = re.compile(r"^[\w-]+(?: de (?:travail|signature)\b)?")
LONGEST = 60
# An ordinal stands at most so many characters before what is taken for the mention.
BEFORE = 15
ORDINALS = (1, 2, 3, 4)
SEVERAL = 0
# What a phrase says after these words is no part of the name.
_TAIL = re.compile(
    r"\s+(?:entre (?![^,;]*\bet\b)|que |qu['’]|qui |dont |où |pour |prévue?s? |au lendemain|à l['’]issue).*$"
)


@cache
def meeting_nouns() -> frozenset[str]:
    """The lemmas of nouns that name a meeting."""
    return frozenset(str(entry["lemma"]) for entry in load_yaml("fr/meeting_nouns"))


def name_meeting(
    reports: Sequence[MeetingReport],
    kind: str,
    participants: Sequence[str],
    place: str | None,
    phrases: Counter[str],
    tellings: Tellings,
) -> str:
    """The phrase of the articles that names noun and place, else one made of who and where."""
    visited = state_of(place) if place else None
    names = {w for p in participants if p != visited for w in fold(p).split() if len(w) > 3}
    told = {p: n for p, n in phrases.items() if place and _names_it(fold(p), fold(place), names, kind)}
    if told:
        return min(told, key=lambda p: (not _is_noun_of(p, kind), -told[p], len(p), p))
    meal = Wordings.load().meal(reports[0].label)
    noun = _noun(phrases, "other" if meal else kind)
    if kind == "visit" and participants:
        hosts = {tellings.cast.name(r.host) for r in reports if r.host}
        visitors = [p for p in participants if p not in hosts and p != visited] or list(participants)
        people = [p for p in visitors if tellings.cast.kind(p) == "person"] or visitors
        if len(people) == 1:
            return " ".join(filter(None, (noun, of(people[0]), at(place))))
        if place:
            return f"{noun} {at(place)} ({', '.join(people[:3])})"
    bodies = [p for p in participants if tellings.cast.kind(p) == "organisation"]
    if kind in ("summit", "session") and not meal and len(bodies) == 1 and (body := of_body(bodies[0])):
        # who else came to the summit of a body does not name it
        return " ".join(filter(None, (noun, body, at(place))))
    if place and place[0].isupper() and ((kind == "summit" and not meal) or not participants):
        return f"{noun} {of(place)}"
    who = "–".join(participants[:3])
    return " ".join(filter(None, (noun, who, at(place))))


def _is_noun_of(phrase: str, kind: str) -> bool:
    """Whether the phrase has the noun of the kind: a summit is rather called one than a meeting."""
    return kind not in NOUNS or phrase.startswith(NOUNS[kind])


def _names_it(phrase: str, place: str, names: set[str], kind: str) -> bool:
    """Whether a folded phrase is a name: noun and place, or noun, place and somebody who takes part."""
    if place not in phrase:
        return False
    if names & set(phrase.split()):
        return True
    return kind != "visit" and bool(re.match(rf"\w+ (?:de|d|du|a|au|en) {re.escape(place)}$", phrase))


def find_phrases(tellings: Tellings, report: MeetingReport) -> Iterator[str]:
    """The noun phrases by which the article calls it, without their determiner."""
    text = tellings.text(report.article)
    # a label that extraction made is no phrase of the article
    named = [report.label] if report.label in text else []
    for told in (*named, *(m.of(text) for m in report.mentions)):
        phrase = _TAIL.sub("", _DETERMINER.sub("", " ".join(told.split()))).strip(" ,")
        first = phrase.split(" ")[0].lower() if phrase else ""
        noun = first in meeting_nouns() or first.rstrip("s") in meeting_nouns()
        if noun and len(phrase) <= LONGEST and not re.search(r"[,;:«»\"–(]", phrase):
            yield phrase[0].lower() + phrase[1:]


def find_ordinal(tellings: Tellings, report: MeetingReport) -> int | None:
    """Which of their meetings the article calls it: "leur deuxième sommet" → 2, "trois sommets" → SEVERAL."""
    text, wordings = tellings.text(report.article), Wordings.load()
    if wordings.find("several", report.mentions[0].of(text) if report.mentions else ""):
        return SEVERAL
    for m in report.mentions:
        phrase = text[max(0, m.start - BEFORE) : m.end]
        for n in ORDINALS:
            if wordings.find(f"ordinal{n}", phrase):
                return n
    return None


def _noun(phrases: Counter[str], kind: str) -> str:
    """The noun most used, in the singular where it has one."""
    nouns: Counter[str] = Counter()
    for phrase, n in phrases.items():
        found = _NOUN.match(phrase)
        noun = found[0] if found else phrase.split(" ")[0]
        if noun.endswith("s") and noun not in PLURALS and noun.rstrip("s") in meeting_nouns():
            noun = noun.rstrip("s")
        nouns[noun] += n
    best = min(nouns, key=lambda w: (-nouns[w], w)) if nouns else None
    if kind in ("summit", "visit", "call"):
        return NOUNS[kind]
    return best or NOUNS.get(kind, "rencontre")
