"""One side says all, the other says part.

Trump: Pyongyang "avait exigé la levée de toutes les sanctions"; Pyongyang: "une levée partielle" → scope.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.statements import Statement
from dragoman.model.stories import Story
from dragoman.resolve.accounts import Account, account, read_account
from dragoman.resolve.disputes.versions import make_dispute, near
from dragoman.resolve.leads import Block, Lead, in_text_order
from dragoman.resolve.tellings import Tellings, stems
from dragoman.resolve.wordings import Wordings

# How far around "toutes" or "partielle" the words of the matter are looked for, in characters.
AROUND = 60
# Where a lead tells of the whole and of a part.
WHOLE, PART = 3, 4


@dataclass(frozen=True, slots=True)
class Extent:
    """A statement that says how much: `words` are the stems near the word of extent, `acts` who does what."""

    account: Account
    words: frozenset[str]
    acts: frozenset[tuple[str, str]]
    phrase: str


def tell_scopes(block: Block, tellings: Tellings) -> Story:
    """Disputes between a statement of the whole and one of a part, about the same act of the same side."""
    whole, part = _extents(block, WHOLE), _extents(block, PART)
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
    return Story(disputes=tuple(out))


def find_scope_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's statements of all or part, under the acts that they are about."""
    for s in tellings.statements_of(article):
        if s.speaker is None or not tellings.find_words(article, "extent", s.span):
            continue
        acts = sorted(_acts(tellings, s))
        if acts:
            text = tellings.surface(s)
            told = (s.end, acts, account(tellings, s).packed(), _extent(text, "whole"), _extent(text, "part"))
            keys = tuple(f"scopes|{side}|{act}" for side, act in acts)
            yield Lead("scopes", keys, article, tellings.day(article), s.start, tellings.id_of(s), told)


def _opposed(tellings: Tellings, w: Extent, p: Extent) -> bool:
    sides = (w.account.party, p.account.party)
    return (
        None not in sides
        and sides[0] != sides[1]
        and bool(w.words & p.words)
        and near(tellings, w.account.article, p.account.article)
    )


def _extent(text: str, idea: str) -> tuple[list[str], str] | None:
    """The stems around the word of extent, and its phrase; None where the statement has no such word."""
    found = Wordings.load().find(idea, text)
    if not found:
        return None
    window = text[max(0, found.start() - AROUND) : found.end() + AROUND]
    return sorted(stems(window) - stems(found[0])), _phrase(text, found)


def _extents(block: Block, idea: int) -> list[Extent]:
    """What the leads of a block say of the WHOLE, or of a PART, in the order of the text."""
    out = []
    for lead in in_text_order(block):
        if lead.told[idea] is not None:
            words, phrase = lead.told[idea]
            acts = frozenset((side, act) for side, act in lead.told[1])
            out.append(Extent(read_account(lead.told[2]), frozenset(words), acts, phrase))
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
