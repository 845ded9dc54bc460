"""`dragoman measures`: sanctions, embargoes, quotas, bans, and how they stand."""

from __future__ import annotations

from dragoman.model.measures import MEASURE_KINDS, MEASURE_STATES
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.ledgers import show_ledger
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Kind, State

COLUMNS = ("since", "name", "kind", "by_whom", "on_whom", "state", "last", "sources", "id")


@listing()
def measures(
    asked: Asked,
    state: State = None,
    kind: Kind = None,
) -> None:
    state = to_code("--state", "state", state, MEASURE_STATES)
    kind = to_code("--kind", "kind", kind, MEASURE_KINDS)
    renamed = {"by_whom": "by", "on_whom": "on"}
    show_ledger(asked, lambda story: story.measures, COLUMNS, renamed=renamed, state=state, kind=kind)
