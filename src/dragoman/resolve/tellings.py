"""The claims of all articles with what resolution asks of them again and again: day, surface, sentence, voice.

A claim's voice is the speaker of the statement that holds it: Trump for "la levée de toutes les sanctions".
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from sys import intern
from typing import Any, TypeVar

from dragoman.model.claims import Claim
from dragoman.model.edtf import Day, bounds
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.model.stories import Sourced, StoryClaims
from dragoman.model.times import Time
from dragoman.resolve.cast import Cast
from dragoman.resolve.coverage import Coverage, last_told, sides_told
from dragoman.resolve.sources import Sources
from dragoman.resolve.wordings import Wordings, lowered

C = TypeVar("C", bound=Claim)
T = TypeVar("T")

# "M. Sotek", "A. B. Kovar": a capital and its full stop end nothing
# (the character first, then what stands before it: eight times as fast as the other way round)
_SENTENCE = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)(?<!\b[A-ZÀ-Ý].)(?<!\bMM.)[.!?…]*[\s\"»”]*(?=\s|[A-ZÀ-Ý«\"“]))"
)


class Tellings:
    """The claims, in an order that does not depend on how they were read, and what surrounds each."""

    def __init__(
        self,
        articles: Iterable[Sourced],
        claims: StoryClaims,
        cast: Cast,
        sources: Sources,
        as_of: str | None = None,
        last: str | None = None,
        held: Mapping[str, str] | None = None,
        coverage: Coverage | None = None,
    ) -> None:
        """Where these are not all articles, `last` is the last day on which any dated one was surely out, and
        `coverage` that of all of them.

        `held` says of claims that are not among these which article holds them.
        """
        self.articles = {a.article_id: a for a in articles}
        self.cast, self.sources = cast, sources
        last = last or self._last_day()
        self._now = bounds(as_of)[1] if as_of else Day.max
        self.today = bounds(as_of or last or "9999")[1]
        self.same, self.apart = _partners(claims.same), _partners(claims.apart)
        self.statuses, self.accepted = dict(claims.statuses), claims.accepted
        self._articles_of = dict(held or {})
        self._breaks: dict[str, list[int]] = {}
        self.statements = tuple(sorted(claims.statements, key=self.order))
        self.events = tuple(sorted(claims.events, key=self.order))
        self.meetings = tuple(sorted(claims.meetings, key=self.order))
        self.positions = tuple(sorted(claims.positions, key=self.order))
        self._statements, self._events = _by_article(self.statements), _by_article(self.events)
        self._meetings, self._positions = _by_article(self.meetings), _by_article(self.positions)
        self._ids: dict[int, str] = {}  # by identity: the claims stay as long as this does
        self._once: tuple[str, dict[str, Any]] = "", {}
        self._times: dict[str, list[Time]] = defaultdict(list)
        for article, time in claims.times:
            self._times[article].append(time)
        for told in self._times.values():
            told.sort(key=lambda t: t.span)
        self.coverage = coverage or Coverage(last_told(self._told_together(), self.today))

    def _told_together(self) -> Iterator[tuple[frozenset[str], Day]]:
        for article, events in self._events.items():
            if days := self.day_bounds(article):
                yield from ((sides, days[0]) for sides in sides_told(self.cast, events))

    def id_of(self, claim: Claim) -> str:
        """The claim's id, reckoned once."""
        key = id(claim)
        if key not in self._ids:
            self._ids[key] = claim.id
        return self._ids[key]

    def _last_day(self) -> str | None:
        days = [bounds(a.published)[1] for a in self.articles.values() if a.published]
        return max(days).isoformat() if days else None

    def order(self, claim: Claim) -> tuple[str, str, int, int]:
        """By the day of publication (undated last), then by article and place in it."""
        return (self.day(claim.article) or "9999", claim.article, claim.start, claim.end)

    def day(self, article: str) -> str | None:
        """The article's publication as EDTF."""
        told = self.articles.get(article)
        return told.published if told else None

    def day_bounds(self, article: str) -> tuple[Day, Day] | None:
        """First and last day on which the article may have been published."""
        told = self.articles.get(article)
        return bounds(told.published) if told and told.published else None

    def is_by_now(self, article: str, date: str | None = None) -> bool:
        """Whether what the article tells, of `date` if it has one, lay behind or was told by the day asked."""
        days = [d[0] for d in (self.day_bounds(article), bounds(date) if date else None) if d]
        return not days or min(days) <= self._now

    def article_of(self, claim: str) -> str:
        """The article that holds the claim of that id."""
        if not self._articles_of:
            every: tuple[Claim, ...] = (*self.statements, *self.events, *self.meetings, *self.positions)
            self._articles_of = {self.id_of(c): c.article for c in every}
        return self._articles_of[claim]

    def surface(self, claim: Claim) -> str:
        """The claim's words."""
        return self.text(claim.article)[claim.start : claim.end]

    def text(self, article: str) -> str:
        """The article's text."""
        told = self.articles.get(article)
        return told.text if told else ""

    def sentence(self, article: str, offset: int) -> Span:
        """The stretch between the sentence ends around `offset`; cheap, for looking at what surrounds a claim."""
        text = self.text(article)
        if article not in self._breaks:
            self._breaks[article] = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
        breaks = self._breaks[article]
        k = max(1, min(bisect_right(breaks, offset), len(breaks) - 1))
        return Span(breaks[k - 1], breaks[k])

    def once(self, article: str, name: str, make: Callable[[Tellings, str], T]) -> T:
        """What `make` finds in the article, found once as long as no other article is asked for."""
        if self._once[0] != article:
            self._once = article, {}
        found = self._once[1]
        if name not in found:
            found[name] = make(self, article)
        told: T = found[name]
        return told

    def find_words(self, article: str, idea: str, span: Span) -> re.Match[str] | None:
        """The first match of an idea of the wordings within a span of the article; its offsets are the article's."""
        return Wordings.load().patterns[idea].search(self.lowered(article), span.start, span.end)

    def find_all_words(self, article: str, idea: str) -> Iterator[re.Match[str]]:
        """All matches of an idea of the wordings in the article."""
        return Wordings.load().patterns[idea].finditer(self.lowered(article))

    def lowered(self, article: str) -> str:
        """The article's text in lower case, offsets kept."""
        return self.once(article, "lowered", _lowered)

    def statements_of(self, article: str) -> list[Statement]:
        """The article's statements, in text order."""
        return self._statements.get(article, [])

    def events_of(self, article: str) -> list[Event]:
        """The article's events, in text order."""
        return self._events.get(article, [])

    def reports_of(self, article: str) -> list[MeetingReport]:
        """The article's reports of meetings, in text order."""
        return self._meetings.get(article, [])

    def positions_of(self, article: str) -> list[Position]:
        """The article's positions, in text order."""
        return self._positions.get(article, [])

    def events_in(self, article: str, span: Span) -> list[Event]:
        """The article's events whose trigger lies inside `span`."""
        events = self._events.get(article, [])
        first = bisect_left(events, span.start, key=lambda e: e.start)
        out = []
        for e in events[first:]:
            if e.start > span.end:
                break
            if e.end <= span.end:
                out.append(e)
        return out

    def times_in(self, article: str, span: Span) -> list[Time]:
        """The article's time expressions inside `span`, in text order."""
        times = self._times.get(article, [])
        first = bisect_left(times, span.start, key=_start)
        last = bisect_left(times, span.end, lo=first, key=_start)
        return [t for t in times[first:last] if t.span.end <= span.end]

    def holder(self, article: str, span: Span) -> Statement | None:
        """The innermost statement of the article that holds `span`."""
        held = [s for s in self._statements.get(article, ()) if s.start <= span.start and span.end <= s.end]
        return min(held, key=lambda s: s.end - s.start) if held else None

    def voice(self, article: str, span: Span) -> str | None:
        """Whose words hold `span`: the record's name of the speaker, None for the article's own voice."""
        statement = self.holder(article, span)
        return self.cast.name(statement.speaker) if statement and statement.speaker else None


def _start(time: Time) -> int:
    return time.span.start


def _lowered(tellings: Tellings, article: str) -> str:
    return lowered(tellings.text(article))


def _by_article(claims: Iterable[C]) -> dict[str, list[C]]:
    out: dict[str, list[C]] = defaultdict(list)
    for claim in claims:
        out[claim.article].append(claim)
    return dict(out)


def _partners(pairs: Sequence[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Each of the two → those that it was paired with."""
    out: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        out[a].add(b)
        out[b].add(a)
    return {name: frozenset(others) for name, others in out.items()}


_WORD = re.compile(r"[a-z]{4,}")
# The letters of French without their accents, one for one; the rest is told by Unicode, where there is any.
_PLAIN = str.maketrans("àâäáãçéèêëíîïìñóôöòõúùûüÿ", "aaaaaceeeeiiiinooooouuuuy")


def stems(text: str) -> frozenset[str]:
    """The content of a passage as crude stems: words of four letters and more, without accents, cut to six."""
    plain = text.lower().translate(_PLAIN)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    empty = Wordings.load().empty
    # each stem is held once, however many leads tell it
    return frozenset([intern(w[:6]) for w in _WORD.findall(plain) if w not in empty])
