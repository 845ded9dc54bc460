"""`dragoman deadlocks`: who waits for whom, from the conditions that were stated."""

from __future__ import annotations

from dragoman.gather import tell_story
from dragoman.model.deadlocks import DEADLOCK_KINDS, Condition, Deadlock
from dragoman.record import open_record
from dragoman.show.cli.codes import to_code
from dragoman.show.cli.options import (
    DEFAULT_RECORD,
    ActorName,
    AsCsv,
    AsJson,
    AsOf,
    Kind,
    KnownBy,
    RecordFile,
)
from dragoman.show.cli.tables import show_rows
from dragoman.show.marks import legible
from dragoman.show.messages import say, word_for
from dragoman.show.rows import noun_row
from dragoman.show.within import is_about

COLUMNS = ("kind", "arcs", "id")


def deadlocks(
    record: RecordFile = DEFAULT_RECORD,
    kind: Kind = None,
    actor: ActorName = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    kind = to_code("--kind", "kind", kind, DEADLOCK_KINDS)
    with open_record(record) as opened:
        story = tell_story(opened, as_of=as_of, known_by=known_by)
    found = [d for d in story.deadlocks if kind in (None, d.kind) and is_about(d, actor)]
    rows = [noun_row(d) for d in found]
    if not (as_json or as_csv):
        rows = [{**row, "arcs": told(d)} for row, d in zip(rows, found, strict=True)]
    show_rows(rows, COLUMNS, as_json=as_json, as_csv=as_csv)


def told(deadlock: Deadlock) -> str:
    """Its arcs on one line: who, on what, once whom does what, in the words of the articles."""
    return " / ".join(_arc(arc) for arc in deadlock.arcs)


def _arc(arc: Condition) -> str:
    head = f"{arc.party} ({word_for('issue', arc.issue)}) : {legible(arc.says)}"
    if arc.condition is None:
        return head
    return f"{head} ← {say('deadlocks.waits', of=arc.of, condition=legible(arc.condition))}"
