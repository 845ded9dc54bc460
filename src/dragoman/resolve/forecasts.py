"""What is said to come within a term and is no act that events or meetings tell: by speakers, or by the article.

"Les négociations doivent aboutir d'ici janvier", says the minister → a forecast of hers, its horizon January.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from dragoman.model.meetings import MeetingReport
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.resolve.ahead import attitude_of, clause_looks_ahead, clause_of, looks_ahead, words_around
from dragoman.resolve.disputes.versions import shorten
from dragoman.resolve.horizons import find_horizon
from dragoman.resolve.named import named_in
from dragoman.resolve.outlooks import AHEAD, BEFORE, LONGEST, speaker_of, tells_which
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

# Cues whose content is wanted of others, or denied, rather than said to come.
NOT_TO_COME = ("ask", "deny", "accuse")


@dataclass(frozen=True, slots=True)
class Forecast:
    """`claim` holds it at `span`; `sides` are those that it is about; `by` None is the article's own voice."""

    claim: str
    span: Span
    by: str | None
    sides: frozenset[str]
    kind: str
    horizon: str


def find_forecasts(
    tellings: Tellings, article: str, taken: Set[str], said: Sequence[Span] = ()
) -> Iterator[Forecast]:
    """The forecasts of an article beside the acts that are `taken` (their ids) and the passages where that is `said`.

    Of a statement within a statement it is the inner one that says it.
    """
    passages = list(said)
    for s in sorted(tellings.statements_of(article), key=lambda s: s.end - s.start):
        if s.speaker is None or s.negative or s.cue_class in NOT_TO_COME:
            continue
        if any(s.span.touches(passage) for passage in passages):
            continue
        horizon = find_horizon(tellings, article, s.span, None, s.said_on)
        if horizon and looks_ahead(tellings.surface(s)) and not _is_of_meeting(tellings, s):
            side = tellings.cast.side(s.on_behalf_of or s.speaker)
            sides = {x for x, _ in named_in(tellings, article, s.span)} | ({side} if side else set())
            kind = attitude_of(tellings, s) or "planned"
            by = speaker_of(tellings, s)
            passages.append(s.span)
            yield Forecast(tellings.id_of(s), s.span, by, frozenset(sides), kind, horizon)
    yield from _of_the_article(tellings, article, taken)


def _of_the_article(tellings: Tellings, article: str, taken: Set[str]) -> Iterator[Forecast]:
    """Sentences that no statement holds, with a term and an actor: "Kovar séjournera à Klow jusqu'au 2 mars"."""
    text, seen = tellings.text(article), set()
    for time in tellings.times_in(article, Span(0, len(text))):
        if tellings.holder(article, time.span):
            continue
        clause = clause_of(tellings, article, time.span)
        sentence = tellings.sentence(article, clause.start)
        if clause in seen or not clause_looks_ahead(tellings, article, clause, sentence):
            continue
        seen.add(clause)
        acts = [e for e in tellings.events_in(article, sentence) if e.actors]
        whole = words_around(tellings, article, clause)
        told = any(m.touches(whole) for r in _told_of(tellings, article) for m in r.mentions)
        horizon = find_horizon(tellings, article, clause, None)
        if not acts or told or horizon is None or any(tellings.id_of(e) in taken for e in acts):
            continue
        act = min(acts, key=lambda e: (abs(e.start - clause.start), e.start))
        sides = tellings.cast.sides(act.actors)
        yield Forecast(tellings.id_of(act), whole, None, sides, "planned", horizon)


def _is_of_meeting(tellings: Tellings, s: Statement) -> bool:
    """Whether it speaks of a meeting that the article tells of: then it is an outlook of that meeting."""
    convenes = Wordings.load().find("convening", tellings.surface(s)) is not None
    for r in _told_of(tellings, s.article):
        if r.status in AHEAD and any(s.span.holds(m) for m in r.mentions):
            return True
        if convenes and any(0 <= s.start - m.start <= BEFORE or s.span.holds(m) for m in r.mentions):
            return True
    return False


def _told_of(tellings: Tellings, article: str) -> list[MeetingReport]:
    """The reports that tell which meeting it is."""
    return [r for r in tellings.reports_of(article) if tells_which(r)]


def words_of(tellings: Tellings, article: str, span: Span) -> str:
    """The passage on one line, cut where it is long."""
    return shorten(span.of(tellings.text(article)), LONGEST)
