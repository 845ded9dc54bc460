"""`dragoman disputes`: versions of one matter that cannot both hold."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.gather import tell_story
from dragoman.model.disputes import DISPUTE_KINDS, Dispute
from dragoman.record import Scope, open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    Kind,
    KnownBy,
    RecordFile,
    Since,
    Until,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.marks import legible
from dragoman.show.messages import say
from dragoman.show.rows import noun_row
from dragoman.show.within import is_about, is_between

COLUMNS = ("matter", "kind", "versions", "id")


def disputes(
    record: RecordFile = DEFAULT_RECORD,
    kind: Kind = None,
    show_all: Annotated[bool, typer.Option("--all")] = False,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    kind = to_code("--kind", "kind", kind, DISPUTE_KINDS)
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    with open_record(record) as opened:
        story = tell_story(opened, as_of=as_of, known_by=known_by)
    found = [
        d
        for d in story.disputes
        if kind in (None, d.kind)
        and is_about(d, actor)
        and any(is_between(v.first_on, scope) for v in d.versions)
    ]
    shown = [d for d in found if d.sure or show_all]
    rows = [noun_row(d) for d in shown]
    if not (as_json or as_csv):
        rows = [{**row, "versions": told(d)} for row, d in zip(rows, shown, strict=True)]
    show_rows(rows, COLUMNS, as_json=as_json, as_csv=as_csv, unsure=len(found) - len(shown))


def told(dispute: Dispute) -> str:
    """The versions on one line: whose it is and what it says."""
    return " / ".join(
        f"{v.by or v.party or say('brief.press')} : {legible(v.says)}" for v in dispute.versions
    )
