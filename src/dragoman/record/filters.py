"""Which claims of one layer are asked for, as conditions on a row `t`, and by which key the fewest rows are met.

speaker="trump" → t.speaker IN ("Donald Trump", "Donald Trump Jr"), and the ids of these statements.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dragoman.record.layers import Layer
from dragoman.record.names import named, other_names, words_of
from dragoman.record.records import Record
from dragoman.record.scopes import Scope

# So many rows are fetched and put in order sooner than the first lines are found among all rows in order.
FEW = 20_000
# Columns of few values, some of them rare.
INDEXED = ("type",)


class Key(NamedTuple):
    """A query for the ids (`column` "id"), or the articles ("article"), of all rows that one of the parts lets pass."""

    query: str
    column: str = "id"


class Few(NamedTuple):
    """What a key gave: rows of the layer by the `values` of a `column`."""

    column: str
    values: list[str]


@dataclass(slots=True)
class Filters:
    """`parts` all hold on a row of the layer's table `t`; by one of the `keys` these rows are found."""

    layer: Layer
    parts: list[str] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)
    keys: list[Key] = field(default_factory=list)

    def equal(self, column: str, value: str) -> None:
        """`column` has that value."""
        self.parts.append(f"t.{column} = :{column}")
        self.parameters[column] = value
        if column in INDEXED:
            self.keys.append(Key(f"SELECT id FROM {self.layer.table} WHERE {column} = :{column}"))

    def named(self, record: Record, column: str, wanted: str) -> None:
        """`column` holds an actor that `wanted` asks for."""
        names = self._names(record, column, wanted)
        self.parts.append(f"t.{column} IN {names}")
        self.keys.append(Key(f"SELECT id FROM {self.layer.table} WHERE {column} IN {names}"))

    def about(self, record: Record, wanted: str) -> None:
        """One of the claim's actors is the one asked for."""
        names = self._names(record, "actor", wanted)
        parts = [f"t.{column} IN {names}" for column in self.layer.actors]
        keys = [
            f"SELECT id FROM {self.layer.table} WHERE {column} IN {names}" for column in self.layer.actors
        ]
        for table in self.layer.names.values():
            parts.append(f"EXISTS (SELECT 1 FROM {table} n WHERE n.claim = t.id AND n.actor IN {names})")
            keys.append(f"SELECT claim FROM {table} WHERE actor IN {names}")
        self.parts.append(f"({' OR '.join(parts)})")
        self.keys.append(Key(" UNION ALL ".join(keys)))

    def within(self, scope: Scope, layer: str) -> None:
        """The days of the scope, which `scope.on_claims` tells as conditions, as a key.

        Between two days lie many claims of few articles: in order of these a page is full after the first of them.
        """
        self.parameters["layer"] = layer
        of_layer = "WHERE layer = :layer"
        if scope.since is None and scope.until is not None:
            self.keys.append(Key(f"SELECT id FROM claims {of_layer} AND day_from <= :until"))
        elif scope.since is not None and scope.until is None:
            self.keys.append(Key(f"SELECT id FROM claims {of_layer} AND day_to >= :since"))
        elif scope.since is not None:
            near, lasts = "date(:since, '-31 days')", "julianday(day_to) - julianday(day_from) > 31"
            begun = f"SELECT article FROM claims {of_layer} AND day_from >= {near} AND day_from <= :until"
            lasting = f"SELECT article FROM claims INDEXED BY claims_that_last {of_layer} AND {lasts}"
            until = "AND day_to >= :since"
            self.keys.append(Key(f"{begun} {until} UNION {lasting} AND day_from < {near} {until}", "article"))

    def few(self, record: Record) -> Few | None:
        """What the key gives that gives the fewest; None where each gives more than FEW."""
        best: Few | None = None
        for key in self.keys:
            most = FEW + 1 if best is None else len(best.values)
            values = [row[0] for row in record.ask(f"{key.query} LIMIT {most}", self.parameters)]
            if len(values) < most:
                best = Few(key.column, values)
        return best

    def _names(self, record: Record, place: str, wanted: str) -> str:
        """The names that `wanted` asks for, as the list of a condition."""
        asked = max(words_of(wanted), key=len, default="")
        rows = record.ask(
            "SELECT DISTINCT name FROM name_words WHERE word >= ? AND word < ?", (asked, f"{asked}\U0010ffff")
        )
        names = {name for (name,) in rows if named(name, wanted)} | other_names(wanted) if asked else set()
        self.parameters[f"{place}_names"] = json.dumps(sorted(names), ensure_ascii=False)
        return f"(SELECT value FROM json_each(:{place}_names))"
