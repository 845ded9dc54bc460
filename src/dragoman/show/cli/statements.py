"""`dragoman statements`: who said what."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.model.statements import STATEMENT_KINDS, Statement
from dragoman.record import find_claims, open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Kind, Least, Most
from dragoman.show.cues import DOUBTED, find_cues, with_cue
from dragoman.show.rows import Row, claim_row

COLUMNS = ("day", "speaker", "surface", "kind", "relayed_by", "outlet", "id")


@listing()
def statements(
    asked: Asked,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME")] = None,
    kind: Kind = None,
    *,
    least: Least = 0.0,
    most: Most = None,
) -> None:
    kind = to_code("--kind", "kind", kind, STATEMENT_KINDS)
    with open_record(asked.record) as opened:
        found = find_claims(
            opened, Statement, asked.scope, least=least, most=most, speaker=speaker, kind=kind
        )
        cues = find_cues(opened, found) if asked.for_people else {}
    rows = [claim_row(t) for t in found]
    if asked.for_people:
        rows = [
            {**row, "speaker": _speaker(row), "surface": with_cue(row["surface"], cues.get(row["id"]))}
            for row in rows
        ]
    asked.show(rows, COLUMNS)


def _speaker(row: Row) -> str | None:
    doubted = row["speaker"] and row["confidence"] < DOUBTED
    return f"{row['speaker']} ?" if doubted else row["speaker"]
