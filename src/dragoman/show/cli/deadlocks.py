"""`dragoman deadlocks`: who waits for whom, from the conditions that were stated."""

from __future__ import annotations

from dragoman.model.deadlocks import DEADLOCK_KINDS, Condition, Deadlock
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.listings import Asked, listing
from dragoman.show.cli.options import Kind
from dragoman.show.marks import legible
from dragoman.show.messages import say, word_for
from dragoman.show.rows import noun_row
from dragoman.show.within import is_about

COLUMNS = ("kind", "arcs", "id")


@listing(dated=False)
def deadlocks(
    asked: Asked,
    kind: Kind = None,
) -> None:
    kind = to_code("--kind", "kind", kind, DEADLOCK_KINDS)
    story = asked.story()
    found = [d for d in story.deadlocks if kind in (None, d.kind) and is_about(d, asked.scope.actor)]
    rows = [noun_row(d) for d in found]
    if asked.for_people:
        rows = [{**row, "arcs": told(d)} for row, d in zip(rows, found, strict=True)]
    asked.show(rows, COLUMNS)


def told(deadlock: Deadlock) -> str:
    """Its arcs on one line: who, on what, once whom does what, in the words of the articles."""
    return " / ".join(_arc(arc) for arc in deadlock.arcs)


def _arc(arc: Condition) -> str:
    head = f"{arc.party} ({word_for('issue', arc.issue)}){say('show.colon')}{legible(arc.says)}"
    if arc.condition is None:
        return head
    key = "deadlocks.waits" if arc.of else "deadlocks.waits_for_anybody"
    return f"{head} ← {say(key, of=arc.of, condition=legible(arc.condition))}"
