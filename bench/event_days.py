"""What the days of acts are weighed by, as bench/train_events.py learns it from the annotated articles.

Two rounds: in the first the acts before one have the days of gold, in the second those that weights which have not seen
the article chose in the first, as on any other article.
"""

from __future__ import annotations

from collections.abc import Sequence

from bench.event_heads import as_head, unseen, unseen_statuses
from bench.event_rows import Row
from bench.options import Example, fit_options

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.calendars import Calendar, in_order
from dragoman.extract.events.choices import standing
from dragoman.extract.events.model import Head
from dragoman.model.edtf import meets
from dragoman.model.errors import DateError

PENALTY = 3.0
# An observation on a day is weighed where so many of the days have it.
SEEN = 4
# For each candidate of an article its status, or its day.
Statuses = Sequence[str]
Dates = Sequence[str | None]


def fit_days(rows: Sequence[Row]) -> Head:
    """The weights of what is observed on the days that an act may have."""
    statuses = unseen_statuses(rows)
    golden = [[act.get("date") if act else None for act in row.acts] for row in rows]
    examples = [day_examples(*told) for told in zip(rows, statuses, golden, strict=True)]
    kept = unseen(
        rows,
        lambda some: _fit([examples[n] for n in some]),
        lambda n, head: choose_days(rows[n], statuses[n], head),
    )
    return _fit([day_examples(*told) for told in zip(rows, statuses, kept, strict=True)])


def _fit(examples: Sequence[Sequence[Example]]) -> Head:
    return as_head(fit_options([e for told in examples for e in told], PENALTY, SEEN))


def day_examples(row: Row, statuses: Statuses, kept: Dates) -> list[Example]:
    """The days that each act of gold may have, and whether gold's date meets them; `kept` for the acts that follow."""
    out: list[Example] = []
    calendar = Calendar(row.document, Accounts(row.statements))
    for n in _in_order(row):
        act = row.acts[n]
        if act is None:
            continue
        date = act.get("date")
        days = calendar.days(row.triggers[n], act["type"], standing(row.told[n], statuses[n]))
        right = [_meets(d.edtf, date) if date else d.edtf is None for d in days]
        out.append(([d.told for d in days], right))
        if known := kept[n]:
            calendar.keep(days[-1].act, known)
    return out


def choose_days(row: Row, statuses: Statuses, head: Head) -> list[str | None]:
    """The day of each act of gold by `head`."""
    out: list[str | None] = [None] * len(row.acts)
    calendar = Calendar(row.document, Accounts(row.statements))
    for n in _in_order(row):
        act = row.acts[n]
        if act is not None:
            told = standing(row.told[n], statuses[n])
            out[n] = calendar.choose(row.triggers[n], act["type"], told, head)
    return out


def _in_order(row: Row) -> list[int]:
    return in_order(row.document, [t.head for t in row.triggers])


def _meets(date: str | None, told: str) -> bool:
    try:
        return date is not None and meets(date, told)
    except DateError:
        return False
