"""One ledger of the story as a table: what `agreements`, `measures` and `channels` have in common.

story.channels, narrowed by state, kind, actor and dates → rows; on a terminal, with the last that was said of each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.measures import Measure
from dragoman.model.stories import Story
from dragoman.show.cli.listings import Asked
from dragoman.show.rows import Row, noun_row
from dragoman.show.within import is_about, is_told_between

Ledger: TypeAlias = tuple[Agreement, ...] | tuple[Measure, ...] | tuple[Channel, ...]


def show_ledger(
    asked: Asked,
    choose: Callable[[Story], Ledger],
    columns: tuple[str, ...],
    *,
    renamed: dict[str, str] | None = None,
    **fields: str | None,
) -> None:
    """Print the ledger; `fields` keep what has that value, `renamed` are columns that a table calls otherwise."""
    rows: list[Row] = [
        noun_row(noun)
        for noun in choose(asked.story())
        if all(value in (None, getattr(noun, name)) for name, value in fields.items())
        and is_about(noun, asked.scope.actor)
        and is_told_between(noun, asked.scope)
    ]
    names = {"name": "label", **(renamed or {})}
    if asked.as_csv:
        columns = tuple(names.get(column, column) for column in columns)
    elif asked.for_people:
        rows = [
            {**row, **{new: row[old] for new, old in names.items()}, "last": row["life"][-1]["says"]}
            for row in rows
        ]
    asked.show(rows, columns)
