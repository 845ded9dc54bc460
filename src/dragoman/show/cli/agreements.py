"""`dragoman agreements`: what the parties agreed, and what became of it."""

from __future__ import annotations

from dragoman.model.agreements import AGREEMENT_STATES
from dragoman.record import Scope
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.ledgers import State, show_ledger
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    KnownBy,
    RecordFile,
    Since,
    Until,
)

COLUMNS = ("date", "name", "parties", "state", "last", "sources", "id")


def agreements(
    record: RecordFile = DEFAULT_RECORD,
    state: State = None,
    actor: ActorName = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    state = to_code("--state", "state", state, AGREEMENT_STATES)
    scope = Scope(actor=actor, since=since, until=until, as_of=as_of, known_by=known_by)
    show_ledger(
        record,
        lambda story: story.agreements,
        COLUMNS,
        scope,
        as_json=as_json,
        as_csv=as_csv,
        state=state,
    )
