"""Which claims of one layer are asked for, as conditions on a row `t`, and by which key the fewest rows are met.

speaker="trump" → t.speaker IN ("Donald Trump", "Donald Trump Jr"), and the ids of these statements.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dragoman.record.layers import Layer
from dragoman.record.records import Record
from dragoman.record.scopes import Scope

# So many rows are fetched and put in order sooner than the first lines are found among all rows in order.
FEW = 20_000


@dataclass(slots=True)
class Filters:
    """`parts` all hold on a row of the layer's table `t`; `keys` are queries, each of which gives the ids of all
    rows that one of the parts lets pass."""

    layer: Layer
    parts: list[str] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)

    def equal(self, column: str, value: str) -> None:
        """`column` has that value."""
        self.parts.append(f"t.{column} = :{column}")
        self.parameters[column] = value

    def named(self, record: Record, column: str, wanted: str) -> None:
        """`column` holds an actor that `wanted` asks for."""
        self.parts.append(f"t.{column} IN ({self._names(record, self.layer.table, column, wanted)})")
        self.keys.append(self._ids(column))

    def about(self, record: Record, wanted: str) -> None:
        """One of the claim's actors is the one asked for."""
        parts, keys = [], []
        for column in self.layer.actors:
            names = self._names(record, self.layer.table, column, wanted)
            parts.append(f"t.{column} IN ({names})")
            keys.append(self._ids(column))
        for table in self.layer.names.values():
            names = self._names(record, table, "actor", wanted)
            parts.append(f"EXISTS (SELECT 1 FROM {table} n WHERE n.claim = t.id AND n.actor IN ({names}))")
            keys.append(f"SELECT claim FROM {table} WHERE actor IN ({names})")
        self.parts.append(f"({' OR '.join(parts)})")
        self.keys.append(" UNION ALL ".join(keys))

    def within(self, scope: Scope, layer: str) -> None:
        """The days of the scope, which `scope.on_claims` tells as conditions, as a key."""
        days = [
            told
            for told, asked in (("day_from <= :until", scope.until), ("day_to >= :since", scope.since))
            if asked is not None
        ]
        if days:
            self.parameters["layer"] = layer
            self.keys.append(f"SELECT id FROM claims WHERE layer = :layer AND {' AND '.join(days)}")

    def best_key(self, record: Record) -> str | None:
        """The key that gives the fewest ids; None where each gives more than FEW."""
        counts = dict(self._counts(record))
        best = min(counts, key=lambda key: counts[key], default=None)
        return best if best is not None and counts[best] <= FEW else None

    def _counts(self, record: Record) -> Iterator[tuple[str, int]]:
        for key in self.keys:
            ((count,),) = record.ask(f"SELECT count(*) FROM ({key} LIMIT {FEW + 1})", self.parameters)
            yield key, count

    def _ids(self, column: str) -> str:
        return f"SELECT id FROM {self.layer.table} WHERE {column} IN (SELECT value FROM json_each(:{column}_names))"

    def _names(self, record: Record, table: str, column: str, wanted: str) -> str:
        """The query that gives the names in `column` that `wanted` asks for; each name is looked at once."""
        place = f"{column}_names" if table == self.layer.table else f"{table}_names"
        rows = record.ask(
            f"""WITH RECURSIVE each(name) AS (
            SELECT min({column}) FROM {table} WHERE {column} IS NOT NULL
            UNION ALL
            SELECT (SELECT min({column}) FROM {table} WHERE {column} > each.name) FROM each WHERE each.name IS NOT NULL
            ) SELECT name FROM each WHERE named(name, ?)""",
            (wanted,),
        )
        self.parameters[place] = json.dumps([name for (name,) in rows], ensure_ascii=False)
        return f"SELECT value FROM json_each(:{place})"
