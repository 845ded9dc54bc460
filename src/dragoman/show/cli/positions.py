"""`dragoman positions`: where each side stands on each issue."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.gather import tell_story
from dragoman.model.positions import ISSUES, STANCES, Position
from dragoman.record import find_claims, open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Least, Most
from dragoman.show.rows import claim_row

COLUMNS = ("day", "party", "stance", "issue", "toward", "surface", "shift_from", "outlet", "id")


@listing()
def positions(
    asked: Asked,
    party: Annotated[str | None, typer.Option("--party", metavar="NAME")] = None,
    issue: Annotated[str | None, typer.Option("--issue", metavar="ISSUE")] = None,
    stance: Annotated[str | None, typer.Option("--stance", metavar="STANCE")] = None,
    *,
    least: Least = 0.0,
    most: Most = None,
) -> None:
    issue = to_code("--issue", "issue", issue, ISSUES)
    stance = to_code("--stance", "stance", stance, STANCES)
    with open_record(asked.record) as opened:
        found = find_claims(
            opened, Position, asked.scope, least=least, most=most, party=party, issue=issue, stance=stance
        )
        shifts = tell_story(opened, as_of=asked.scope.as_of, known_by=asked.scope.known_by).shifts
    turned = {s.after: s.before for s in shifts}
    # a position by which a side turned is marked with the one that it turned from
    rows = [{**claim_row(t), "shift_from": turned.get(t.claim.id)} for t in found]
    asked.show(rows, COLUMNS)
