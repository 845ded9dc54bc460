"""What every list asks for: which record, within which limits, as a table or as data; declared once for all of them.

    @listing()
    def meetings(asked: Asked, status: Status = None) -> None: …

→ `dragoman meetings --record FILE --status STATUS --actor NAME --from DATE … --json --csv`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Any, TypeAlias, get_type_hints

from dragoman.gather import tell_story
from dragoman.model.stories import Story
from dragoman.record import Scope, open_record
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    KnownBy,
    RecordFile,
    Since,
    Until,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.rows import Row

Command: TypeAlias = Callable[..., None]
DAYS = ("since", "until")  # of what a list without dates of its own has none


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which record, within which limits, and as what a list is asked for."""

    record: Path
    scope: Scope
    as_json: bool
    as_csv: bool

    @property
    def for_people(self) -> bool:
        """Whether it is a table, rather than data."""
        return not (self.as_json or self.as_csv)

    def story(self) -> Story:
        """The record's story, as of the days asked for."""
        with open_record(self.record) as opened:
            return tell_story(opened, as_of=self.scope.as_of, known_by=self.scope.known_by)

    def show(self, rows: Sequence[Row], columns: Sequence[str], *, unsure: int = 0) -> None:
        """Write the rows as they are asked for (see show_rows)."""
        show_rows(rows, columns, as_json=self.as_json, as_csv=self.as_csv, unsure=unsure)


def listing(*, dated: bool = True) -> Callable[[Command], Command]:
    """A command with the options of every list around its own; `dated` where it takes days of its own.

    Its own options stand before the limits, those that are given by name alone (after `*`) behind them.
    """

    def around(command: Command) -> Command:
        hints = get_type_hints(command, include_extras=True)
        own = [p.replace(annotation=hints[p.name]) for p in list(signature(command).parameters.values())[1:]]
        limits = {"actor": ActorName, "since": Since, "until": Until, "as_of": AsOf, "known_by": KnownBy}
        limits = {name: option for name, option in limits.items() if dated or name not in DAYS}

        @wraps(command)
        def asked_for(record: Path, as_json: bool, as_csv: bool, **told: Any) -> None:
            scope = Scope(**{name: told.pop(name) for name in limits})
            command(Asked(record, scope, as_json, as_csv), **told)

        parameters = [
            _option("record", RecordFile, DEFAULT_RECORD),
            *(p for p in own if p.kind is not Parameter.KEYWORD_ONLY),
            *(_option(name, option, None) for name, option in limits.items()),
            *(p for p in own if p.kind is Parameter.KEYWORD_ONLY),
            _option("as_json", AsJson, False),
            _option("as_csv", AsCsv, False),
        ]
        parameters = [p.replace(kind=Parameter.KEYWORD_ONLY) for p in parameters]
        asked_for.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        asked_for.__annotations__ = {p.name: p.annotation for p in parameters}
        return asked_for

    return around


def _option(name: str, annotation: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
