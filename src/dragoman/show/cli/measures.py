"""`dragoman measures`: sanctions, embargoes, quotas, bans, and how they stand."""

from __future__ import annotations

from dragoman.model.measures import MEASURE_KINDS, MEASURE_STATES
from dragoman.record import Scope
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.ledgers import State, show_ledger
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

COLUMNS = ("since", "name", "kind", "by_whom", "on_whom", "state", "last", "sources", "id")


def measures(
    record: RecordFile = DEFAULT_RECORD,
    state: State = None,
    kind: Kind = None,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    state = to_code("--state", "state", state, MEASURE_STATES)
    kind = to_code("--kind", "kind", kind, MEASURE_KINDS)
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    show_ledger(
        record,
        lambda story: story.measures,
        COLUMNS,
        scope,
        as_json=as_json,
        as_csv=as_csv,
        renamed={"by_whom": "by", "on_whom": "on"},
        state=state,
        kind=kind,
    )
