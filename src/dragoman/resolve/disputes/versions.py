"""How a dispute and its versions are made from claims.

Two statements by Trump and one by Pyongyang → two Versions, the first with two claims.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.model.disputes import Dispute, Version
from dragoman.model.edtf import bounds
from dragoman.resolve.accounts import Account
from dragoman.resolve.tellings import Tellings, stems

# Two accounts of one matter are set against each other where their articles lie within this many days.
SAME_MATTER = 120
# A matter is named by at most so many characters before what is said, and of it.
LEAD, MATTER = 70, 90
# Two matters that share this many words are one.
LIKE = 2


def near(tellings: Tellings, a: str, b: str, days: int = SAME_MATTER) -> bool:
    """Whether two articles are close enough in time to speak of one matter."""
    x, y = tellings.day_bounds(a), tellings.day_bounds(b)
    if a == b:
        return True
    return bool(x and y) and abs((x[0] - y[0]).days) <= days  # type: ignore[index]


def make_dispute(
    tellings: Tellings, kind: str, matter: str, sides: Sequence[Sequence[Account]], sure: bool = True
) -> Dispute:
    """A dispute of `kind` between groups of accounts, one group a version."""
    versions = tuple(_version(tellings, group) for group in sides)
    told = "|".join(sorted(v.claims[0] for v in versions))
    return Dispute(
        id="d" + hashlib.sha256(f"{kind}|{told}".encode()).hexdigest()[:10],
        matter=matter,
        kind=kind,
        versions=versions,
        sure=sure,
    )


def _version(tellings: Tellings, accounts: Sequence[Account]) -> Version:
    ordered = sorted(accounts, key=lambda a: (_day(tellings, a.article), a.article, a.span))
    first = ordered[0]
    return Version(
        party=first.party,
        by=first.by,
        says=" ".join(first.says.split()),
        claims=tuple(dict.fromkeys(a.claim for a in ordered)),
        first_on=tellings.day(first.article),
        relayed_by=first.relayed_by,
        sources=tellings.sources.count(a.article for a in ordered),
    )


def _day(tellings: Tellings, article: str) -> str:
    day = tellings.day(article)
    return bounds(day)[0].isoformat() if day else "9999"


def by_party(accounts: Iterable[Account]) -> dict[str | None, list[Account]]:
    """The accounts by the side that gives them."""
    out: dict[str | None, list[Account]] = {}
    for a in accounts:
        out.setdefault(a.party, []).append(a)
    return out


def shorten(text: str, most: int = 90) -> str:
    """The beginning of a passage, cut between words."""
    told = " ".join(text.split())
    return told if len(told) <= most else told[:most].rsplit(" ", 1)[0] + "…"


def name_matter(tellings: Tellings, told: Account) -> str:
    """What is disputed, in the words of its sentence up to there: "Klow accuse Oslo d'avoir coulé un navire"."""
    text, sentence = tellings.text(told.article), tellings.sentence(told.article, told.span.start)
    start = max(sentence.start, told.span.start - LEAD)
    before = text[start : told.span.start].lstrip()
    if start > sentence.start:
        before = "… " + before.partition(" ")[2]
    whole = before + text[told.span.start : told.span.end]
    return shorten(whole, len(before) + MATTER)


def merge_disputes(tellings: Tellings, disputes: Iterable[Dispute]) -> list[Dispute]:
    """Disputes of one kind between the same parties over like words are one, told by several articles.

    One that is not sure adds nothing to one that is.
    """
    kept: dict[tuple[str, frozenset[str | None], bool], list[Dispute]] = {}
    for d in sorted(disputes, key=lambda d: (min(v.first_on or "9999" for v in d.versions), d.id)):
        group = kept.setdefault((d.kind, frozenset(v.party for v in d.versions), d.sure), [])
        words = stems(d.matter)
        for n, other in enumerate(group):
            if len(words & stems(other.matter)) >= min(LIKE, max(1, len(words))):
                group[n] = _joined(tellings, other, d)
                break
        else:
            group.append(d)
    return [d for group in kept.values() for d in group]


def _joined(tellings: Tellings, first: Dispute, second: Dispute) -> Dispute:
    """The first, with the second's evidence added to the versions of the same parties."""
    more = {v.party: v for v in second.versions}
    versions = []
    for v in first.versions:
        claims = tuple(dict.fromkeys((*v.claims, *more[v.party].claims)))
        sources = tellings.sources.count(tellings.article_of(c) for c in claims)
        versions.append(replace(v, claims=claims, sources=sources))
    return replace(first, versions=tuple(versions))
