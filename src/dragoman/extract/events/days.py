"""One day that may be an act's, with all that speaks for it, and the days of an act weighed beside one another.

"a exigé mercredi la levée", of Wednesday → one day, for it is both the time told and the article's day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import exp

from dragoman.extract.events.model import Head
from dragoman.extract.events.pairs import crossed
from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import Token
from dragoman.model.edtf import bounds
from dragoman.model.errors import DateError

NONE = "none"
# Observations of the act that bear on its day: status, tense, mood, determiner, account, what it hangs on, neighbours.
BEARING = (
    *("st=", "t=", "vt=", "det=", "neg=", "in=", "p=", "s1=", "cue=", "block=", "v="),
    *("k=advmod", "k=mark", "rep=", "place=", "d=", "dg=", "ge=", "a=", "b="),
)


@dataclass(frozen=True)
class Act:
    """What is observed on an act, of that which bears on its day; `times` are told in its sentence."""

    trigger: Trigger
    type: str
    token: Token
    seen: Sequence[str]
    times: int

    @cached_property
    def told(self) -> list[str]:
        """The observations that bear on the day, each once."""
        return list(dict.fromkeys(o for o in self.seen if o.startswith(BEARING) and o.count("/") <= 1))

    @cached_property
    def tenses(self) -> list[str]:
        """Those that tell the tense of the act or of its verb."""
        return [o for o in self.told if o.startswith(("t=", "vt="))]

    @cached_property
    def tense(self) -> str:
        """The act's own tense."""
        return next((o for o in self.seen if o.startswith("t=") and "/" not in o), "-")

    @property
    def kind(self) -> str:
        """Its type and its part of speech."""
        return f"{self.type}/{self.trigger.pos}"

    @property
    def lemma(self) -> str:
        """The lemma of its entry, else of its word."""
        entries = self.trigger.entries
        return entries[0].lemma if entries else self.token.lemma.lower()


@dataclass(slots=True)
class Day:
    """A day that may be the act's: its EDTF (None for no day), where it comes from, what is observed on it.

    `own` are the observations on the day; each of those on the act stands `beside` the kinds of the day, and those that
    tell the act's tense beside its relation to the article's day as well.

    `kinds`: time (told in the sentence), offset (a distance away from one: "au lendemain de"), day (the article's),
    said (that of the saying which tells the act), same (of the last act with this word), alike (of the first act of
    this type), last (of the last act that had one), before (the last time told before the sentence), first (the first
    day that the article tells), none.
    """

    edtf: str | None
    relation: str
    act: Act
    kinds: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)

    def add(self, kind: str, ties: Sequence[str]) -> None:
        """Another place that the day comes from, and what ties it to the act there."""
        act, relation = self.act, self.relation
        if kind not in self.kinds:
            self.kinds.append(kind)
            self.own += (
                f"K={kind}",
                f"K={kind}/{act.kind}",
                f"K={kind}/{act.type}",
                f"K={kind}/{act.trigger.pos}",
                f"K={kind}/l={act.lemma}",
                f"K={kind}/n={min(act.times, 3)}",
                f"K={kind}/w={relation}",
                f"K={kind}/w={relation}/{act.trigger.pos}",
                f"K={kind}/{_size(self.edtf)}",
            )
        self.own += ties

    def close(self) -> None:
        """What is observed once all is known of where the day comes from."""
        kinds = "+".join(sorted(self.kinds))
        self.own += ("bias", f"all={kinds}", f"all={kinds}/{self.act.trigger.pos}")

    @property
    def told(self) -> tuple[str, ...]:
        """All observations, those that stand beside others spelled out."""
        return (
            *self.own,
            *(f"K={kind}&{o}" for kind in self.kinds for o in self.act.told),
            *(f"w={self.relation}&{o}" for o in self.act.tenses),
        )


def weigh(days: Sequence[Day], head: Head, beside: Sequence[float] | None = None) -> list[float]:
    """The chance of each of an act's days, by what `head` makes of each beside the others; they add up to 1.

    The act is looked up once for all: what is observed on it `beside` each kind and relation, in the order of
    `crossed(head).columns`, unless it is given.
    """
    table = crossed(head)
    if beside is None:
        beside = table.beside.add([days[0].act.told])[0].tolist()
    column = table.columns.get
    points = []
    for day in days:
        places = (column(f"w={day.relation}"), *(column(f"K={kind}") for kind in day.kinds))
        points.append(table.margin(day.own) + sum([beside[n] for n in places if n is not None]))
    most = max(points)
    shares = [exp(p - most) for p in points]
    total = sum(shares)
    return [s / total for s in shares]


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
