"""What the dossier's page shows, as documented dataclasses: one for the page, one for each kind of entry.

Statement "s1f…" → SaidLine(speaker="Donald Trump", words="…", link=Link to the sentence in the sources).
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.gather import tell_story
from dragoman.model.claims import Claim
from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds
from dragoman.model.events import Event
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting, MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.model.stories import Sourced
from dragoman.record import Record, Scope, find_articles, find_claims, find_passages
from dragoman.show.dossier.passages import Passage, lay_out, sentence_anchor
from dragoman.show.words import Words


@dataclass(frozen=True, slots=True)
class Link:
    """Where an entry comes from: `href` is the sentence on the page, `source` the outlet, `day` its EDTF date."""

    href: str
    source: str
    day: str | None
    claim: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """One line of the chronology: `date` is EDTF or None; `words` the trigger in its sentence's words."""

    date: str | None
    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    words: str
    place: str | None
    according_to: str | None
    link: Link


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One statement: `relays` run from the nearest to the reader."""

    speaker: str
    kind: str
    words: str
    relays: tuple[str, ...]
    date: str | None
    link: Link


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
    """One meeting with its life: `life` pairs a status with the link to what gave it."""

    meeting: Meeting
    life: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class DisputeEntry:
    """One dispute: `versions` pairs each version with the links to its evidence."""

    dispute: Dispute
    versions: tuple[tuple[object, tuple[Link, ...]], ...]


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
    """The whole page: `parties` are the most written about, `first_day`/`last_day` bound the coverage (EDTF)."""

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


def gather_dossier(record: Record, words: Words, *, as_of: str | None, known_by: str | None) -> Dossier:
    """All that the page shows, within the two dates."""
    scope = Scope(as_of=as_of, known_by=known_by)
    articles = find_articles(record, scope, text=True)
    story = tell_story(record, as_of=as_of, known_by=known_by)
    passages = {a.article_id: find_passages(record, a.article_id) for a in articles}
    texts = {a.article_id: a for a in articles}
    claims: dict[str, Claim] = {}

    def link(claim: Claim) -> Link:
        article = texts[claim.article]
        anchor = sentence_anchor(article.article_id, passages[article.article_id], claim.start)
        return Link(f"#{anchor}", article.outlet or article.name, article.published, claim.id)

    def surface(claim: Claim) -> str:
        return " ".join(texts[claim.article].text[claim.start : claim.end].split())

    told = {
        noun: [t.claim for t in find_claims(record, noun, scope)]
        for noun in (Statement, Event, MeetingReport, Position)
    }
    for group in told.values():
        claims.update({c.id: c for c in group})
    held: dict[str, list[Claim]] = {a.article_id: [] for a in articles}
    for claim in claims.values():
        held[claim.article].append(claim)
    turned = {s.after for s in story.shifts}

    def links(ids: tuple[str, ...]) -> tuple[Link, ...]:
        return tuple(link(claims[i]) for i in ids if i in claims)

    chronology = sorted(
        (
            EventLine(
                e.date,
                e.type,
                e.mode,
                e.status,
                e.actors,
                e.recipients,
                surface(e),
                e.place,
                e.according_to,
                link(e),
            )
            for e in told[Event]
            if isinstance(e, Event)
        ),
        key=lambda line: (bounds(line.date) if line.date else bounds("9999-12-31"), line.link.day or ""),
    )
    said: dict[str, list[SaidLine]] = {}
    for s in told[Statement]:
        assert isinstance(s, Statement)
        name = s.speaker or words("nobody")
        day = s.said_on or texts[s.article].published
        said.setdefault(name, []).append(SaidLine(name, s.kind, surface(s), s.relayed_by, day, link(s)))
    stands: dict[tuple[str, str], list[StandLine]] = {}
    for p in told[Position]:
        assert isinstance(p, Position)
        text = texts[p.article].text
        condition = p.conditional_on and " ".join(p.conditional_on.of(text).split())
        line = StandLine(
            p.party,
            p.issue,
            p.stance,
            surface(p),
            condition,
            texts[p.article].published,
            p.id in turned,
            link(p),
        )
        stands.setdefault((p.party, p.issue), []).append(line)
    days = [a.published for a in articles if a.published]
    return Dossier(
        parties=tuple(a.name for a in story.actors if a.kind == "state")[:4],
        first_day=min(days, default=None, key=bounds) if days else None,
        last_day=max(days, key=bounds) if days else None,
        as_of=as_of,
        known_by=known_by,
        statement_count=len(told[Statement]),
        event_count=len(told[Event]),
        chronology=tuple(chronology),
        said=tuple(sorted(((k, tuple(v)) for k, v in said.items()), key=lambda x: (-len(x[1]), x[0]))),
        stands=tuple((party, issue, tuple(v)) for (party, issue), v in sorted(stands.items())),
        meetings=tuple(
            MeetingEntry(m, tuple((p.status, link(claims[p.claim])) for p in m.life if p.claim in claims))
            for m in story.meetings
        ),
        disputes=tuple(
            DisputeEntry(d, tuple((v, links(v.claims)) for v in d.versions)) for d in story.disputes if d.sure
        ),
        expectations=tuple(
            ExpectationLine(e, link(claims[e.claim])) for e in story.expectations if e.claim in claims
        ),
        sources=tuple(
            SourceEntry(
                a,
                lay_out(a, passages[a.article_id], held[a.article_id]),
            )
            for a in articles
        ),
    )
