"""`dragoman channels`: letters, envoys, hot lines, liaison offices, mediators."""

from __future__ import annotations

from dragoman.model.channels import CHANNEL_KINDS, CHANNEL_STATES
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

COLUMNS = ("name", "kind", "between", "state", "last", "sources", "id")


def channels(
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
    state = to_code("--state", "state", state, CHANNEL_STATES)
    kind = to_code("--kind", "kind", kind, CHANNEL_KINDS)
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    show_ledger(
        record,
        lambda story: story.channels,
        COLUMNS,
        scope,
        as_json=as_json,
        as_csv=as_csv,
        state=state,
        kind=kind,
    )
