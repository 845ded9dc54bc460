"""One ledger of the story as a table: what `agreements`, `measures` and `channels` have in common.

story.channels, narrowed by state, kind, actor and dates → rows; on a terminal, with the last that was said of each.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from dragoman.gather import tell_story
from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.measures import Measure
from dragoman.model.stories import Story
from dragoman.record import Scope, open_record
from dragoman.show.cli.tables import show_rows
from dragoman.show.rows import Row, noun_row
from dragoman.show.within import is_about, is_told_between

Ledger: TypeAlias = tuple[Agreement, ...] | tuple[Measure, ...] | tuple[Channel, ...]
State = Annotated[str | None, typer.Option("--state", metavar="STATE")]


def show_ledger(
    record: Path,
    choose: Callable[[Story], Ledger],
    columns: tuple[str, ...],
    scope: Scope,
    *,
    as_json: bool,
    as_csv: bool,
    renamed: dict[str, str] | None = None,
    **fields: str | None,
) -> None:
    """Print the ledger; `fields` keep what has that value, `renamed` are columns that a table calls otherwise."""
    with open_record(record) as opened:
        story = tell_story(opened, as_of=scope.as_of, known_by=scope.known_by)
    rows: list[Row] = [
        noun_row(noun)
        for noun in choose(story)
        if all(value in (None, getattr(noun, name)) for name, value in fields.items())
        and is_about(noun, scope.actor)
        and is_told_between(noun, scope)
    ]
    names = {"name": "label", **(renamed or {})}
    if as_csv:
        columns = tuple(names.get(column, column) for column in columns)
    elif not as_json:
        rows = [
            {**row, **{new: row[old] for new, old in names.items()}, "last": row["life"][-1]["says"]}
            for row in rows
        ]
    show_rows(rows, columns, as_json=as_json, as_csv=as_csv)
