"""`dragoman expectations`: what was said to come, and what became of it."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.model.expectations import EXPECTATION_KINDS, EXPECTATION_STATES
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Kind, State
from dragoman.show.rows import noun_row
from dragoman.show.within import is_about, is_between

COLUMNS = ("made_on", "by", "what", "kind", "horizon", "state", "met_on", "id")


@listing()
def expectations(
    asked: Asked,
    state: State = None,
    lapsed: Annotated[bool, typer.Option("--lapsed")] = False,
    kind: Kind = None,
) -> None:
    state = to_code("--state", "state", state, EXPECTATION_STATES)
    kind = to_code("--kind", "kind", kind, EXPECTATION_KINDS)
    story = asked.story()
    wanted = "lapsed" if lapsed else state
    found = [
        e
        for e in story.expectations
        if wanted in (None, e.state)
        and kind in (None, e.kind)
        and is_about(e, asked.scope.actor)
        and (is_between(e.horizon, asked.scope) or is_between(e.made_on, asked.scope))
    ]
    asked.show([noun_row(e) for e in found], COLUMNS)
