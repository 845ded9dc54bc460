"""One side says all, the other says part.

Trump: Pyongyang "avait exigé la levée de toutes les sanctions"; Pyongyang: "une levée partielle" → scope.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.disputes import Dispute
from dragoman.model.statements import Statement
from dragoman.resolve.disputes.versions import Account, account, make_dispute, near
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


def find_scopes(tellings: Tellings) -> list[Dispute]:
    """Disputes between a statement of the whole and one of a part, about the same act of the same side."""
    whole, part = _extents(tellings, "whole"), _extents(tellings, "part")
    out, used = [], set()
    for w in whole:
        for p in part:
            if w.account.party == p.account.party or None in (w.account.party, p.account.party):
                continue
            if not near(tellings, w.account.article, p.account.article):
                continue
            same_words, same_acts = w.words & p.words, w.acts & p.acts
            if not same_words or not same_acts:
                continue
            key = (frozenset((w.account.party, p.account.party)), min(same_acts))
            if key in used:
                continue
            used.add(key)
            group_w = [
                x.account
                for x in whole
                if x.account.party == w.account.party and x.acts & same_acts and x.words & same_words
            ]
            group_p = [
                x.account
                for x in part
                if x.account.party == p.account.party and x.acts & same_acts and x.words & same_words
            ]
            out.append(make_dispute(tellings, "scope", p.account.says, [group_w, group_p]))
    return out


def _extents(tellings: Tellings, idea: str) -> list[Extent]:
    out = []
    for s in tellings.statements:
        text = tellings.surface(s)
        found = Wordings.load().find(idea, text)
        if not found or s.speaker is None:
            continue
        window = text[max(0, found.start() - AROUND) : found.end() + AROUND]
        words = stems(window) - stems(found[0])
        out.append(Extent(account(tellings, s), words, _acts(tellings, s)))
    return out


def _acts(tellings: Tellings, statement: Statement) -> frozenset[tuple[str, str]]:
    """(side, PLOVER type) of each act that the statement reports or performs."""
    out = set()
    for e in tellings.events_in(statement.article, statement.span):
        out |= {(side, e.type) for side in tellings.cast.sides(e.actors)}
    return frozenset(out)
