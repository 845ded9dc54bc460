"""An entry of a story as one line of JSON and back.

Meeting(id="m1", life=(LifePoint("2019-02-28", "held", …),), …) ↔ '["meetings","m1",…,[["2019-02-28","held",…]]]'.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.deadlocks import Condition, Deadlock
from dragoman.model.disputes import Dispute, Version
from dragoman.model.expectations import Expectation
from dragoman.model.happenings import Detail, Happening
from dragoman.model.ledgers import LedgerEntry
from dragoman.model.measures import Measure
from dragoman.model.meetings import LifePoint, Meeting
from dragoman.model.positions import Shift
from dragoman.model.stories import ResolvedActor, Story
from dragoman.record.cells import compact

PARTS: dict[str, type[Any]] = {
    "actors": ResolvedActor, "meetings": Meeting, "disputes": Dispute, "expectations": Expectation,
    "shifts": Shift, "happenings": Happening, "agreements": Agreement, "measures": Measure, "channels": Channel,
    "deadlocks": Deadlock,
}  # fmt: skip
_NAMES = {noun: part for part, noun in PARTS.items()}
# The fields that hold nouns of their own.
NESTED: dict[tuple[type[Any], str], type[Any]] = {
    (Meeting, "life"): LifePoint,
    (Dispute, "versions"): Version,
    (Happening, "differing"): Detail,
    (Agreement, "life"): LedgerEntry,
    (Measure, "life"): LedgerEntry,
    (Channel, "life"): LedgerEntry,
    (Deadlock, "arcs"): Condition,
}
# The fields of each noun, each with the noun that it holds, if any.
FIELDS: dict[type[Any], tuple[tuple[str, type[Any] | None], ...]] = {
    noun: tuple((f.name, NESTED.get((noun, f.name))) for f in fields(noun))
    for noun in (*PARTS.values(), *NESTED.values())
}


def pack_story(story: Story) -> dict[str, Any]:
    """Each entry under its line."""
    return {compact([part, *_values(entry)]): entry for part in PARTS for entry in getattr(story, part)}


def collect(entries: Iterable[Any]) -> Story:
    """A story of some entries, in their order."""
    parts: dict[str, list[Any]] = {}
    for entry in entries:
        parts.setdefault(_NAMES[type(entry)], []).append(entry)
    return Story(**{part: tuple(told) for part, told in parts.items()})


def unpack_story(lines: Iterable[str]) -> Story:
    """The entries of some lines, in their order."""
    return collect(_entry(PARTS[part], values) for part, *values in map(json.loads, lines))


def _values(entry: Any) -> list[Any]:
    return [
        [_values(v) for v in getattr(entry, name)] if nested else getattr(entry, name)
        for name, nested in FIELDS[type(entry)]
    ]


def _entry(noun: type[Any], values: list[Any]) -> Any:
    told: dict[str, Any] = {}
    for (name, nested), value in zip(FIELDS[noun], values, strict=True):
        if isinstance(value, list):
            value = tuple(_entry(nested, v) for v in value) if nested else tuple(value)
        told[name] = value
    return noun(**told)
