"""Model nouns as JSON and back: the cells of the Parquet files that pass between the machines.

Event(type="REQUEST", actors=("Corée du Nord",), …) → '{"type": "REQUEST", "actors": ["Corée du Nord"], …}'.

By the nouns' own fields, so that a new field needs nothing here; and by JSON, not by pickle, so that other tools read
the claims where they lie, and no file can do more than tell.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from dragoman.model.documents import Document
from dragoman.model.spans import Span

T = TypeVar("T")
# Of a document: what it is about stands beside it, and nothing after the analysis asks for its words.
ELSEWHERE: dict[type, set[str]] = {Document: {"article", "tokens"}}


def to_json(value: object) -> str:
    """A noun, or a list of them."""
    told = json.dumps(value, ensure_ascii=False, default=_plain)
    try:
        told.encode()
    except UnicodeEncodeError:  # half a character, which no file in UTF-8 can hold
        return json.dumps(value, default=_plain)
    return told


def from_json(kind: type[T], told: str, **elsewhere: object) -> T:
    """The noun of that kind; `elsewhere` are the fields that stand elsewhere."""
    value = json.loads(told)
    noun: T = (_reader(cast(Any, kind)) or _same)(value | elsewhere if elsewhere else value)
    return noun


def _plain(value: Any) -> Any:
    """What JSON's writer does not know itself: our nouns, and numpy's numbers."""
    if is_dataclass(value):
        return {name: getattr(value, name) for name in _names(cast(Any, type(value)))}
    return value.item()


@cache
def _names(kind: Any) -> tuple[str, ...]:
    left_out = ELSEWHERE.get(kind, set())
    return tuple(f.name for f in fields(kind) if f.name[0] != "_" and f.name not in left_out)


def _same(value: Any) -> Any:
    return value


@cache
def _reader(kind: Any) -> Callable[[Any], Any] | None:
    """JSON's value → the value of a field of that type; None where it is the same."""
    inner = get_args(kind)
    if NoneType in inner:
        (told,) = (k for k in inner if k is not NoneType)
        read = _reader(told)
        return read and (lambda v: None if v is None else read(v))
    if kind is Span:
        return lambda v: Span(*v)
    if get_origin(kind) is tuple:
        one = _reader(inner[0])
        return (lambda v: tuple(map(one, v))) if one else tuple
    if get_origin(kind) is list:
        each = _reader(inner[0])
        return each and (lambda v: list(map(each, v)))
    if get_origin(kind) is dict:
        value = _reader(inner[1])
        return value and (lambda v: {k: value(w) for k, w in v.items()})
    return _noun_reader(kind) if is_dataclass(kind) else None


def _noun_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = [(name, read) for name in _names(kind) if (read := _reader(hints[name]))]

    def read_noun(told: dict[str, Any]) -> Any:
        for name, read in readers:
            told[name] = read(told[name])
        return kind(**told)

    return read_noun
