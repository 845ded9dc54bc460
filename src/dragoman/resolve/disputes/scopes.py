"""One side says all, the other says part.

Trump: Pyongyang "avait exigé la levée de toutes les sanctions"; Pyongyang: "une levée partielle" → scope.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.disputes import Dispute
from dragoman.model.statements import Statement
from dragoman.resolve.accounts import Account, account
from dragoman.resolve.disputes.versions import make_dispute, near
from dragoman.resolve.leads import Lead
from dragoman.resolve.tellings import Tellings, stems
from dragoman.resolve.wordings import Wordings

# How far around "toutes" or "partielle" the words of the matter are looked for, in characters.
AROUND = 60


@dataclass(frozen=True, slots=True)
class Extent:
    """A statement that says how much: `words` are the stems near the word of extent, `acts` who does what."""

    account: Account
    words: frozenset[str]
    acts: frozenset[tuple[str, str]]
    phrase: str


def find_scopes(tellings: Tellings) -> list[Dispute]:
    """Disputes between a statement of the whole and one of a part, about the same act of the same side."""
    whole, part = _extents(tellings, "whole"), _extents(tellings, "part")
    by_act: dict[tuple[str, str], list[Extent]] = defaultdict(list)
    for w in whole:
        for act in w.acts:
            by_act[act].append(w)
    out, used = [], set()
    for p in part:
        for act in sorted(p.acts):
            for w in by_act[act]:
                key = (frozenset((w.account.party, p.account.party)), act)
                if key in used or not _opposed(tellings, w, p):
                    continue
                used.add(key)
                group_w = [
                    x.account for x in by_act[act] if x.account.party == w.account.party and x.words & p.words
                ]
                group_p = [
                    x.account
                    for x in part
                    if x.account.party == p.account.party and act in x.acts and x.words & w.words
                ]
                out.append(make_dispute(tellings, "scope", p.phrase, [group_w, group_p]))
    return out


def find_scope_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's statements of all or part, under the acts that they are about."""
    for s in tellings.statements_of(article):
        if s.speaker is None or not tellings.find_words(article, "extent", s.span):
            continue
        keys = [f"scopes|{side}|{act}" for side, act in sorted(_acts(tellings, s))]
        if keys:
            yield Lead("scopes", tuple(keys), article, tellings.day(article), s.start, tellings.id_of(s))


def _opposed(tellings: Tellings, w: Extent, p: Extent) -> bool:
    sides = (w.account.party, p.account.party)
    return (
        None not in sides
        and sides[0] != sides[1]
        and bool(w.words & p.words)
        and near(tellings, w.account.article, p.account.article)
    )


def _extents(tellings: Tellings, idea: str) -> list[Extent]:
    out = []
    for s in tellings.statements:
        text = tellings.surface(s)
        found = Wordings.load().find(idea, text)
        if not found or s.speaker is None:
            continue
        window = text[max(0, found.start() - AROUND) : found.end() + AROUND]
        words = stems(window) - stems(found[0])
        out.append(Extent(account(tellings, s), words, _acts(tellings, s), _phrase(text, found)))
    return out


def _acts(tellings: Tellings, statement: Statement) -> frozenset[tuple[str, str]]:
    """(side, PLOVER type) of each act that the statement reports or performs."""
    out = set()
    for e in tellings.events_in(statement.article, statement.span):
        out |= {(side, e.type) for side in tellings.cast.sides(e.actors)}
    return frozenset(out)


def _phrase(text: str, found: re.Match[str]) -> str:
    """The words around the word of extent, within its clause."""
    before = re.split(r"[,;:.]\s", text[max(0, found.start() - AROUND) : found.start()])[-1]
    after = re.split(r"[,;:.]", text[found.end() : found.end() + AROUND])[0]
    return " ".join(f"{before}{found[0]}{after}".split())
