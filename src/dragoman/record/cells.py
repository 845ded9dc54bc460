"""What a cell of the record can hold: text that UTF-8 can write, lists as JSON, dates as days.

"2019-02" → ("2019-02-01", "2019-02-28"); ("AFP", "KCNA") → '["AFP", "KCNA"]'.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from dragoman.model.edtf import bounds
from dragoman.model.errors import DateError

Days = tuple[str | None, str | None]

_HALVES = re.compile("[\ud800-\udfff]")  # half a character, which no file in UTF-8 can hold


def days(edtf: str | None) -> Days:
    """First and last day, ISO; a date that the rules got wrong is no date, and never stops a reading."""
    if not edtf:
        return None, None
    try:
        first, last = bounds(edtf)
    except DateError:
        return None, None
    return first.isoformat(), last.isoformat()


def storable(text: str) -> str:
    """`text` with each half character replaced one for one, so that offsets hold."""
    if text.isascii():
        return text
    try:  # far sooner than to look for what no text but a damaged one has
        text.encode()
    except UnicodeEncodeError:
        return _HALVES.sub("\ufffd", text)
    return text


def cells(values: Iterable[Any]) -> list[Any]:
    """Each value as SQLite takes it: text storable, sequences of names as JSON, truth as 0 or 1."""
    # Most are numbers or plain text, and a record takes thousands for each article: these are asked nothing more.
    return [
        v if (kind := type(v)) is int or v is None or (kind is str and v.isascii()) else _cell(v)
        for v in values
    ]


def _cell(value: Any) -> Any:
    kind = type(value)
    if kind is str:
        return storable(value)
    if kind is bool:
        return int(value)
    if kind is tuple or kind is list:
        return as_list(tuple(value))
    return value


@lru_cache(maxsize=4096)
def as_list(items: tuple[str, ...]) -> str:
    """Names as one JSON list."""
    return _json([storable(str(i)) for i in items])


_json = json.JSONEncoder(ensure_ascii=False).encode
_compact = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
# So many lists are read as one: it is read sooner than as many by themselves.
AT_ONCE = 1000


def compact(values: Sequence[Any]) -> str:
    """A list of lists, names and numbers as JSON, in as few characters as it takes."""
    return storable(_compact(values))


def from_lists(told: Sequence[str]) -> Iterator[list[Any]]:
    """Many JSON lists, in their order."""
    for n in range(0, len(told), AT_ONCE):
        yield from json.loads(f"[{','.join(told[n : n + AT_ONCE])}]")


def from_list(told: str) -> tuple[str, ...]:
    """The names of one JSON list."""
    return () if told == "[]" else tuple(json.loads(told))
