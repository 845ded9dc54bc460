"""`dragoman watch`: feeds into the record, again and again."""

from __future__ import annotations

import re
import sys
from typing import Annotated

import typer

from dragoman.model.errors import UsageError
from dragoman.record import open_record
from dragoman.show.cli.options import DEFAULT_RECORD, About, RecordFile
from dragoman.show.messages import in_our_words, say

Feeds = Annotated[list[str], typer.Argument(metavar="FEED...")]
Every = Annotated[str, typer.Option("--every", metavar="15m")]
Once = Annotated[bool, typer.Option("--once")]

UNITS = {"": 1, "s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400, "j": 86400}
SHORTEST = 60  # seconds between two looks at a feed


def watch(
    feeds: Feeds,
    record: RecordFile = DEFAULT_RECORD,
    every: Every = "15m",
    about: About = None,
    once: Once = False,
) -> None:
    seconds = to_seconds(every)
    for feed in feeds:
        if not re.match(r"https?://[^/\s]", feed):
            raise UsageError(f"{feed}: is no address of a feed: write https://…")
    from dragoman.watch import watch_feeds

    rounds = 1 if once else None
    with open_record(record, write=True) as opened:
        try:
            for one in watch_feeds(opened, feeds, every=seconds, rounds=rounds, about=about):
                for aside in one.tally.aside:
                    _write(say("read.aside", path=aside.path, reason=in_our_words(aside.reason)))
                line = say(
                    "watch.round",
                    feeds=one.feeds,
                    read=one.tally.read,
                    known=one.tally.known,
                    aside=len(one.tally.aside),
                )
                _write(line)
        except KeyboardInterrupt:
            sys.stderr.write("\n" + say("watch.stopped", record=record) + "\n")


def to_seconds(told: str) -> float:
    """ "15m" → 900. Raises UsageError for what is no time, or too short a one."""
    m = re.fullmatch(r"\s*(\d{1,6})\s*([a-z]*)\s*", told)
    if m is None or m[2] not in UNITS:
        raise UsageError(f"--every {told}: write a number and s, m, h or d: 15m")
    seconds = int(m[1]) * UNITS[m[2]]
    if seconds < SHORTEST:
        raise UsageError(f"--every {told}: at least {SHORTEST} seconds, out of regard for the site")
    return float(seconds)


def _write(line: str) -> None:
    sys.stdout.write(line.encode("utf-8", "backslashreplace").decode() + "\n")
    sys.stdout.flush()
