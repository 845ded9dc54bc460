"""What was said to come beside meetings, and what became of it: acts planned, promised, hoped for, threatened.

A release promised on 3 May by Bordurie; "Bordurie a libéré…" told on 9 May → met by that event, on its day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from dragoman.model.edtf import Day, bounds
from dragoman.model.events import Event
from dragoman.model.expectations import Expectation
from dragoman.model.statements import Statement
from dragoman.model.stories import Story
from dragoman.resolve.ahead import KINDS, attitude_of, clause_of, is_ahead
from dragoman.resolve.disputes.versions import shorten
from dragoman.resolve.expectations import AHEAD, make_expectation, speaker_of
from dragoman.resolve.forecasts import NOT_TO_COME, find_forecasts, words_of
from dragoman.resolve.horizons import find_horizon
from dragoman.resolve.leads import Block, Lead
from dragoman.resolve.outcomes import Outcome, clause_words, is_late, unsettled
from dragoman.resolve.tellings import Tellings, stems

# An act is carried out by one of these (an announced release by a release, an accord by its signing).
FULFILS = {
    "AGREE": ("AGREE", "SUPPORT"),
    "CONCEDE": ("RETREAT", "CONCEDE"),
    "SUPPORT": ("SUPPORT",),
    "CONSULT": ("CONSULT",),
    "SANCTION": ("SANCTION",),
    "COOPERATE": ("COOPERATE",),
    "AID": ("AID",),
    "RETREAT": ("RETREAT",),
    "MOBILIZE": ("MOBILIZE",),
    "COERCE": ("COERCE",),
    "ASSAULT": ("ASSAULT",),
}
FULFILLING = frozenset(t for types in FULFILS.values() for t in types)
# An act of such a status settles what was said to come.
SETTLES = ("occurred", "cancelled")
# What is said to come and is no act of these types.
SAID = "SAID"
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Promise:
    """An act that is to come: `sides` do it, to `others`; `what` is in whose words (`by`), `horizon` by when (EDTF)."""

    claim: str
    made_on: str | None
    type: str
    sides: frozenset[str]
    others: frozenset[str]
    words: frozenset[str]
    by: str | None
    kind: str
    what: str
    horizon: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that was carried out, or called off: `told_on` is the day of its article (EDTF)."""

    claim: str
    type: str
    status: str
    on: str | None
    told_on: str
    told: tuple[Day, Day]
    sides: frozenset[str]
    words: frozenset[str]


def find_promise_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """What the article says is to come, under the first of the sides that would do it.

    And under every side, what was done.
    """
    day = tellings.day(article)
    taken: set[str] = set()
    for event, holder in _promised(tellings, article):
        taken |= {tellings.id_of(event), *([tellings.id_of(holder)] if holder else [])}
        cast = tellings.cast
        sides, others = sorted(cast.sides(event.actors)), sorted(cast.sides(event.recipients))
        by = event.according_to or (speaker_of(tellings, holder) if holder else None)
        span = holder.span if holder else tellings.sentence(article, event.start)
        clause = clause_of(tellings, article, event.span).of(tellings.text(article))
        what = tellings.surface(holder) if holder else shorten(clause, LONGEST)
        kind = (attitude_of(tellings, holder) if holder else None) or "planned"
        horizon = find_horizon(tellings, article, span, event.date, holder.said_on if holder else None)
        words = sorted(clause_words(tellings, event))
        told = (
            "promise",
            event.type,
            sides,
            others,
            words,
            cast.name(by) if by else None,
            kind,
            " ".join(what.split()),
            horizon,
        )
        yield Lead(
            "promises", (f"promises|{sides[0]}",), article, day, event.start, tellings.id_of(event), told
        )
    yield from _forecast_leads(tellings, article, taken)
    if day is None:
        return
    deeds: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for event in tellings.events_of(article):
        if event.status in SETTLES and event.type in FULFILLING:
            sides = sorted(tellings.cast.sides((*event.actors, *event.recipients)))
            words = sorted(clause_words(tellings, event))
            deed = (tellings.id_of(event), event.type, event.status, event.date, sides, words)
            for side in sides:
                deeds[side].append(deed)
    for side, done in deeds.items():
        yield Lead("promises", (f"promises|{side}",), article, day, 0, told=("deeds", done))


def _forecast_leads(tellings: Tellings, article: str, taken: Set[str]) -> Iterator[Lead]:
    """What is said to come within a term: no act fulfils it, coverage tells whether it lapsed."""
    for f in find_forecasts(tellings, article, taken):
        sides = sorted(f.sides) or [f.by or article]
        what = words_of(tellings, article, f.span)
        others: list[str] = []
        told = ("promise", SAID, sides, others, sorted(stems(what)), f.by, f.kind, what, f.horizon)
        day = tellings.day(article)
        yield Lead("promises", (f"promises|{sides[0]}",), article, day, f.span.start, f.claim, told)


def _promised(tellings: Tellings, article: str) -> Iterator[tuple[Event, Statement | None]]:
    """The article's acts to come with the statement that holds each; one for each statement or clause."""
    seen: set[str] = set()
    for event in tellings.events_of(article):
        if event.type not in FULFILS or not event.actors:
            continue
        holder = tellings.holder(article, event.span)
        cue = (holder.cue_class or "") if holder else ""
        hoped = cue in KINDS and event.status in ("planned", "proposed")
        threatened = cue == "threaten" and event.status == "hypothetical"
        if cue in NOT_TO_COME or not (event.status == "planned" or hoped or threatened):
            continue
        if _is_past(tellings, event) or _is_of_meeting(tellings, event, holder):
            continue
        if not is_ahead(tellings, article, event.span, holder):
            continue
        key = tellings.id_of(holder) if holder else str(tellings.sentence(article, event.start).start)
        if key not in seen:
            seen.add(key)
            yield event, holder


def _is_of_meeting(tellings: Tellings, event: Event, holder: Statement | None) -> bool:
    """Whether it is the meeting that a report tells of, or said in one breath with a meeting to come."""
    for r in tellings.reports_of(event.article):
        if any(mention.touches(event.span) for mention in r.mentions):
            return True
        if holder and r.status in AHEAD and any(holder.span.holds(mention) for mention in r.mentions):
            return True
    return False


def _is_past(tellings: Tellings, event: Event) -> bool:
    """Whether its day lay behind when the article came out."""
    told = tellings.day_bounds(event.article)
    return bool(event.date and told) and bounds(event.date)[1] < told[0]  # type: ignore[index]


def tell_promises(block: Block, tellings: Tellings) -> Story:
    """What became of the promises of a block by today."""
    promises = [_promise(x) for x in block if x.told[0] == "promise" and tellings.is_by_now(x.article)]
    if not promises:
        return Story()
    deeds: dict[str, list[Deed]] = defaultdict(list)
    for deed in (d for lead in block if lead.told[0] == "deeds" for d in _deeds(lead)):
        if deed.told[0] <= tellings.today:
            deeds[deed.type].append(deed)
    for told in deeds.values():
        told.sort(key=lambda d: (d.told, d.claim))
    return Story(expectations=tuple(_expectation(tellings, p, deeds) for p in promises))


def _promise(lead: Lead) -> Promise:
    _, type_, sides, others, words, by, kind, what, horizon = lead.told
    return Promise(
        lead.claim, lead.day, type_, frozenset(sides), frozenset(others), frozenset(words), by, kind, what, horizon
    )  # fmt: skip


def _deeds(lead: Lead) -> Iterator[Deed]:
    assert lead.day is not None
    told = bounds(lead.day)
    for claim, type_, status, on, sides, words in lead.told[1]:
        yield Deed(claim, type_, status, on, lead.day, told, frozenset(sides), frozenset(words))


def _expectation(tellings: Tellings, p: Promise, deeds: dict[str, list[Deed]]) -> Expectation:
    outcome = _outcome(p, deeds) or unsettled(tellings, p.horizon, p.sides)
    return make_expectation(p.claim, p.made_on, p.what, p.by, p.kind, p.horizon, outcome)


def _outcome(p: Promise, deeds: dict[str, list[Deed]]) -> Outcome | None:
    """The first later act of the same sides, told in like words, that carries it out or calls it off."""
    if p.made_on is None:
        return None
    made = bounds(p.made_on)
    found = [d for t in FULFILS.get(p.type, ()) if (d := next(_later(p, made, deeds.get(t, ())), None))]
    first = min(found, key=lambda d: (d.told, d.claim), default=None)
    if first is None:
        return None
    on = first.on or first.told_on
    if first.status == "cancelled":
        return Outcome("overtaken", first.claim, on)
    return Outcome("met late" if is_late(on, p.horizon) else "met", first.claim, on)


def _later(p: Promise, made: tuple[Day, Day], deeds: Sequence[Deed]) -> Iterator[Deed]:
    """The acts of one type that may carry it out, first told first."""
    for d in deeds[bisect_right(deeds, made[1], key=lambda d: d.told[0]) :]:
        if d.on and bounds(d.on)[1] <= made[0]:
            continue
        if p.sides <= d.sides and (not p.others or p.others & d.sides) and p.words & d.words:
            yield d
