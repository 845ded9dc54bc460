"""Claims into their tables and out again, by the plan of `layers.py`.

Statement(speaker="Donald Trump", …) → a row of `claims`, one of `statements`, one of `resolutions` for each
phrase that was resolved; and from these rows the same Statement.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, TypeVar

from dragoman.model.claims import Claim, Resolution
from dragoman.model.spans import Span
from dragoman.record.cells import cells, days, from_list
from dragoman.record.layers import COMMON, LAYERS, Layer
from dragoman.record.names import words_of

C = TypeVar("C", bound=Claim)


def write_claims(db: sqlite3.Connection, text: str, published: str | None, claims: Sequence[Claim]) -> None:
    """Write the claims of one article inside the caller's transaction; of two with one id the first."""
    once = {claim.id: claim for claim in reversed(claims)}
    heads: list[Any] = []
    resolutions: list[Any] = []
    rows: dict[type[Claim], list[Any]] = {noun: [] for noun in LAYERS}
    lists: dict[str, list[Any]] = {}
    actors: set[str] = set()
    for name, claim in sorted(once.items(), key=lambda c: (c[1].layer, c[1].start, c[1].end, c[0])):
        layer = LAYERS[type(claim)]
        first, last = days(getattr(claim, layer.day) if layer.day else None)
        if first is None:
            first, last = days(published)
        heads.append((name, claim.layer, claim.article, first, last))
        rows[type(claim)].append(cells((name, *_row(claim, layer, text))))
        resolutions.extend(
            cells((name, n, *r.span, r.span.of(text), r.actors, r.how)) for n, r in enumerate(claim.resolved)
        )
        actors.update(getattr(claim, field) or "" for field, c in layer.columns.items() if c in layer.actors)
        for field, table in layer.names.items():
            actors.update(getattr(claim, field))
            lists.setdefault(table, []).extend(
                cells((name, n, a)) for n, a in enumerate(getattr(claim, field))
            )
        for field, table in layer.pieces.items():
            spans: Sequence[Span] = getattr(claim, field)
            lists.setdefault(table, []).extend((name, n, *s, s.of(text)) for n, s in enumerate(spans))
    db.executemany("INSERT INTO claims VALUES (?,?,?,?,?)", heads)
    for noun, ready in rows.items():
        columns = _columns(noun)
        db.executemany(
            f"INSERT INTO {LAYERS[noun].table} ({','.join(columns)}) VALUES ({','.join('?' * len(columns))})",
            ready,
        )
    words = [cells((word, name)) for name in sorted(actors) for word in words_of(name)]
    db.executemany("INSERT OR IGNORE INTO name_words VALUES (?,?)", words)
    db.executemany("INSERT INTO resolutions VALUES (?,?,?,?,?,?,?)", resolutions)
    for table, ready in lists.items():
        if ready:
            db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(ready[0]))})", ready)


def _columns(noun: type[Claim]) -> tuple[str, ...]:
    layer = LAYERS[noun]
    ends = [f"{prefix}_{end}" for prefix in ("cue", *layer.spans.values()) for end in ("start", "end")]
    return ("id", "surface", "cue", *COMMON, *layer.columns.values(), *ends, *_worded(layer))


def _worded(layer: Layer) -> tuple[str, ...]:
    """The spans whose words have a column too."""
    return tuple(prefix for prefix in layer.spans.values() if prefix not in layer.columns.values())


def _row(claim: Claim, layer: Layer, text: str) -> list[Any]:
    spans = [claim.cue, *(getattr(claim, name) for name in layer.spans)]
    words = [
        _words(getattr(claim, name), text) for name, prefix in layer.spans.items() if prefix in _worded(layer)
    ]
    return [
        claim.span.of(text),
        _words(claim.cue, text),
        *(getattr(claim, name) for name in COMMON),
        *(getattr(claim, name) for name in layer.columns),
        *(place for span in spans for place in (span if span is not None else (None, None))),
        *words,
    ]


def _words(span: Span | None, text: str) -> str | None:
    return None if span is None else span.of(text)


# --- out ------------------------------------------------------------------------------------------


def select(noun: type[Claim], *, resolved: bool = True) -> str:
    """The columns that `claim_of` takes, with the claim's table as `t`; lists come as JSON.

    Without `resolved` the claim does not tell how its phrases were resolved, and is read sooner.
    """
    layer = LAYERS[noun]
    parts = [f"t.{column}" for column in (*COMMON, *layer.columns.values())]
    parts += [f"t.{p}_{end}" for p in ("cue", *layer.spans.values()) for end in ("start", "end")]
    how = _gathered("json_array(start, end, json(actors), how)", "resolutions")
    parts.append(how if resolved else "'[]'")
    parts += [_gathered("actor", table) for table in layer.names.values()]
    parts += [_gathered("json_array(start, end)", table) for table in layer.pieces.values()]
    return ", ".join(parts)


def _gathered(what: str, table: str) -> str:
    return f"(SELECT json_group_array({what}) FROM (SELECT * FROM {table} WHERE claim = t.id ORDER BY nth))"


def claim_of(noun: type[C], row: Sequence[Any]) -> C:
    """The claim that `select(noun)` gave as `row`."""
    plain, spans, names, pieces, lists, flags = FIELDS[noun]
    told: dict[str, Any] = dict(zip(plain, row, strict=False))
    for name in lists:
        told[name] = from_list(told[name])
    for name in flags:
        told[name] = bool(told[name])
    at = len(plain)
    for name in spans:
        start = row[at]
        told[name] = None if start is None else Span(start, row[at + 1])
        at += 2
    if row[at] != "[]":
        told["resolved"] = tuple(
            Resolution(Span(start, end), tuple(actors), how)
            for start, end, actors, how in json.loads(row[at])
        )
    for name in names:
        at += 1
        told[name] = from_list(row[at])
    for name in pieces:
        at += 1
        told[name] = () if row[at] == "[]" else tuple(Span(*piece) for piece in json.loads(row[at]))
    return noun(**told)


def _fields(layer: Layer) -> tuple[tuple[str, ...], ...]:
    """The fields of a claim in the order of `select`: those of one column, of two, of names, of passages.

    Then those of one column that hold a JSON list, and those that hold a truth value.
    """
    lists, flags = (
        tuple(name for name, column in layer.columns.items() if column in told)
        for told in (layer.lists, layer.flags)
    )
    return (
        (*COMMON, *layer.columns), ("cue", *layer.spans), tuple(layer.names), tuple(layer.pieces), lists, flags,
    )  # fmt: skip


FIELDS = {noun: _fields(layer) for noun, layer in LAYERS.items()}
