"""`dragoman agreements`: what the parties agreed, and what became of it."""

from __future__ import annotations

from dragoman.model.agreements import AGREEMENT_STATES
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.ledgers import show_ledger
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import State

COLUMNS = ("date", "name", "parties", "state", "last", "sources", "id")


@listing()
def agreements(
    asked: Asked,
    state: State = None,
) -> None:
    state = to_code("--state", "state", state, AGREEMENT_STATES)
    show_ledger(asked, lambda story: story.agreements, COLUMNS, state=state)
