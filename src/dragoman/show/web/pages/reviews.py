"""Review: the entries least sure first, to accept, correct or reject; every judgement with who, when and why.

"/review" → "il a promis…", confidence 0.43, [accept] [reject] [another speaks: …].
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dragoman.model.judgements import Judgement
from dragoman.model.meetings import MEETING_STATUSES
from dragoman.record import Record, Told, find_evidence, find_judgements
from dragoman.show.marks import legible
from dragoman.show.selections import Selection
from dragoman.show.web.views import Facet, Pager, Ref, View

LOGGED = 100
QUEUE = 20  # entries on one page
CAST = 2000  # names to choose from; any other may be typed
NAMES = ("rename", "same", "apart", "unsure")  # judgements that are of no entry


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
class PairLine:
    """Two reviewers: `shared` entries that both accepted or rejected, on `percent` of which they agree.

    `kappa` is Cohen's, in 0..1 and below: agreement beyond chance; None where one of them always says the same.
    """

    one: str
    other: str
    shared: int
    percent: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """`done` counts the entries that this reviewer has judged, `names` are the actors to choose a speaker from.

    `statuses` are those that a meeting may have; `pairs` how reviewers agree, `conflicts` the entries on which they
    do not, each with who said what.
    """

    lines: tuple[ReviewLine, ...]
    pager: Pager
    done: int
    log: tuple[LogLine, ...]
    pairs: tuple[PairLine, ...]
    conflicts: tuple[tuple[LogLine, ...], ...]
    names: tuple[str, ...]
    statuses: tuple[str, ...]
    facets: tuple[Facet, ...]


def gather(view: View) -> ReviewPage:
    """The page."""
    held, asked = view.selection, view.asked
    with view.open() as record:
        judgements = find_judgements(record)
    standing = [j for j in judgements if j.undone_at is None]
    mine = {j.about for j in standing if j.kind not in NAMES and (not view.who or j.who == view.who)}
    claims = held.once("least_sure", _least_sure)
    kept = [
        t
        for t in claims
        if asked.get("kind") in (None, t.claim.layer)
        and asked.get("outlet") in (None, t.article.outlet)
        and t.claim.id not in mine
    ]
    lines, pager = view.part(kept, QUEUE)
    votes = votes_of(standing)
    apart = [about for about, by in votes.items() if len({j.kind for j in by.values()}) > 1]
    with view.open() as record:
        log = tuple(_log(view, record, j) for j in judgements[:LOGGED])
        conflicts = tuple(
            tuple(_log(view, record, j) for j in votes[about].values()) for about in apart[:LOGGED]
        )
    return ReviewPage(
        tuple(_line(view, t) for t in lines),
        pager,
        len(mine),
        log,
        agreement_of(votes),
        conflicts,
        tuple(list(view.whole.cast)[:CAST]),
        MEETING_STATUSES,
        (
            view.facet("kind", (t.claim.layer for t in claims), "layer"),
            view.facet("outlet", (t.article.outlet for t in claims)),
        ),
    )


def _log(view: View, record: Record, judgement: Judgement) -> LogLine:
    found = None if judgement.kind in NAMES else find_evidence(record, judgement.about)
    words = None if found is None else legible(found.surface)
    return LogLine(judgement, words, view.why(judgement.about))


def _least_sure(held: Selection) -> list[Told[Any]]:
    claims: tuple[Told[Any], ...] = (*held.statements, *held.events, *held.positions, *held.reports)
    return sorted(claims, key=lambda t: (t.claim.confidence, t.claim.article, t.claim.start))


def _line(view: View, told: Told[Any]) -> ReviewLine:
    source = view.selection.source(told)
    before, after = source.sentence[: source.at], source.sentence[source.at + len(source.quote) :]
    return ReviewLine(told, before, source.quote, after, view.ref(source.claim))


def votes_of(standing: list[Judgement]) -> dict[str, dict[str, Judgement]]:
    """Who accepted or rejected each entry that was, of the judgements that stand."""
    votes: dict[str, dict[str, Judgement]] = {}
    for j in reversed(standing):
        if j.kind in ("accept", "reject"):
            votes.setdefault(j.about, {})[j.who] = j
    return votes


def agreement_of(votes: dict[str, dict[str, Judgement]]) -> tuple[PairLine, ...]:
    """For each two reviewers how they agree on what both judged; Cohen (1960) for the part beyond chance."""
    shared: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    for by in votes.values():
        for a, b in combinations(sorted(by), 2):
            shared.setdefault((a, b), []).append((by[a].kind == "accept", by[b].kind == "accept"))
    return tuple(_pair(*names, told) for names, told in sorted(shared.items()))


def _pair(one: str, other: str, told: list[tuple[bool, bool]]) -> PairLine:
    n = len(told)
    alike = sum(a == b for a, b in told) / n
    yes = sum(a for a, _ in told) / n, sum(b for _, b in told) / n
    chance = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    kappa = None if chance == 1 else round((alike - chance) / (1 - chance), 2)
    return PairLine(one, other, n, round(100 * alike), kappa)
