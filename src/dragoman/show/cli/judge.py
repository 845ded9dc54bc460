"""`dragoman judge KIND ABOUT [VALUE]`: a person's decision, which wins over what was computed."""

from __future__ import annotations

import getpass
import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.gather import refresh_story, tell_story
from dragoman.model.errors import UsageError
from dragoman.model.judgements import PAIRED
from dragoman.record import (
    Record,
    find_evidence,
    import_judgements,
    open_record,
    undo_judgement,
    write_judgement,
)
from dragoman.show.cli.options import DEFAULT_RECORD, RecordFile
from dragoman.show.messages import say

UNDO, IMPORT = "undo", "import"
ABOUT_ENTRIES = ("accept", "reject", "speaker")


def judge(
    decision: Annotated[str, typer.Argument(metavar="KIND")],
    subject: Annotated[str, typer.Argument(metavar="ABOUT")],
    value: Annotated[str | None, typer.Argument(metavar="[VALUE]")] = None,
    record: RecordFile = DEFAULT_RECORD,
    why: Annotated[str | None, typer.Option("--why", metavar="WORDS")] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME", envvar="DRAGOMAN_WHO")] = None,
) -> None:
    reviewer = who or getpass.getuser()
    with open_record(record, write=True) as opened:
        if decision == UNDO:
            undo_judgement(opened, _number(subject), reviewer)
            done = say("judge.undone", number=subject)
        elif decision == IMPORT:
            done = say("judge.imported", n=import_judgements(opened, _rows(Path(subject))))
        else:
            if decision in (*PAIRED, "status", "accept"):
                subject = _report(opened, subject)
            if decision in ABOUT_ENTRIES and find_evidence(opened, subject) is None:
                raise UsageError(say("explain.unknown", id=subject))
            if decision in PAIRED and value is not None:
                value = _report(opened, value)
            number = write_judgement(opened, kind=decision, about=subject, value=value, who=reviewer, why=why)
            done = say("judge.noted", number=number)
        refresh_story(opened)
    sys.stdout.write(done + "\n")


def _report(record: Record, name: str) -> str:
    """The id of a meeting's first report, which stays what it is; anything else as it is."""
    return next((m.reports[0] for m in tell_story(record).meetings if m.id == name), name)


def _number(told: str) -> int:
    if not told.isdigit():
        raise UsageError(f"judgement {told}: there is none that stands")
    return int(told)


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as e:
        raise UsageError(
            f"{path}: cannot be read ({e}): export judgements with `dragoman judgements --json`"
        ) from e
    if not isinstance(told, list) or not all(isinstance(row, dict) for row in told):
        raise UsageError(
            f"{path}: cannot be read (no list): export judgements with `dragoman judgements --json`"
        )
    return told
