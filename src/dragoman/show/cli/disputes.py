"""`dragoman disputes`: versions of one matter that cannot both hold."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.model.disputes import DISPUTE_KINDS, Dispute
from dragoman.record import open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Kind
from dragoman.show.cues import Cues, find_version_cues, with_cue
from dragoman.show.marks import legible
from dragoman.show.messages import say
from dragoman.show.rows import noun_row
from dragoman.show.within import is_about, is_between

COLUMNS = ("matter", "kind", "versions", "id")


@listing()
def disputes(
    asked: Asked,
    kind: Kind = None,
    show_all: Annotated[bool, typer.Option("--all")] = False,
) -> None:
    kind = to_code("--kind", "kind", kind, DISPUTE_KINDS)
    story = asked.story()
    found = [
        d
        for d in story.disputes
        if kind in (None, d.kind)
        and is_about(d, asked.scope.actor)
        and any(is_between(v.first_on, asked.scope) for v in d.versions)
    ]
    shown = [d for d in found if d.sure or show_all]
    rows = [noun_row(d) for d in shown]
    if asked.for_people:
        with open_record(asked.record) as opened:
            cues = find_version_cues(opened, shown)
        rows = [{**row, "versions": told(d, cues)} for row, d in zip(rows, shown, strict=True)]
    asked.show(rows, COLUMNS, unsure=len(found) - len(shown))


def told(dispute: Dispute, cues: Cues) -> str:
    """The versions on one line: whose it is and what it says."""
    return " / ".join(
        f"{v.by or v.party or say('brief.press')}{say('show.colon')}{with_cue(legible(v.says), cues.get(v))}"
        for v in dispute.versions
    )
