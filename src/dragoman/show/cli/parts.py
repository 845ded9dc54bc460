"""A part of a page on the screen: a title and its lines, each with its day, its words and its id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dragoman.model.disputes import Dispute
from dragoman.model.expectations import Expectation
from dragoman.show.cli.disputes import told as versions_of
from dragoman.show.cues import Cues
from dragoman.show.marks import legible
from dragoman.show.messages import say, word_for

LONG = 160  # characters of a quotation on one line
Line = tuple[str | None, str, str]  # day, what, id


def shorten(words: str, lines: int = 1) -> str:
    """The beginning of the words, as much as `lines` hold."""
    return legible(words, LONG * lines)


def dispute_lines(disputes: Iterable[Dispute], cues: Cues) -> list[Line]:
    """What each is about and its versions, with the day of the first."""
    return [
        (
            d.versions[0].first_on if d.versions else None,
            f"{legible(d.matter)} — {shorten(versions_of(d, cues), 2)}",
            d.id,
        )
        for d in disputes
    ]


def expectation_lines(expectations: Iterable[Expectation]) -> list[Line]:
    """What became of each, whose it is and what it says, with the day that it is due."""
    return [
        (
            e.horizon or e.made_on,
            f"{word_for('state', e.state)} · {e.by or say('brief.press')}{say('show.colon')}{shorten(e.what)}",
            e.id,
        )
        for e in expectations
    ]


def show_part(screen: Any, title: str, lines: Sequence[Line], limit: int) -> None:
    """The title and the first `limit` lines, and how many more there are."""
    from rich.table import Table
    from rich.text import Text

    screen.print(Text(title, style="bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, min_width=10)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, style="dim")
    for day, what, name in lines[:limit]:
        table.add_row(Text(day or "–"), Text(what), Text(name))
    screen.print(table)
    if len(lines) > limit:
        screen.print(Text(say("brief.more", n=len(lines) - limit), style="dim"))
