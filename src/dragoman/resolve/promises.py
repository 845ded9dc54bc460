"""What was said to come beside meetings, and what became of it: acts planned, promised, hoped for, threatened.

A release promised on 3 May by Bordurie; "Bordurie a libéré…" told on 9 May → met by that event, on its day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from dragoman.model.edtf import Day, bounds
from dragoman.model.events import Event
from dragoman.model.expectations import Expectation
from dragoman.model.spans import Span
from dragoman.model.stories import Story
from dragoman.resolve.ahead import attitude_of, clause_of, words_around
from dragoman.resolve.disputes.versions import shorten
from dragoman.resolve.expectations import make_expectation
from dragoman.resolve.forecasts import find_forecasts, words_of
from dragoman.resolve.horizons import find_horizon
from dragoman.resolve.leads import Block, Lead
from dragoman.resolve.outcomes import Outcome, clause_words, is_late, unsettled
from dragoman.resolve.outlooks import ARRANGES, LONGEST, find_outlooks, speaker_of, tells_which
from dragoman.resolve.promised import FULFILS, GAP, MEET, find_promised, is_to_meet
from dragoman.resolve.tellings import Tellings, stems
from dragoman.resolve.wordings import Wordings, plain_words

FULFILLING = frozenset(t for types in FULFILS.values() for t in types)
# An act of such a status settles what was said to come.
SETTLES = ("occurred", "cancelled")
# So many words that they share tell that a deed is what was promised.
ALIKE = 2
# What no term was set for is kept within so many days, or by another act.
LIFE = 180
# What is said to come and is no act of these types.
SAID = "SAID"


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
    outlooks = [o for r in tellings.reports_of(article) if tells_which(r) for o in find_outlooks(tellings, r)]
    taken = {o.claim for o in outlooks}
    own = {o.what for o in outlooks if o.by is None}  # clauses of the article's own that are told already
    held = {o.holder for o in outlooks}
    said = [s.span for s in tellings.statements_of(article) if tellings.id_of(s) in held]
    for event, holder in find_promised(tellings, article):
        taken.add(tellings.id_of(event))
        said.append(holder.span if holder else event.span)
        cast = tellings.cast
        sides, others = sorted(cast.sides(event.actors)), sorted(cast.sides(event.recipients))
        by = event.according_to or (speaker_of(tellings, holder) if holder else None)
        span = holder.span if holder else tellings.sentence(article, event.start)
        clause = clause_of(tellings, article, event.span)
        if holder and clause.end > holder.end >= clause.start - GAP and event.start >= holder.end:
            clause = span = Span(holder.start, clause.end)  # an incise breaks it
            what = shorten(clause.of(tellings.text(article)), LONGEST)
        elif holder:
            what = tellings.surface(holder)
        else:
            what = shorten(words_around(tellings, article, clause).of(tellings.text(article)), LONGEST)
            if what in own and event.type in ARRANGES:
                continue
            own.add(what)
        kind = (attitude_of(tellings, holder) if holder else None) or "planned"
        horizon = find_horizon(tellings, article, span, event.date, holder.said_on if holder else None)
        words = clause_words(tellings, event)
        told = (
            "promise",
            MEET if is_to_meet(tellings, event) else event.type,
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
    yield from _forecast_leads(tellings, article, taken, said, own)
    if day is None:
        return
    deeds: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for event in tellings.events_of(article):
        if event.status in SETTLES and event.type in FULFILLING and not _is_pledge(tellings, event):
            sides = sorted(tellings.cast.sides((*event.actors, *event.recipients)))
            words = clause_words(tellings, event)
            deed = (tellings.id_of(event), event.type, event.status, event.date, sides, words)
            for side in sides:
                deeds[side].append(deed)
    for side, done in deeds.items():
        yield Lead("promises", (f"promises|{side}",), article, day, 0, told=("deeds", done))


def _is_pledge(tellings: Tellings, event: Event) -> bool:
    """Whether the act is to say that one will: that keeps no promise."""
    return Wordings.load().find("pledge", event.span.of(tellings.text(event.article))) is not None


def _forecast_leads(
    tellings: Tellings, article: str, taken: Set[str], said: Sequence[Span], own: Set[str]
) -> Iterator[Lead]:
    """What is said to come within a term: no act fulfils it, coverage tells whether it lapsed."""
    for f in find_forecasts(tellings, article, taken, said):
        sides = sorted(f.sides) or [f.by or article]
        what = words_of(tellings, article, f.span)
        if f.by is None and what in own:
            continue
        others: list[str] = []
        told = ("promise", SAID, sides, others, sorted(stems(what)), f.by, f.kind, what, f.horizon)
        day = tellings.day(article)
        yield Lead("promises", (f"promises|{sides[0]}",), article, day, f.span.start, f.claim, told)


def tell_promises(block: Block, tellings: Tellings) -> Story:
    """What became of the promises of a block by today."""
    told = (x for x in block if x.told[0] == "promise" and tellings.is_by_now(x.article))
    promises = _each_once(tellings, told)
    if not promises:
        return Story()
    deeds: dict[str, list[Deed]] = defaultdict(list)
    for deed in (d for lead in block if lead.told[0] == "deeds" for d in _deeds(lead)):
        if deed.told[0] <= tellings.today:
            deeds[deed.type].append(deed)
    for done in deeds.values():
        done.sort(key=lambda d: (d.told, d.claim))
    return Story(expectations=tuple(_expectation(tellings, p, deeds) for p in promises))


def _each_once(tellings: Tellings, leads: Iterable[Lead]) -> list[Promise]:
    """The promises, what one speaker says in the same words once however often copies of one dispatch print it.

    Of two prints it is the one with a term, else the first.
    """
    once: dict[tuple[str, str | None, str], Promise] = {}
    for lead in leads:
        promise = _promise(lead)
        key = (tellings.sources.cluster(lead.article), promise.by, plain_words(promise.what))
        if key not in once or (promise.horizon and not once[key].horizon):
            once[key] = promise
    return list(once.values())


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


def _like(p: Promise, d: Deed) -> bool:
    """Whether the words of an act are those of what was said to come: two of them, of a meeting with somebody one."""
    least = 1 if p.type == MEET and p.others else min(ALIKE, len(p.words), len(d.words))
    return len(p.words & d.words) >= max(1, least)


def _later(p: Promise, made: tuple[Day, Day], deeds: Sequence[Deed]) -> Iterator[Deed]:
    """The acts of one type that may carry it out, first told first."""
    for d in deeds[bisect_right(deeds, made[1], key=lambda d: d.told[0]) :]:
        if d.on and bounds(d.on)[1] <= made[0]:
            continue
        if p.horizon is None and (d.told[0] - made[1]).days > LIFE:
            return
        if p.sides <= d.sides and (not p.others or p.others & d.sides) and _like(p, d):
            yield d
