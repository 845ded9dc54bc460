"""Agreements by the name that the articles give them: parties, date, terms, and who says what became of them.

"la déclaration commune de Singapour, signée le 12 juin" → Agreement("déclaration de Singapour", signed, 2018-06-12).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.agreements import Agreement
from dragoman.model.edtf import bounds
from dragoman.model.ledgers import LedgerEntry
from dragoman.model.spans import Span
from dragoman.resolve.cast import fold
from dragoman.resolve.ledgers.sightings import Patterns, Sighting, compile_kinds, entry_of, find_sightings
from dragoman.resolve.tellings import Tellings

# "déclaration commune de Singapour", "accord sur le nucléaire iranien", "traité INF"
_NAME = (
    r"(?P<noun>{nouns})(?: (?:commune?|conjointe?|historique|intercoréenn?e?|nucléaire|commercial))*"
    r" (?:(?:de |d['’]|du |des )(?:la |l['’]|paix de )?(?P<of>(?!M\.|Mm?e\b|MM\b)[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w-]+)*)"
    r"|(?P<sign>[A-Z]{{2,6}}\b)"
    r"|sur (?:le |la |les |l['’])?(?P<on>[A-ZÀ-Ý][\w-]+|(?:[a-zà-ÿ]+ ){{1,2}}[a-zà-ÿ]+ien(?:ne)?s?|climat))"
)
# A word tells what became of an agreement where it stands this near, in characters.
AROUND = 40
# Who may be a party.
PARTIES = ("state", "organisation", "armed_group", "person")


@cache
def _patterns() -> tuple[Patterns, Patterns, re.Pattern[str]]:
    told = load_yaml("fr/agreements")
    nouns = "|".join(e["pattern"] for e in told["nouns"])
    name = re.compile(r"\b" + _NAME.format(nouns=nouns))
    terms = compile_kinds({"terms": told["terms"]})["terms"]
    return {"agreement": name}, compile_kinds(told["states"]), terms


def find_agreements(tellings: Tellings) -> tuple[Agreement, ...]:
    """All agreements that have a name and of which something is told, those most told first."""
    names, states, _ = _patterns()
    rows: dict[str, list[tuple[Sighting, LedgerEntry]]] = defaultdict(list)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for s in find_sightings(tellings, (("agreement",), names["agreement"]), states, AROUND):
        label = _label(tellings, s)
        key = re.sub(r" (?:de la|de l|de|du|des|d|sur la|sur le|sur l|sur les|sur) ", " ", fold(label))
        key = re.sub(r"^(\w+?)s? ", r"\1 ", key)
        labels[key][label] += 1
        rows[key].append((s, entry_of(tellings, s)))
    found = []
    for key, told in rows.items():
        if len(told) < 2 and all(e.state == "told" for _, e in told):
            continue
        label = min(labels[key], key=lambda x: (-labels[key][x], x))
        found.append(_agreement(tellings, key, label, told))
    return tuple(sorted(found, key=lambda a: (-len(a.life), a.id)))


def _label(tellings: Tellings, s: Sighting) -> str:
    m = _patterns()[0]["agreement"].search(s.noun.of(tellings.text(s.article)))
    assert m is not None
    noun = m["noun"].lower().rstrip("s")
    if m["sign"]:
        return f"{noun} {m['sign']}"
    if m["on"]:
        return f"{noun}{m[0][m.end('noun') : m.start('on')]}{m['on']}"
    plural = "s" if m["noun"].endswith("s") else ""
    preposition = re.search(r" (de |d['’]|du |des )(la |l['’])?", m[0])
    told = f"{preposition[1]}{preposition[2] or ''}" if preposition else "de "
    return f"{noun}{plural} {told}{m['of']}"


def _agreement(
    tellings: Tellings, key: str, label: str, told: list[tuple[Sighting, LedgerEntry]]
) -> Agreement:
    parties: Counter[str] = Counter()
    dates: Counter[str] = Counter()
    terms: dict[str, None] = {}
    for s, entry in told:
        # who signs, agrees or is said to keep or break it
        for e in tellings.events_in(s.article, s.sentence):
            if e.type in ("AGREE", "SUPPORT") and e.status in ("occurred", "ongoing"):
                sides = tellings.cast.sides((*e.actors, *e.recipients))
                parties.update(p for p in sides if tellings.cast.kind(p) in PARTIES)
        if entry.state in ("signed", "reached"):
            dates.update(_dates(tellings, s))
        tail = tellings.text(s.article)[s.noun.end : s.sentence.end]
        if m := _patterns()[2].search(tail[:60]):
            terms[" ".join(tail[m.start() :].split())[:160]] = None
    entries = [e for _, e in told]
    told_states = [e.state for e in entries if e.state != "told"]
    return Agreement(
        id="g" + hashlib.sha256(key.encode()).hexdigest()[:10],
        label=label,
        parties=tuple(sorted(parties, key=lambda p: (-parties[p], p))[:6]),
        date=min(dates, key=lambda d: (-dates[d], _length(d), d)) if dates else None,
        state=told_states[-1] if told_states else "told",
        terms=tuple(terms)[:5],
        life=tuple(entries),
        sources=tellings.sources.count(e.article for e in entries),
    )


def _dates(tellings: Tellings, s: Sighting) -> list[str]:
    """The days near the noun, at or before the article's."""
    made = tellings.day_bounds(s.article)
    around = Span(max(s.sentence.start, s.noun.start - 60), min(s.sentence.end, s.noun.end + 60))
    return [
        t.edtf
        for t in tellings.times_in(s.article, around)
        if t.type == "DATE" and t.edtf and made and bounds(t.edtf)[0] <= made[1]
    ]


def _length(edtf: str) -> int:
    first, last = bounds(edtf)
    return (last - first).days
