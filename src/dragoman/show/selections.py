"""What a screen or an export shows: all that lies within a scope, each claim with its sentence.

select(record, Scope(actor="trump", known_by="2019-02-28")) → his statements, acts, meetings, as known by then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, TypeVar

from dragoman.gather import tell_story
from dragoman.model.claims import Claim
from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds, is_edtf
from dragoman.model.events import Event
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting, MeetingReport
from dragoman.model.positions import Position, Shift
from dragoman.model.reprints import Reprint
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.model.stories import ResolvedActor, Sourced, Story
from dragoman.record import (
    Record,
    Rulings,
    Scope,
    Told,
    find_articles,
    find_claims,
    find_sentences,
    named,
)
from dragoman.show.chronologies import MEETING, Entry, make_chronology
from dragoman.show.cues import cue_of
from dragoman.show.marks import one_line
from dragoman.show.within import concerns, is_about, is_between, names_in

C = TypeVar("C", bound=Claim)
T = TypeVar("T")
DAYS_OF_A_DISPATCH = 3  # within which it is printed, updated, rewritten


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands: `quote` is its passage, `sentence` the whole of its sentence, on one line each.

    `at` is where the quote begins in the sentence, `cue` the words that are to be read with a statement's own.
    `url` is the article's address, or a name of our own that every re-read keeps where it has none.
    """

    claim: str
    quote: str
    sentence: str
    at: int
    cue: str
    sentence_start: int
    article: Sourced
    url: str


@dataclass(frozen=True)
class Selection:
    """The parts of a record within `scope`, each in the record's order; `articles` have their texts.

    `filters` are those of the screens that were laid over it besides, by name.
    """

    scope: Scope
    articles: tuple[Sourced, ...]
    statements: tuple[Told[Statement], ...]
    events: tuple[Told[Event], ...]
    reports: tuple[Told[MeetingReport], ...]
    positions: tuple[Told[Position], ...]
    story: Story
    every_claim: dict[str, Told[Any]]
    sentences: dict[str, list[Span]]
    filters: dict[str, str] = field(default_factory=dict)
    made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def texts(self) -> dict[str, Sourced]:
        """The articles by their ids."""
        return {a.article_id: a for a in self.articles}

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings of the story."""
        return self.story.meetings

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """The disputes of the story."""
        return self.story.disputes

    @property
    def expectations(self) -> tuple[Expectation, ...]:
        """The expectations of the story."""
        return self.story.expectations

    @property
    def actors(self) -> tuple[ResolvedActor, ...]:
        """The actors of the story."""
        return self.story.actors

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """The shifts of the story."""
        return self.story.shifts

    @cached_property
    def chronology(self) -> list[Entry]:
        """What happened day by day, each act once however often it is told; the meetings that are sure."""
        sure = {m.id for m in self.meetings if m.sure}
        return [e for e in self.full_chronology if e.type != MEETING or e.id in sure]

    @cached_property
    def full_chronology(self) -> list[Entry]:
        """The same with all meetings."""
        return make_chronology(self.events, self.meetings, self.story.happenings)

    def once(self, name: str, make: Callable[[Selection], T]) -> T:
        """What `make` gives, made when it is first asked for under that name."""
        if name not in self.made:
            self.made[name] = make(self)
        made: T = self.made[name]
        return made

    def reprints_of(self, article: Sourced) -> list[Reprint]:
        """Which articles of the same days it follows, or follow it, and what changed between the two."""
        from dragoman.resolve.reprints import (
            find_reprints,
        )  # only here: what is shown otherwise needs none of it

        near = [a for a in self.articles if a == article or is_near(a.published, article.published)]
        return [r for r in find_reprints(near) if article.article_id in (r.article, r.of)]

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
        claims: tuple[Told[Any], ...] = (*self.statements, *self.events, *self.positions)
        named = {n for t in claims for n in names_in(t.claim)}
        named.update(n for m in self.meetings for n in (*m.participants, m.cancelled_by or ""))
        named.update(n or "" for d in self.disputes for v in d.versions for n in (v.by, v.party))
        named.update(e.by or "" for e in self.expectations)
        others = sorted(named - set(self.kinds) - {""})
        return {**self.kinds, **dict.fromkeys(others, "group")}

    def source_of(self, claim_id: str | None) -> Source | None:
        """Where a claim stands; None where the scope has it not."""
        told = self.every_claim.get(claim_id or "")
        return None if told is None else self.source(told)

    def sentence_start(self, claim: Claim) -> int:
        """Where the sentence begins in which a claim begins; the claim itself where it is in none."""
        sentences = self.sentences.get(claim.article, [])
        k = bisect_right(sentences, claim.start, key=lambda s: s.start) - 1
        return sentences[k].start if k >= 0 and sentences[k].end > claim.start else claim.start

    def source(self, told: Told[Any]) -> Source:
        """Where a claim of the scope stands."""
        claim: Claim = told.claim
        article = self.texts[claim.article]
        span = sentence_of(self.sentences.get(claim.article, []), claim.span)
        return Source(
            claim.id,
            one_line(told.surface),
            one_line(span.of(article.text)),
            place_of(article.text, span, claim.start),
            cue_of(claim, article.text),
            span.start,
            article,
            article.url or f"urn:dragoman:{article.article_id}:{claim.start}-{claim.end}",
        )

    def sources_of(self, claims: tuple[str, ...]) -> Iterator[Source]:
        """Where several claims stand, each once."""
        found = (self.source_of(c) for c in dict.fromkeys(claims))
        return (s for s in found if s is not None)


def place_of(text: str, sentence: Span, start: int) -> int:
    """Where the passage that begins at `start` stands in its sentence once that is on one line."""
    return len(one_line(text[sentence.start : start] + "|")) - 1


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


def is_near(one: str | None, other: str | None) -> bool:
    """Whether two articles may be of one week (EDTF); an undated one may be of any."""
    if one is None or other is None or not (is_edtf(one) and is_edtf(other)):
        return True
    (a, b), (c, d) = bounds(one), bounds(other)
    return (c - b).days <= DAYS_OF_A_DISPATCH and (a - d).days <= DAYS_OF_A_DISPATCH


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
        made={},
        statements=kept(selection.statements),
        events=kept(selection.events),
        reports=kept(selection.reports),
        positions=positions,
        story=narrow_story(selection.story, scope, ids),
    )


def narrow_story(story: Story, scope: Scope, positions: set[str]) -> Story:
    """The part of a story within `scope`; `positions` are the ids of those that lie within."""
    about, between = scope.actor, partial(is_between, scope=scope)

    def names(*lists: Iterable[str]) -> bool:
        return about is None or any(named(name, about) for one in lists for name in one)

    return replace(
        story,
        meetings=tuple(m for m in story.meetings if is_about(m, about) and between(m.date)),
        disputes=tuple(
            d for d in story.disputes if is_about(d, about) and any(between(v.first_on) for v in d.versions)
        ),
        expectations=tuple(
            e for e in story.expectations if is_about(e, about) and (between(e.horizon) or between(e.made_on))
        ),
        actors=tuple(a for a in story.actors if names((a.name, a.side or ""), a.aliases)),
        shifts=tuple(s for s in story.shifts if s.after in positions),
        happenings=tuple(h for h in story.happenings if names(h.actors, h.recipients) and between(h.date)),
        agreements=tuple(
            a for a in story.agreements if names(a.parties) and any(between(e.on) for e in a.life)
        ),
        measures=tuple(m for m in story.measures if names(m.by, m.on) and any(between(e.on) for e in m.life)),
        channels=tuple(c for c in story.channels if names(c.between) and any(between(e.on) for e in c.life)),
        deadlocks=tuple(
            d for d in story.deadlocks if names(d.parties) and any(between(a.on) for a in d.arcs)
        ),
    )


def _select_all(record: Record, scope: Scope) -> Selection:
    known = Scope(known_by=scope.known_by)
    with record.snapshot():
        story = tell_story(record, as_of=scope.as_of, known_by=scope.known_by)
        named_as = partial(
            _under_the_records_names, {alias: a.name for a in story.actors for alias in a.aliases}
        )
        articles = find_articles(record, scope, text=True)
        statements = named_as(find_claims(record, Statement, scope))
        events = named_as(find_claims(record, Event, scope))
        reports = named_as(find_claims(record, MeetingReport, scope))
        positions = named_as(find_claims(record, Position, scope))
        everything: list[Told[Any]] = [*statements, *events, *reports, *positions]
        if scope != known:
            everything = [
                t
                for noun in (Statement, Event, MeetingReport, Position)
                for t in named_as(find_claims(record, noun, known))
            ]
        sentences = find_sentences(record, scope)
    return Selection(
        scope=scope,
        articles=tuple(articles),
        statements=statements,
        events=events,
        reports=reports,
        positions=positions,
        story=story,
        every_claim={t.claim.id: t for t in everything},
        sentences=sentences,
    )


def _under_the_records_names(names: dict[str, str], told: Sequence[Told[C]]) -> tuple[Told[C], ...]:
    """The claims with each actor under the name that it has over all articles."""
    rulings = Rulings(frozenset(), {}, names)

    def renamed(t: Told[C]) -> Told[C]:
        if not any(name in names for name in names_in(t.claim)):
            return t
        return Told(rulings.apply(t.claim) or t.claim, t.surface, t.article)

    return tuple(map(renamed, told)) if names else tuple(told)
