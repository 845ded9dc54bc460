"""`dragoman channels`: letters, envoys, hot lines, liaison offices, mediators."""

from __future__ import annotations

from dragoman.model.channels import CHANNEL_KINDS, CHANNEL_STATES
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.ledgers import show_ledger
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Kind, State

COLUMNS = ("name", "kind", "between", "state", "last", "sources", "id")


@listing()
def channels(
    asked: Asked,
    state: State = None,
    kind: Kind = None,
) -> None:
    state = to_code("--state", "state", state, CHANNEL_STATES)
    kind = to_code("--kind", "kind", kind, CHANNEL_KINDS)
    show_ledger(asked, lambda story: story.channels, COLUMNS, state=state, kind=kind)
