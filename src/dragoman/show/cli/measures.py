"""`dragoman measures`: sanctions, embargoes, quotas, bans, and how they stand."""

from __future__ import annotations

from dragoman.record import Scope
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

COLUMNS = ("since", "label", "kind", "by_whom", "on_whom", "state", "last", "sources", "id")


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
