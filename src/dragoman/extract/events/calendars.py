"""The day of an act: the days that may be it, each weighed by how the text ties it to the act.

"a exigé mercredi la levée", of 15 May 2019 → the Wednesday told (2019-05-15), rather than the article's day or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.dates import last_before, nearest_time, when
from dragoman.extract.events.model import Head
from dragoman.extract.events.paths import climb, path_between
from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import Document, Token
from dragoman.model.edtf import bounds, is_day
from dragoman.model.errors import DateError
from dragoman.model.times import Time

# Where the model is less sure than this that the text tells no day, the likeliest of the days is taken.
UNTOLD = 0.6
NONE = "none"
# Observations of the act that bear on its day: tense, mood, determiner, account.
BEARING = ("t=", "vt=", "det=", "neg=", "in=", "p=", "s1=", "cue=", "block=", "v=")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that may be the act's: where it comes from, its EDTF (None for no day), what is observed on it.

    `kind`: time (told in the sentence), day (the article's), same (that of the last act with this word), last (that of
    the last act that had one), before (the last time told before the sentence), first (the first day that the article
    tells), none.
    """

    kind: str
    edtf: str | None
    told: tuple[str, ...]


class Calendar:
    """The days of the acts of one article, asked in text order."""

    def __init__(self, document: Document, accounts: Accounts) -> None:
        self.document, self.accounts = document, accounts
        self.by_word: dict[str, str] = {}
        self.last: tuple[str, str, int] | None = None
        self.first = next((t.edtf for t in document.times if _is_day(t)), None)

    def days(self, trigger: Trigger, type_: str, told: Sequence[str]) -> list[Day]:
        """The days that may be the act's; `told` are the observations on the act."""
        document = self.document
        token = document.tokens[trigger.head]
        times = [
            t
            for t in document.times_in(document.sentences[token.sent].span)
            if t.edtf and t.type in ("DATE", "TIME")
        ]
        few = min(len(times), 2)
        act = _Act(trigger, type_, _lemma(trigger, token), [o for o in told if _bears(o)], len(times))
        out = [self._day("time", t.edtf, act, self._ties(t, trigger, times)) for t in times]
        out.append(self._day("day", document.published, act, [f"day/{few}/{act.kind}"]))
        out.append(self._day("same", self.by_word.get(token.lemma.lower()), act, ()))
        if self.last is not None:
            date, its, sentence = self.last
            near = min(token.sent - sentence, 3)
            ties = [f"last/{near}/{trigger.pos}", f"last/{near == 0}", f"last/{its == type_}/{act.kind}"]
            out.append(self._day("last", date, act, ties))
        if not times:
            out.append(
                self._day("before", last_before(document, token.i), act, [f"before/{min(token.sent, 2)}"])
            )
        out.append(self._day("first", self.first, act, ()))
        return [d for d in out if d.edtf] + [self._day(NONE, None, act, [f"none/{few}/{act.kind}"])]

    def _day(self, kind: str, date: str | None, act: _Act, ties: Sequence[str]) -> Day:
        relation = when(self.document, date)
        told = [
            "bias",
            f"K={kind}",
            f"K={kind}/{act.kind}",
            f"K={kind}/{act.type}",
            f"K={kind}/{act.trigger.pos}",
            f"K={kind}/l={act.lemma}",
            f"K={kind}/n={min(act.times, 3)}",
            f"K={kind}/w={relation}",
            f"K={kind}/w={relation}/{act.trigger.pos}",
            f"K={kind}/{_size(date)}",
            *(f"K={kind}&{o}" for o in act.told),
            *(f"w={relation}&{o}" for o in act.told if o.startswith(("t=", "vt="))),
            *ties,
        ]
        return Day(kind, date, tuple(told))

    def _ties(self, time: Time, trigger: Trigger, times: Sequence[Time]) -> list[str]:
        """How a time of the sentence is tied to the act."""
        document = self.document
        token = document.tokens[trigger.head]
        words = document.tokens_in(time.span)
        inside = {t.i for t in words}
        top = next((t for t in words if t.head not in inside or t.head == t.i), token)
        path = path_between(document, climb(document, token.i), top.i)
        side = "after" if time.span.start > token.start else "before"
        between = document.tokens[min(token.i, top.i) + 1 : max(token.i, top.i)]
        verbs = min(sum(t.pos == "VERB" for t in between), 3)
        commas = min(sum(t.text == "," for t in between), 3)
        nearest, _ = nearest_time(document, token.i)
        nearer = sum(abs(t.span.start - token.start) < abs(time.span.start - token.start) for t in times)
        one = self.accounts.around(time.span) is self.accounts.around(token.span)
        return [
            f"path={path}",
            f"path={path}/{trigger.pos}",
            f"near={time is nearest}/{len(times) == 1}",
            f"side={side}/{trigger.pos}",
            f"nearer={nearer}/{side}",
            f"one={one}/{trigger.pos}",
            f"verbs={verbs}/{side}",
            f"verbs={verbs}/{commas}/{trigger.pos}",
            f"commas={commas}/{side}",
            f"gap={side}{min(len(between) // 3, 5)}",
            f"word={words[0].lower if words else ''}",
        ]

    def choose(self, trigger: Trigger, type_: str, told: Sequence[str], head: Head) -> str | None:
        """The likeliest day, kept for the next acts."""
        days = self.days(trigger, type_, told)
        chances = head.judge([d.told for d in days])[:, 1].tolist()
        if chances[-1] > UNTOLD or len(days) == 1:
            return None
        best = max(range(len(days) - 1), key=lambda n: chances[n])
        date = days[best].edtf
        assert date is not None
        self.keep(trigger, type_, date)
        return date

    def keep(self, trigger: Trigger, type_: str, date: str) -> None:
        """Remember the date of an act."""
        token = self.document.tokens[trigger.head]
        self.by_word[token.lemma.lower()] = date
        self.last = (date, type_, token.sent)


@dataclass(frozen=True, slots=True)
class _Act:
    trigger: Trigger
    type: str
    lemma: str
    told: list[str]
    times: int

    @property
    def kind(self) -> str:
        return f"{self.type}/{self.trigger.pos}"


def _lemma(trigger: Trigger, token: Token) -> str:
    return trigger.entries[0].lemma if trigger.entries else token.lemma.lower()


def _bears(observation: str) -> bool:
    return observation.startswith(BEARING) and observation.count("/") <= 1


def _size(date: str | None) -> str:
    """How long a date lasts."""
    if date is None:
        return "-"
    try:
        first, last = bounds(date)
    except DateError:
        return "?"
    days = (last - first).days
    return "day" if days == 0 else "week" if days < 10 else "month" if days < 40 else "year"


def _is_day(time: Time) -> bool:
    try:
        return is_day(time.edtf)
    except DateError:
        return False
