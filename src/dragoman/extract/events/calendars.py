"""The day of an act: the days that may be it, each weighed by how the text ties it to the act.

"a exigé mercredi la levée", of 15 May 2019 → the Wednesday told (2019-05-15), rather than the article's day or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.dates import Dates
from dragoman.extract.events.model import Head
from dragoman.extract.events.pairs import crossed
from dragoman.extract.events.paths import climb, path_between
from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import Document, Token
from dragoman.model.edtf import bounds, is_day
from dragoman.model.errors import DateError
from dragoman.model.times import Time

# Where the model is less sure than this that the text tells no day, the likeliest of the days is taken.
UNTOLD = 0.65
NONE = "none"
# Observations of the act that bear on its day: tense, mood, determiner, account.
BEARING = ("t=", "vt=", "det=", "neg=", "in=", "p=", "s1=", "cue=", "block=", "v=")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that may be the act's: where it comes from, its EDTF (None for no day), what is observed on it.

    `own` are the observations on the day; each of those on the act stands `beside` the kind of the day, and those that
    tell the act's tense beside its relation to the article's day as well.

    `kind`: time (told in the sentence), day (the article's), same (that of the last act with this word), alike (of the
    first act of this type), last (that of the last act that had one), before (the last time told before the sentence),
    first (the first day that the article tells), none.
    """

    kind: str
    edtf: str | None
    relation: str
    own: tuple[str, ...]
    act: _Act

    @property
    def told(self) -> tuple[str, ...]:
        """All observations, those that stand beside others spelled out."""
        return (
            *self.own,
            *(f"K={self.kind}&{o}" for o in self.act.told),
            *(f"w={self.relation}&{o}" for o in self.act.tenses),
        )


class Calendar:
    """The days of the acts of one article, asked in the order of `in_order`."""

    def __init__(self, document: Document, accounts: Accounts) -> None:
        self.document, self.accounts = document, accounts
        self.dates = Dates(document)
        self.by_word: dict[str, str] = {}
        self.by_type: dict[str, str] = {}
        self.last: tuple[str, str, int] | None = None
        self.first = next((t.edtf for t in document.times if _is_day(t)), None)

    def days(self, trigger: Trigger, type_: str, told: Sequence[str]) -> list[Day]:
        """The days that may be the act's; `told` are the observations on the act."""
        document = self.document
        token = document.tokens[trigger.head]
        times = self.dates.of(token.sent)
        few = min(len(times), 2)
        act = _Act(trigger, type_, _lemma(trigger, token), _bearing(told), len(times))
        out = [self._day("time", t.edtf, act, self._ties(t, trigger, times)) for t in times]
        out.append(self._day("day", document.published, act, [f"day/{few}/{act.kind}"]))
        out.append(self._day("same", self.by_word.get(token.lemma.lower()), act, ()))
        out.append(
            self._day(
                "alike", self.by_type.get(type_), act, [f"alike/{self.dates.when(self.by_type.get(type_))}"]
            )
        )
        if self.last is not None:
            date, its, sentence = self.last
            near = min(token.sent - sentence, 3)
            ties = [f"last/{near}/{trigger.pos}", f"last/{near == 0}", f"last/{its == type_}/{act.kind}"]
            out.append(self._day("last", date, act, ties))
        if not times:
            out.append(
                self._day("before", self.dates.last_before(token.i), act, [f"before/{min(token.sent, 2)}"])
            )
        out.append(self._day("first", self.first, act, ()))
        return [d for d in out if d.edtf] + [self._day(NONE, None, act, [f"none/{few}/{act.kind}"])]

    def _day(self, kind: str, date: str | None, act: _Act, ties: Sequence[str]) -> Day:
        relation = self.dates.when(date)
        own = (
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
            *ties,
        )
        return Day(kind, date, relation, own, act)

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
        nearest, _ = self.dates.nearest(token.i)
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
        chances = weigh(days, head)
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
        self.by_type.setdefault(type_, date)
        self.last = (date, type_, token.sent)


def in_order(document: Document, heads: Sequence[int]) -> list[int]:
    """The numbers of acts, by the words that head them, in the order in which their days are asked: those of the title
    last, for it is the body that dates them."""
    return sorted(range(len(heads)), key=lambda n: document.block_of(heads[n]).kind == "title")


def weigh(days: Sequence[Day], head: Head) -> list[float]:
    """The chance of each of an act's days, by what `head` makes of each beside the others; they add up to 1.

    The act is looked up once for all.
    """
    table = crossed(head)
    by_kind = table.beside(days[0].act.told)
    by_relation = table.beside(days[0].act.tenses)
    points = [
        table.margin(d.own) + by_kind.get(f"K={d.kind}", 0.0) + by_relation.get(f"w={d.relation}", 0.0)
        for d in days
    ]
    most = max(points)
    shares = [exp(p - most) for p in points]
    total = sum(shares)
    return [s / total for s in shares]


class _Act:
    """What is observed on an act, of that which bears on its day."""

    def __init__(self, trigger: Trigger, type_: str, lemma: str, told: list[str], times: int) -> None:
        self.trigger, self.type, self.lemma, self.told, self.times = trigger, type_, lemma, told, times
        self.kind = f"{type_}/{trigger.pos}"
        self.tenses = [o for o in told if o.startswith(("t=", "vt="))]


def _lemma(trigger: Trigger, token: Token) -> str:
    return trigger.entries[0].lemma if trigger.entries else token.lemma.lower()


def _bearing(told: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(o for o in told if o.startswith(BEARING) and o.count("/") <= 1))


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
