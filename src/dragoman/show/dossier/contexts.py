"""What the dossier's page shows, as documented dataclasses: one for the page, one for each kind of entry.

Statement "s1f…" → SaidLine(speaker="Donald Trump", words="…", link=Link to the sentence in the sources).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from dragoman.model.claims import Claim
from dragoman.model.disputes import Dispute, Version
from dragoman.model.edtf import bounds, is_edtf
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.model.stories import Sourced, Story
from dragoman.record import Passages, Record, Scope, Told, find_passages
from dragoman.show.briefs import has_passed, is_telling, today_of
from dragoman.show.chronologies import Entry, make_chronology
from dragoman.show.cues import DOUBTED, cue_of_version
from dragoman.show.dossier.passages import Passage, lay_out, sentence_anchor
from dragoman.show.marks import legible
from dragoman.show.selections import Selection, select
from dragoman.show.words import Words

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class Link:
    """Where an entry comes from: `href` is the sentence on the page, `source` the outlet, `day` its EDTF date.

    `sentence` is the whole sentence on one line, in which the passage stands at `at`; `cue` are the words that are to
    be read with a statement's own; `url` is the article's address where it has one.
    """

    href: str
    source: str
    day: str | None
    claim: str
    quote: str
    sentence: str
    at: int
    cue: str
    url: str | None


@dataclass(frozen=True, slots=True)
class EventLine:
    """One act of the chronology: `date` is EDTF or None; `words` the trigger in its sentence's words.

    `articles` tell of it, the first of which is where `link` leads.
    """

    date: str | None
    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    words: str
    place: str | None
    according_to: str | None
    articles: int
    link: Link


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One statement: `relays` run from the nearest to the reader; `doubted` is what is less sure than not."""

    speaker: str
    kind: str
    words: str
    relays: tuple[str, ...]
    date: str | None
    link: Link
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class StandLine:
    """One position; `shifted` marks a stand that turned from the one before, `condition` its words or None."""

    party: str
    issue: str
    stance: str
    words: str
    condition: str | None
    date: str | None
    shifted: bool
    link: Link


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """One meeting with its life: `life` pairs a status with the link to what gave it.

    `passed` is true where its day went by and no article tells what became of it.
    """

    meeting: Meeting
    life: tuple[tuple[str, Link], ...]
    passed: bool


@dataclass(frozen=True, slots=True)
class DisputeEntry:
    """One dispute: `versions` has each version with its cue and the links to its evidence."""

    dispute: Dispute
    versions: tuple[tuple[Version, str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class ExpectationLine:
    """One expectation with the link to the sentence that raised it."""

    expectation: Expectation
    link: Link


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One article with its text laid out in passages that carry the anchors."""

    article: Sourced
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole page: `parties` are the states that took most stands.

    `first_day` and `last_day` bound the coverage (EDTF).
    """

    parties: tuple[str, ...]
    first_day: str | None
    last_day: str | None
    as_of: str | None
    known_by: str | None
    statement_count: int
    event_count: int
    chronology: tuple[EventLine, ...]
    said: tuple[tuple[str, tuple[SaidLine, ...]], ...]
    stands: tuple[tuple[str, str, tuple[StandLine, ...]], ...]
    meetings: tuple[MeetingEntry, ...]
    disputes: tuple[DisputeEntry, ...]
    expectations: tuple[ExpectationLine, ...]
    sources: tuple[SourceEntry, ...]


def gather_dossier(record: Record, words: Words, scope: Scope, issue: str | None = None) -> Dossier:
    """All that the page shows within `scope`, and of positions those on `issue`; asked for a part, only its sources."""
    held = select(record, scope)
    positions = [t for t in held.positions if issue in (None, t.claim.issue)]
    statements, events = held.statements, held.events
    if issue is not None:  # what stands in a sentence where somebody takes a stand on it
        places = {(t.claim.article, held.source(t).sentence_start) for t in positions}
        statements, events = _in(held, statements, places), _in(held, events, places)
    shown: list[Told[Any]] = [*statements, *events, *positions, *held.reports]
    story = held.story
    whole = issue is None and scope == Scope(as_of=scope.as_of, known_by=scope.known_by)
    cited = {t.claim.article for t in shown}
    articles = [a for a in held.articles if whole or a.article_id in cited]
    texts = {a.article_id: a for a in articles}
    passages = {name: find_passages(record, name) for name in texts}
    claims = {i: t.claim for i, t in held.every_claim.items() if t.claim.article in texts}
    lines = _Lines(held, passages, claims)
    turned = {s.after for s in story.shifts}
    held_by: dict[str, list[Claim]] = {name: [] for name in texts}
    for t in shown:
        held_by[t.claim.article].append(t.claim)
    said: dict[str, list[SaidLine]] = {}
    for t in statements:
        name = t.claim.speaker or words("nobody")
        said.setdefault(name, []).append(lines.said(name, t))
    stands: dict[tuple[str, str], list[StandLine]] = {}
    for p in positions:
        stands.setdefault((p.claim.party, p.claim.issue), []).append(lines.stand(p, p.claim.id in turned))
    today = today_of(scope, articles)
    days = [a.published for a in articles if a.published and is_edtf(a.published)]
    return Dossier(
        parties=_parties(story, positions),
        first_day=min(days, default=None, key=bounds),
        last_day=max(days, default=None, key=bounds),
        as_of=scope.as_of,
        known_by=scope.known_by,
        statement_count=len(statements),
        event_count=len(events),
        chronology=tuple(lines.event(e) for e in make_chronology(events, (), story.happenings)),
        said=tuple(sorted(((k, tuple(v)) for k, v in said.items()), key=lambda x: (-len(x[1]), x[0]))),
        stands=tuple((party, name, tuple(v)) for (party, name), v in sorted(stands.items())),
        meetings=tuple(
            MeetingEntry(
                m,
                tuple((p.status, lines.link(claims[p.claim])) for p in m.life if p.claim in claims),
                has_passed(m, today),
            )
            for m in filter(is_telling, story.meetings)
        ),
        disputes=tuple(
            DisputeEntry(d, tuple(lines.version(v) for v in d.versions)) for d in story.disputes if d.sure
        ),
        expectations=tuple(
            ExpectationLine(e, lines.link(claims[e.claim])) for e in story.expectations if e.claim in claims
        ),
        sources=tuple(
            SourceEntry(a, lay_out(a, passages[a.article_id], held_by[a.article_id])) for a in articles
        ),
    )


def _parties(story: Story, positions: Iterable[Told[Position]]) -> tuple[str, ...]:
    """The states that took most stands; where none took any, those that are named most."""
    states = [a.name for a in story.actors if a.kind == "state"]
    stands = Counter(t.claim.party for t in positions)
    return tuple(sorted((s for s in states if stands[s]), key=lambda s: -stands[s]) or states)[:4]


def _in(held: Selection, told: Iterable[Told[C]], places: set[tuple[str, int]]) -> tuple[Told[C], ...]:
    return tuple(t for t in told if (t.claim.article, held.source(t).sentence_start) in places)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Claims as lines of the page."""

    held: Selection
    passages: dict[str, Passages]
    claims: dict[str, Claim]

    def link(self, claim: Claim) -> Link:
        source = self.held.source_of(claim.id)
        assert source is not None
        a = source.article
        anchor = sentence_anchor(a.article_id, self.passages[a.article_id], claim.start)
        return Link(
            f"#{anchor}",
            a.outlet or a.name,
            a.published,
            claim.id,
            source.quote,
            source.sentence,
            source.at,
            source.cue,
            a.url,
        )

    def links(self, ids: tuple[str, ...]) -> tuple[Link, ...]:
        return tuple(self.link(self.claims[i]) for i in ids if i in self.claims)

    def version(self, version: Version) -> tuple[Version, str, tuple[Link, ...]]:
        links = self.links(version.claims)
        return version, cue_of_version(version, links), links

    def event(self, entry: Entry) -> EventLine:
        first = self.claims[entry.claims[0]]
        by: str | None = getattr(first, "according_to", None)
        return EventLine(
            entry.day, entry.type, entry.mode, entry.status, entry.actors, entry.recipients,
            legible(entry.what_happened), entry.place, by, entry.tellings, self.link(first),
        )  # fmt: skip

    def said(self, name: str, told: Told[Statement]) -> SaidLine:
        s = told.claim
        return SaidLine(
            name, s.kind, legible(told.surface), s.relayed_by, told.day, self.link(s), s.confidence < DOUBTED
        )  # fmt: skip

    def stand(self, told: Told[Position], shifted: bool) -> StandLine:
        p = told.claim
        text = self.held.texts[p.article].text
        condition = p.conditional_on and legible(p.conditional_on.of(text))
        return StandLine(
            p.party, p.issue, p.stance, legible(told.surface), condition or None, told.article.published,
            shifted, self.link(p),
        )  # fmt: skip
