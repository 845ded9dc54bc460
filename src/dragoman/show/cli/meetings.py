"""`dragoman meetings`: each meeting once, with the status that stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from dragoman.model.meetings import MEETING_KINDS, MEETING_STATUSES
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Kind, Status
from dragoman.show.naming import meeting_name
from dragoman.show.rows import noun_row
from dragoman.show.within import is_about, is_between

COLUMNS = ("date", "label", "kind", "participants", "place", "status", "sources", "id")


@listing()
def meetings(
    asked: Asked,
    status: Status = None,
    kind: Kind = None,
    show_all: Annotated[bool, typer.Option("--all")] = False,
) -> None:
    status = to_code("--status", "status", status, MEETING_STATUSES)
    kind = to_code("--kind", "kind", kind, MEETING_KINDS)
    story = asked.story()
    found = [
        m
        for m in story.meetings
        if status in (None, m.status)
        and kind in (None, m.kind)
        and is_about(m, asked.scope.actor)
        and is_between(m.date, asked.scope)
    ]
    shown = [m for m in found if m.sure or show_all]
    unsure = len(found) - len(shown)
    if asked.for_people:
        shown = [replace(m, label=meeting_name(m)) for m in shown]
    asked.show([noun_row(m) for m in shown], COLUMNS, unsure=unsure)
