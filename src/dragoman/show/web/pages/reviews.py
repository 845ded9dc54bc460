"""Review: the entries least sure first, to accept, correct or reject; every judgement with who, when and why.

"/review" → "il a promis…", confidence 0.43, [accept] [reject] [another speaks: …].
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.model.judgements import Judgement
from dragoman.record import Told, find_evidence, find_judgements
from dragoman.show.selections import Selection, one_line
from dragoman.show.web.views import Facet, Pager, Ref, View

LOGGED = 100


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """An entry to judge: `before`, `words`, `after` are its sentence."""

    told: Told[Any]
    before: str
    words: str
    after: str
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class LogLine:
    """A judgement, with the words of what it is about where that is an entry."""

    judgement: Judgement
    words: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How reviewers agree on entries that two or more accepted or rejected; `percent` is None where there are none."""

    reviewers: tuple[str, ...]
    shared: int
    percent: int | None


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """`done` counts the entries that this reviewer has judged, `names` are the actors to choose a speaker from."""

    lines: tuple[ReviewLine, ...]
    pager: Pager
    done: int
    log: tuple[LogLine, ...]
    agreement: Agreement
    names: tuple[str, ...]
    facets: tuple[Facet, ...]


def gather(view: View) -> ReviewPage:
    """The page."""
    held, asked = view.selection, view.asked
    with view.open() as record:
        judgements = find_judgements(record)
        words: dict[int, str | None] = {}
        for j in judgements[:LOGGED]:
            found = None if j.kind == "rename" else find_evidence(record, j.about)
            words[j.number] = None if found is None else one_line(found.surface)
    standing = [j for j in judgements if j.undone_at is None]
    mine = {j.about for j in standing if j.kind != "rename" and (not view.who or j.who == view.who)}
    claims = held.once("least_sure", _least_sure)
    kept = [
        t for t in claims if asked.get("kind") in (None, t.claim.layer) and not (mine and t.claim.id in mine)
    ]
    lines, pager = view.part(kept)
    return ReviewPage(
        tuple(_line(view, t) for t in lines),
        pager,
        len(mine),
        tuple(
            LogLine(j, words.get(j.number), view.asked.link(f"/why/{j.about}")) for j in judgements[:LOGGED]
        ),
        agreement_of(standing),
        tuple(view.whole.cast),
        (view.facet("kind", (t.claim.layer for t in claims), "layer"),),
    )


def _least_sure(held: Selection) -> list[Told[Any]]:
    claims: tuple[Told[Any], ...] = (*held.statements, *held.events, *held.positions, *held.reports)
    return sorted(claims, key=lambda t: (t.claim.confidence, t.claim.article, t.claim.start))


def _line(view: View, told: Told[Any]) -> ReviewLine:
    source = view.selection.source(told)
    before, _, after = source.sentence.partition(source.quote)
    return ReviewLine(told, before, source.quote, after, view.ref(source.claim))


def agreement_of(judgements: list[Judgement]) -> Agreement:
    """Over the judgements that stand: of the entries that several judged, how many all judged alike."""
    votes: dict[str, dict[str, str]] = {}
    for j in judgements:
        if j.kind in ("accept", "reject"):
            votes.setdefault(j.about, {})[j.who] = j.kind
    several = [set(v.values()) for v in votes.values() if len(v) > 1]
    alike = sum(len(v) == 1 for v in several)
    return Agreement(
        tuple(sorted({j.who for j in judgements})),
        len(several),
        round(100 * alike / len(several)) if several else None,
    )
