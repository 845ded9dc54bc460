"""What a screen or an export shows: all that lies within a scope, each claim with its sentence.

select(record, Scope(actor="trump", known_by="2019-02-28")) → his statements, acts, meetings, as known by then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from dragoman.gather import tell_story
from dragoman.model.claims import Claim
from dragoman.model.disputes import Dispute
from dragoman.model.events import Event
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting, MeetingReport
from dragoman.model.positions import Position, Shift
from dragoman.model.reprints import Reprint
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.model.stories import ResolvedActor, Sourced, Story
from dragoman.record import Record, Scope, Told, find_articles, find_claims, find_sentences, named
from dragoman.resolve.reprints import find_reprints
from dragoman.show.within import concerns, is_about, is_between

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands: `quote` is its passage, `sentence` the whole of its sentence, on one line each.

    `url` is the article's address, or a name of our own that every re-read keeps where it has none.
    """

    claim: str
    quote: str
    sentence: str
    sentence_start: int
    article: Sourced
    url: str


@dataclass(frozen=True)
class Selection:
    """The parts of a record within `scope`, each in the record's order; `articles` have their texts."""

    scope: Scope
    articles: tuple[Sourced, ...]
    statements: tuple[Told[Statement], ...]
    events: tuple[Told[Event], ...]
    reports: tuple[Told[MeetingReport], ...]
    positions: tuple[Told[Position], ...]
    meetings: tuple[Meeting, ...]
    disputes: tuple[Dispute, ...]
    expectations: tuple[Expectation, ...]
    actors: tuple[ResolvedActor, ...]
    shifts: tuple[Shift, ...]
    every_claim: dict[str, Told[Any]]
    sentences: dict[str, list[Span]]

    @cached_property
    def texts(self) -> dict[str, Sourced]:
        """The articles by their ids."""
        return {a.article_id: a for a in self.articles}

    @cached_property
    def story(self) -> Story:
        """The parts that resolution told."""
        return Story(
            actors=self.actors,
            meetings=self.meetings,
            disputes=self.disputes,
            expectations=self.expectations,
            shifts=self.shifts,
        )

    @cached_property
    def reprints(self) -> list[Reprint]:
        """Which article follows which, and what changed between the two."""
        return find_reprints(self.articles)

    @cached_property
    def sides(self) -> dict[str, str]:
        """The side that each actor speaks for, itself where it has none."""
        return {a.name: a.side or a.name for a in self.actors}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What each actor is."""
        return {a.name: a.kind for a in self.actors}

    @cached_property
    def cast(self) -> dict[str, str]:
        """What each actor is that the selection names, in the actors' order, then by name; `group` where unknown."""
        said = {t.claim.speaker for t in self.statements if t.claim.speaker}
        met = {name for m in self.meetings for name in m.participants}
        acted = {n for t in self.events for n in (*t.claim.actors, *t.claim.recipients)}
        others = (said | met | acted | {t.claim.party for t in self.positions}) - set(self.kinds)
        return {**self.kinds, **dict.fromkeys(sorted(others), "group")}

    def source_of(self, claim_id: str | None) -> Source | None:
        """Where a claim stands; None where the scope has it not."""
        told = self.every_claim.get(claim_id or "")
        return None if told is None else self.source(told)

    def source(self, told: Told[Any]) -> Source:
        """Where a claim of the scope stands."""
        claim: Claim = told.claim
        article = self.texts[claim.article]
        span = sentence_of(self.sentences.get(claim.article, []), claim.span)
        return Source(
            claim.id,
            one_line(told.surface),
            one_line(span.of(article.text)),
            span.start,
            article,
            article.url or f"urn:dragoman:{article.article_id}:{claim.start}-{claim.end}",
        )

    def sources_of(self, claims: tuple[str, ...]) -> Iterator[Source]:
        """Where several claims stand, each once."""
        found = (self.source_of(c) for c in dict.fromkeys(claims))
        return (s for s in found if s is not None)


def sentence_of(sentences: list[Span], span: Span) -> Span:
    """The sentence or sentences that `span` touches; itself where none does. `sentences` are in text order."""
    k = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
    first, last = span
    if k >= 0 and sentences[k].end > span.start:
        first = min(first, sentences[k].start)
    for sentence in sentences[max(k, 0) :]:
        if sentence.start >= span.end:
            break
        if sentence.touches(span):
            last = max(last, sentence.end)
    return Span(first, last)


def one_line(words: str) -> str:
    """`words` with each stretch of white space as one space."""
    return " ".join(words.split())


def select(record: Record, scope: Scope) -> Selection:
    """All that lies within `scope`; evidence is kept from the whole of what was known."""
    return narrow(_select_all(record, Scope(as_of=scope.as_of, known_by=scope.known_by)), scope)


def narrow(selection: Selection, scope: Scope) -> Selection:
    """The part of a selection that is about the scope's actor and lies between its days."""
    if scope == selection.scope:
        return selection

    def kept(told: tuple[Told[C], ...]) -> tuple[Told[C], ...]:
        return tuple(t for t in told if is_between(t.day, scope) and concerns(t.claim, scope.actor))

    positions = kept(selection.positions)
    ids = {t.claim.id for t in positions}
    return replace(
        selection,
        scope=scope,
        statements=kept(selection.statements),
        events=kept(selection.events),
        reports=kept(selection.reports),
        positions=positions,
        meetings=tuple(
            m for m in selection.meetings if is_about(m, scope.actor) and is_between(m.date, scope)
        ),
        disputes=tuple(
            d
            for d in selection.disputes
            if is_about(d, scope.actor) and any(is_between(v.first_on, scope) for v in d.versions)
        ),
        expectations=tuple(
            e
            for e in selection.expectations
            if is_about(e, scope.actor) and (is_between(e.horizon, scope) or is_between(e.made_on, scope))
        ),
        actors=tuple(
            a
            for a in selection.actors
            if scope.actor is None or any(named(n, scope.actor) for n in (a.name, a.side, *a.aliases))
        ),
        shifts=tuple(s for s in selection.shifts if s.after in ids),
    )


def _select_all(record: Record, scope: Scope) -> Selection:
    known = Scope(known_by=scope.known_by)
    with record.snapshot():
        story = tell_story(record, as_of=scope.as_of, known_by=scope.known_by)
        articles = find_articles(record, scope, text=True)
        statements = find_claims(record, Statement, scope)
        events = find_claims(record, Event, scope)
        reports = find_claims(record, MeetingReport, scope)
        positions = find_claims(record, Position, scope)
        everything: list[Told[Any]] = [*statements, *events, *reports, *positions]
        if scope != known:
            everything = [
                t
                for noun in (Statement, Event, MeetingReport, Position)
                for t in find_claims(record, noun, known)
            ]
        sentences = find_sentences(record, scope)
    return Selection(
        scope=scope,
        articles=tuple(articles),
        statements=tuple(statements),
        events=tuple(events),
        reports=tuple(reports),
        positions=tuple(positions),
        meetings=story.meetings,
        disputes=story.disputes,
        expectations=story.expectations,
        actors=story.actors,
        shifts=story.shifts,
        every_claim={t.claim.id: t for t in everything},
        sentences=sentences,
    )
