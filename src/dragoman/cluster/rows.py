"""Model nouns as JSON and back: the cells of the Parquet files that pass between the machines.

Event(type="REQUEST", actors=("Corée du Nord",), …) → '{"type": "REQUEST", "actors": ["Corée du Nord"], …}'.

By the nouns' own fields, so that a new field needs nothing here; and by JSON, not by pickle, so that other tools read
the claims where they lie, and no file can do more than tell.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
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
    told = json.dumps(_plain(value), ensure_ascii=False)
    try:
        told.encode()
    except UnicodeEncodeError:  # half a character, which no file in UTF-8 can hold
        return json.dumps(_plain(value))
    return told


def from_json(kind: type[T], told: str, **elsewhere: object) -> T:
    """The noun of that kind; `elsewhere` are the fields that stand elsewhere."""
    noun: T = _reader(cast(Any, kind))(json.loads(told) | elsewhere if elsewhere else json.loads(told))
    return noun


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    return value.item() if hasattr(value, "item") else value  # numpy's numbers


@cache
def _names(kind: Any) -> tuple[str, ...]:
    left_out = ELSEWHERE.get(kind, set())
    return tuple(f.name for f in fields(kind) if f.name[0] != "_" and f.name not in left_out)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """JSON's value → the value of a field of that type."""
    inner = get_args(kind)
    if NoneType in inner:
        (told,) = (k for k in inner if k is not NoneType)
        read = _reader(told)
        return lambda v: None if v is None else read(v)
    if kind is Span:
        return lambda v: Span(*v)
    if get_origin(kind) in (tuple, list):
        whole, read = get_origin(kind), _reader(inner[0])
        return lambda v: whole(map(read, v))
    if get_origin(kind) is dict:
        read = _reader(inner[1])
        return lambda v: {k: read(w) for k, w in v.items()}
    if is_dataclass(kind):
        return _noun_reader(kind)
    return lambda v: v


def _noun_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = [(name, _reader(hints[name])) for name in _names(kind)]
    left_out = ELSEWHERE.get(kind, ())

    def read(told: dict[str, Any]) -> Any:
        here = {name: reader(told[name]) for name, reader in readers}
        return kind(**here, **{name: told[name] for name in left_out if name in told})

    return read
