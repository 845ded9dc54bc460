"""The day of an act: the days that may be it, each weighed by how the text ties it to the act.

"a exigé mercredi la levée", of 15 May 2019 → the Wednesday told (2019-05-15), rather than the article's day or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.dates import Dates, tells_day
from dragoman.extract.events.days import NONE, Act, Day, weigh
from dragoman.extract.events.model import Head
from dragoman.extract.events.offsets import Offsets
from dragoman.extract.events.paths import climb, path_between
from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import Document
from dragoman.model.spans import Span
from dragoman.model.times import Time

# Where the model is less sure than this that the text tells no day, the likeliest of the days is taken.
UNTOLD = 0.68
# A day, where it comes from, what ties it to the act there.
Offer = tuple[str | None, str, Sequence[str]]


class Dated(NamedTuple):
    """An act whose day is known: `told` where its own sentence tells that day."""

    span: Span
    sentence: int
    type: str
    tense: str
    date: str
    told: bool


class Calendar:
    """The days of the acts of one article, asked in the order of `in_order`."""

    def __init__(self, document: Document, accounts: Accounts) -> None:
        self.document, self.accounts = document, accounts
        self.dates = Dates(document)
        self.offsets = Offsets(document, self.dates)
        self.by_word: dict[str, str] = {}
        self.by_type: dict[str, str] = {}
        self.dated: list[Dated] = []
        self.first = next((t.edtf for t in document.times if tells_day(t)), None)

    def days(self, trigger: Trigger, type_: str, told: Sequence[str]) -> list[Day]:
        """The days that may be the act's, the absence of one last; `told` are the observations on the act."""
        token = self.document.tokens[trigger.head]
        times = self.dates.of(token.sent)
        act = Act(trigger, type_, token, told, len(times))
        found: dict[str, Day] = {}
        for date, kind, ties in self._offers(act, times):
            if date:
                day = found.get(date)
                if day is None:
                    day = found[date] = Day(date, self.dates.when(date), act)
                day.add(kind, ties)
        none = Day(None, NONE, act)
        none.add(NONE, [f"none/{min(len(times), 2)}/{act.kind}"])
        out = [*found.values(), none]
        for day in out:
            day.close()
        return out

    def _offers(self, act: Act, times: Sequence[Time]) -> Iterator[Offer]:
        token, type_ = act.token, act.type
        few = min(len(times), 2)
        for time in times:
            yield time.edtf, "time", self._ties(time, act, times)
        for offset in self.offsets.over(token.i):
            yield offset.date, "offset", [f"offset/{offset.word}/{offset.steps}"]
        yield self.document.published, "day", [f"day/{few}/{act.kind}"]
        yield self._said(token.span)
        yield self.by_word.get(token.lemma.lower()), "same", ()
        alike = self.by_type.get(type_)
        yield alike, "alike", [f"alike/{self.dates.when(alike)}"]
        if self.dated:
            yield self._last(self.dated[-1], act)
        if not times:
            yield self.dates.last_before(token.i), "before", [f"before/{min(token.sent, 2)}"]
        yield self.first, "first", ()

    def _said(self, span: Span) -> Offer:
        """The day of the saying that tells the act: as it is told there, or that of its cue as an act."""
        statement = self.accounts.around(span)
        if statement is None:
            return None, "said", ()
        date, cue = statement.said_on, statement.cue
        if date is None and cue is not None:
            date = next((d.date for d in reversed(self.dated) if cue.holds(d.span)), None)
        return date, "said", [f"said/{statement.kind}"]

    def _last(self, last: Dated, act: Act) -> Offer:
        """The day of the last act that had one, and how the account goes on from there."""
        sentences, pos = self.document.sentences, act.trigger.pos
        near = min(act.token.sent - last.sentence, 3)
        one = sentences[act.token.sent].block == sentences[last.sentence].block
        relation = self.dates.when(last.date)
        ties = (
            f"last/{near}/{pos}",
            f"last/{near == 0}",
            f"last/{last.type == act.type}/{act.kind}",
            f"last/{near}/{one}",
            f"last/{near}/{one}/{pos}",
            f"last/{near}/{one}/{relation}",
            f"last/{last.told}/{near}",
            f"last/{last.tense}>{act.tense}",
            f"last/{relation}/{act.tense}",
            f"last/{last.type}>{act.type}",
        )
        return last.date, "last", ties

    def _ties(self, time: Time, act: Act, times: Sequence[Time]) -> list[str]:
        """How a time of the sentence is tied to the act."""
        document, token, pos = self.document, act.token, act.trigger.pos
        words = document.tokens_in(time.span)
        inside = {t.i for t in words}
        top = next((t for t in words if t.head not in inside or t.head == t.i), token)
        path = path_between(document, climb(document, token.i), top.i)
        side = "after" if time.span.start > token.start else "before"
        between = document.tokens[min(token.i, top.i) + 1 : max(token.i, top.i)]
        verbs = min(sum(t.pos == "VERB" for t in between), 3)
        commas = min(sum(t.text == "," for t in between), 3)
        nearest, _ = self.dates.nearest(token.i)
        nearer = sum(abs(t.span.start - token.start) < abs(time.span.start - token.start) for t in times)
        one = self.accounts.around(time.span) is self.accounts.around(token.span)
        return [
            f"path={path}",
            f"path={path}/{pos}",
            f"near={time is nearest}/{len(times) == 1}",
            f"side={side}/{pos}",
            f"nearer={nearer}/{side}",
            f"one={one}/{pos}",
            f"verbs={verbs}/{side}",
            f"verbs={verbs}/{commas}/{pos}",
            f"commas={commas}/{side}",
            f"gap={side}{min(len(between) // 3, 5)}",
            f"word={words[0].lower if words else ''}",
        ]

    def choose(
        self,
        trigger: Trigger,
        type_: str,
        told: Sequence[str],
        head: Head,
        beside: Sequence[float] | None = None,
    ) -> str | None:
        """The likeliest day, kept for the next acts; `beside` is what weigh takes."""
        days = self.days(trigger, type_, told)
        chances = weigh(days, head, beside)
        if chances[-1] > UNTOLD or len(days) == 1:
            return None
        best = max(range(len(days) - 1), key=lambda n: chances[n])
        date = days[best].edtf
        assert date is not None
        self.keep(days[best].act, date)
        return date

    def keep(self, act: Act, date: str) -> None:
        """Remember the date of an act."""
        token = act.token
        self.by_word[token.lemma.lower()] = date
        self.by_type.setdefault(act.type, date)
        told = any(t.edtf == date for t in self.dates.of(token.sent))
        self.dated.append(Dated(token.span, token.sent, act.type, act.tense, date, told))


def in_order(document: Document, heads: Sequence[int]) -> list[int]:
    """The numbers of acts, by the words that head them, in the order in which their days are asked: those of the title
    last, for it is the body that dates them."""
    return sorted(range(len(heads)), key=lambda n: document.block_of(heads[n]).kind == "title")
