"""`dragoman read`: articles into the record, with how it goes on the way."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dragoman.model.edtf import bounds
from dragoman.record import open_record
from dragoman.show.cli.engines import choose_engine
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    About,
    Address,
    ClaimsPlace,
    Columns,
    Date,
    EngineName,
    Fetch,
    Inputs,
    Jobs,
    RecordFile,
    to_columns,
)
from dragoman.show.messages import in_our_words, say

if TYPE_CHECKING:
    from dragoman.model.tallies import Tally
    from dragoman.read import Reading

EVERY = 100  # articles between two lines, where there is no terminal
SHOWN = 20  # inputs set aside that are told one by one


def read(
    paths: Inputs,
    record: RecordFile = DEFAULT_RECORD,
    date: Date = None,
    columns: Columns = None,
    about: About = None,
    fetch: Fetch = False,
    jobs: Jobs = None,
    engine: EngineName = "local",
    address: Address = None,
    claims: ClaimsPlace = None,
) -> None:
    if date is not None:
        bounds(date)  # a wrong date is told before the work
    from dragoman.model.tallies import Tally

    chosen = choose_engine(engine, paths, jobs=jobs, address=address, claims=claims, record=str(record))
    how: Reading = {"date": date, "columns": to_columns(columns), "about": about, "fetch": fetch}
    tally = Tally()
    began = time.monotonic()
    with open_record(record, write=True) as opened:
        try:
            with _progress(paths, began) as on_progress:
                chosen(opened, paths, tally, on_progress, how)
        except KeyboardInterrupt:
            sys.stderr.write("\n" + say("read.interrupted", record=record, read=tally.read) + "\n")
            raise typer.Exit(130) from None
    _tell(record, tally, time.monotonic() - began)
    if not (tally.read or tally.known or tally.aside):
        sys.stderr.write(say("read.nothing") + "\n")
    if not (tally.read or tally.known):
        raise typer.Exit(1)


def _tell(record: Path, tally: Tally, seconds: float) -> None:
    for aside in tally.aside[:SHOWN]:
        line = say("read.aside", path=aside.path, reason=in_our_words(aside.reason))
        # a name that is no UTF-8 is written with escapes
        sys.stdout.write(line.encode("utf-8", "backslashreplace").decode() + "\n")
    if len(tally.aside) > SHOWN:
        sys.stdout.write(say("read.more_aside", n=len(tally.aside) - SHOWN) + "\n")
    line = say(
        "read.done",
        record=record,
        read=tally.read,
        known=tally.known,
        aside=len(tally.aside),
        seconds=f"{seconds:.1f}",
        rate=f"{tally.read / seconds:.1f}" if seconds else "–",
    )
    sys.stdout.write(line + "\n")


@contextmanager
def _progress(paths: Sequence[str], began: float) -> Iterator[Callable[[Tally], None]]:
    """A bar on a terminal, a line now and then elsewhere."""
    if sys.stderr.isatty():
        with _bar(paths, began) as on_progress:
            yield on_progress
        return

    def now_and_then(tally: Tally) -> None:
        if _seen(tally) % EVERY == 0:
            sys.stderr.write(_line(tally, began) + "\n")

    yield now_and_then


@contextmanager
def _bar(paths: Sequence[str], began: float) -> Iterator[Callable[[Tally], None]]:
    """One step an article; a file that holds many makes the bar longer as they come."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    from dragoman.read.counts import count_files

    columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        total = count_files([Path(path) for path in paths if "://" not in path])
        task = bar.add_task("…", total=total)

        def step(tally: Tally) -> None:
            seen = _seen(tally)
            bar.update(task, completed=seen, total=max(total, seen), description=_line(tally, began))

        yield step


def _seen(tally: Tally) -> int:
    return tally.read + tally.known + len(tally.aside)


def _line(tally: Tally, began: float) -> str:
    rate = tally.read / max(time.monotonic() - began, 0.001)
    return say(
        "read.progress", read=tally.read, known=tally.known, aside=len(tally.aside), rate=f"{rate:.1f}"
    )
