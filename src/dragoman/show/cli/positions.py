"""`dragoman positions`: where each side stands on each issue."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.gather import tell_story
from dragoman.model.positions import ISSUES, STANCES, Position
from dragoman.record import Scope, find_claims, open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    KnownBy,
    Least,
    Most,
    RecordFile,
    Since,
    Until,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.rows import claim_row

COLUMNS = ("day", "party", "stance", "issue", "toward", "surface", "shift_from", "outlet", "id")


def positions(
    record: RecordFile = DEFAULT_RECORD,
    party: Annotated[str | None, typer.Option("--party", metavar="NAME")] = None,
    issue: Annotated[str | None, typer.Option("--issue", metavar="ISSUE")] = None,
    stance: Annotated[str | None, typer.Option("--stance", metavar="STANCE")] = None,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    least: Least = 0.0,
    most: Most = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    issue = to_code("--issue", "issue", issue, ISSUES)
    stance = to_code("--stance", "stance", stance, STANCES)
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    with open_record(record) as opened:
        found = find_claims(
            opened, Position, scope, least=least, most=most, party=party, issue=issue, stance=stance
        )
        shifts = tell_story(opened, as_of=as_of, known_by=known_by).shifts
    turned = {s.after: s.before for s in shifts}
    # a position by which a side turned is marked with the one that it turned from
    rows = [{**claim_row(t), "shift_from": turned.get(t.claim.id)} for t in found]
    show_rows(rows, COLUMNS, as_json=as_json, as_csv=as_csv)
