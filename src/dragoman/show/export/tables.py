"""The record as plain tables, the same for CSV, XLSX, JSON Lines and Parquet: codes in English, dates EDTF.

Every row ends with where it stands: quote, sentence, url, article, outlet, published, article_id, start, end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.model.disputes import Version
from dragoman.model.expectations import Expectation
from dragoman.model.ledgers import LedgerEntry
from dragoman.model.meetings import Meeting
from dragoman.model.spans import Span
from dragoman.record import Told
from dragoman.show.marks import one_line
from dragoman.show.selections import Selection, Source, sentence_of

Cell = str | int | float | bool | None
WHERE = ("quote", "sentence", "url", "article", "outlet", "published", "article_id", "start", "end")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the names of its columns and its rows, one cell for each column."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> Iterator[dict[str, Cell]]:
        """Each row under the names of its columns."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


def make_tables(selection: Selection) -> dict[str, Table]:
    """Every table by its name."""
    made = (
        _statements(selection), _events(selection), _positions(selection), _meetings(selection),
        _disputes(selection), _expectations(selection), _shifts(selection), _ledgers(selection), _actors(selection),
        _articles(selection),
    )  # fmt: skip
    return {table.name: table for table in made}


TABLES = (
    "statements", "events", "positions", "meetings", "disputes", "expectations", "shifts", "ledgers", "actors",
    "articles",
)  # fmt: skip


def joined(names: Sequence[str]) -> str:
    """A list of names in one cell."""
    return "; ".join(names)


def _where(selection: Selection, source: Source | None) -> tuple[Cell, ...]:
    if source is None:
        return (None,) * len(WHERE)
    claim = selection.every_claim[source.claim].claim
    a = source.article
    return (
        source.quote, source.sentence, source.url, a.name, a.outlet, a.published, a.article_id,
        claim.start, claim.end,
    )  # fmt: skip


def _of_claims(selection: Selection, told: Sequence[Told[Any]]) -> list[tuple[Cell, ...]]:
    return [_where(selection, selection.source(t)) for t in told]


def _table(
    name: str, columns: tuple[str, ...], rows: Sequence[tuple[Cell, ...]], where: Sequence[tuple[Cell, ...]]
) -> Table:
    whole = tuple((*row, *place) for row, place in zip(rows, where, strict=True))
    return Table(name, (*columns, *WHERE), whole)


def _statements(selection: Selection) -> Table:
    told = selection.statements
    rows = [
        (
            s.id, t.day, s.speaker, s.on_behalf_of, s.kind, s.cue_lemma, s.cue_class, s.addressee, s.medium,
            joined(s.relayed_by), s.negative, s.hearsay, s.rule, s.confidence,
        )
        for t in told
        for s in (t.claim,)
    ]  # fmt: skip
    columns = (
        "id", "day", "speaker", "on_behalf_of", "kind", "cue", "cue_class", "addressee", "medium",
        "relayed_by", "negative", "hearsay", "rule", "confidence",
    )  # fmt: skip
    return _table("statements", columns, rows, _of_claims(selection, told))


def _events(selection: Selection) -> Table:
    told = selection.events
    rows = [
        (
            e.id, t.day, e.type, e.mode, e.status, joined(e.actors), joined(e.recipients), e.place,
            e.according_to, joined(e.contexts), e.rule, e.confidence,
        )
        for t in told
        for e in (t.claim,)
    ]  # fmt: skip
    columns = (
        "id", "day", "type", "mode", "status", "actors", "recipients", "place", "according_to", "contexts", "rule",
        "confidence",
    )  # fmt: skip
    return _table("events", columns, rows, _of_claims(selection, told))


def _positions(selection: Selection) -> Table:
    told = selection.positions
    rows = [
        (
            p.id, t.day, p.party, p.stance, p.issue, joined(p.toward), p.by,
            p.conditional_on and p.conditional_on.of(selection.texts[p.article].text), p.rule, p.confidence,
        )
        for t in told
        for p in (t.claim,)
    ]  # fmt: skip
    columns = ("id", "day", "party", "stance", "issue", "toward", "by", "condition", "rule", "confidence")
    return _table("positions", columns, rows, _of_claims(selection, told))


def _meetings(selection: Selection) -> Table:
    meetings = selection.meetings
    rows = [
        (
            m.id, m.date, m.label, m.kind, joined(m.participants), m.place, m.status, m.outcome, m.cancelled_by,
            m.part_of, m.sources, joined([f"{p.on or '?'} {p.status}" for p in m.life]),
        )
        for m in meetings
    ]  # fmt: skip
    columns = (
        "id", "date", "label", "kind", "participants", "place", "status", "outcome", "cancelled_by",
        "part_of", "sources", "life",
    )  # fmt: skip
    where = [_where(selection, source_of_meeting(selection, m)) for m in meetings]
    return _table("meetings", columns, rows, where)


def source_of_meeting(selection: Selection, meeting: Meeting) -> Source | None:
    """The report that gave the status that stands, else the first."""
    last = [p.claim for p in meeting.life if p.status == meeting.status][-1:]
    return next(selection.sources_of((*last, *meeting.reports)), None)


def _disputes(selection: Selection) -> Table:
    lines: list[tuple[str, str, str, bool, Version]] = [
        (d.id, d.matter, d.kind, d.sure, v) for d in selection.disputes for v in d.versions
    ]
    rows = [
        (i, matter, kind, sure, v.party, v.by, v.says, v.first_on, joined(v.relayed_by), v.sources)
        for i, matter, kind, sure, v in lines
    ]
    columns = (
        "id", "matter", "kind", "sure", "party", "by", "says", "first_on", "relayed_by", "sources",
    )  # fmt: skip
    where = [_where(selection, next(selection.sources_of(v.claims), None)) for *_, v in lines]
    return _table("disputes", columns, rows, where)


def _expectations(selection: Selection) -> Table:
    found: tuple[Expectation, ...] = selection.expectations
    rows = [(e.id, e.made_on, e.by, e.what, e.kind, e.horizon, e.state, e.met_on, e.met_by) for e in found]
    columns = ("id", "made_on", "by", "what", "kind", "horizon", "state", "met_on", "met_by")
    where = [_where(selection, selection.source_of(e.claim)) for e in found]
    return _table("expectations", columns, rows, where)


def _shifts(selection: Selection) -> Table:
    def stance(claim: str) -> str | None:
        told = selection.every_claim.get(claim)
        return told.claim.stance if told else None

    rows = [
        (s.after, s.party, s.issue, stance(s.before), stance(s.after), s.before) for s in selection.shifts
    ]
    columns = ("id", "party", "issue", "stance_before", "stance_after", "before")
    where = [_where(selection, selection.source_of(s.after)) for s in selection.shifts]
    return _table("shifts", columns, rows, where)


def _ledgers(selection: Selection) -> Table:
    """A row for each thing that an article tells of an agreement, a measure or a channel."""
    story = selection.story
    lines: list[tuple[tuple[Cell, ...], LedgerEntry]] = [
        *(((a.id, "agreement", a.label, None, joined(a.parties), None, a.date, a.state, a.sources), e)
          for a in story.agreements for e in a.life),
        *(((m.id, "measure", m.label, m.kind, joined(m.by), joined(m.on), m.since, m.state, m.sources), e)
          for m in story.measures for e in m.life),
        *(((c.id, "channel", c.label, c.kind, joined(c.between), None, None, c.state, c.sources), e)
          for c in story.channels for e in c.life),
    ]  # fmt: skip
    rows = [(*row, e.on, e.state, e.by) for row, e in lines]
    columns = (
        "id", "ledger", "label", "kind", "parties", "on", "date", "state", "sources", "told_on", "told_state",
        "told_by",
    )  # fmt: skip
    return _table(
        "ledgers", columns, rows, [_where_at(selection, e.article, e.start, e.end) for _, e in lines]
    )


def _where_at(selection: Selection, article: str, start: int, end: int) -> tuple[Cell, ...]:
    """Where a passage stands that is no claim."""
    a = selection.texts.get(article)
    if a is None:
        return (None,) * len(WHERE)
    sentence = sentence_of(selection.sentences.get(article, []), Span(start, end))
    return (
        one_line(a.text[start:end]), one_line(sentence.of(a.text)),
        a.url or f"urn:dragoman:{article}:{start}-{end}", a.name, a.outlet, a.published, article, start, end,
    )  # fmt: skip


def _actors(selection: Selection) -> Table:
    first = _first_claims(selection)
    rows = [
        (a.name, a.kind, a.side, joined(a.roles), joined(a.aliases), len(a.articles))
        for a in selection.actors
    ]
    where = [
        _where(selection, selection.source_of(first.get(a.name)))
        if a.name in first
        else _where_named(selection, a.name, a.articles)
        for a in selection.actors
    ]
    return _table("actors", ("name", "kind", "side", "roles", "aliases", "articles"), rows, where)


def _where_named(selection: Selection, name: str, articles: Sequence[str]) -> tuple[Cell, ...]:
    """The first article that knows an actor who has no share in any claim, and the sentence with the name."""
    article = next((selection.texts[a] for a in articles if a in selection.texts), None)
    if article is None:
        return (None,) * len(WHERE)
    start = article.text.find(name)
    span = Span(start, start + len(name)) if start >= 0 else Span(0, min(200, len(article.text)))
    return _where_at(selection, article.article_id, *span)


def _first_claims(selection: Selection) -> dict[str, str]:
    """The first claim that each actor has a share in."""
    out: dict[str, str] = {}
    for told in selection.every_claim.values():
        c = told.claim
        fields = ("speaker", "actors", "recipients", "participants", "party", "toward", "by", "according_to")
        for value in (getattr(c, name, None) for name in fields):
            for name in (value,) if isinstance(value, str) else value or ():
                out.setdefault(name, c.id)
    return out


def _articles(selection: Selection) -> Table:
    columns = ("article_id", "name", "title", "outlet", "agency", "published", "url", "digest", "quote")
    rows = tuple(
        (
            a.article_id, a.name, a.title, a.outlet, joined(a.agency), a.published,
            a.url or f"urn:dragoman:{a.article_id}", a.digest, one_line(a.text[:200]),
        )
        for a in selection.articles
    )  # fmt: skip
    return Table("articles", columns, rows)
