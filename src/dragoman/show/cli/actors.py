"""`dragoman actors`: who is in the record."""

from __future__ import annotations

from dragoman.gather import tell_story
from dragoman.record import named, open_record
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
from dragoman.show.rows import noun_row

COLUMNS = ("name", "kind", "side", "roles", "aliases", "articles")


def actors(
    record: RecordFile = DEFAULT_RECORD,
    kind: Kind = None,
    actor: ActorName = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    with open_record(record) as opened:
        story = tell_story(opened, as_of=as_of, known_by=known_by)
    found = [
        a
        for a in story.actors
        if kind in (None, a.kind)
        and (actor is None or any(named(name, actor) for name in (a.name, a.side, *a.aliases)))
    ]
    found.sort(key=lambda a: (-len(a.articles), a.name))
    rows = [noun_row(a) for a in found]
    if not (as_json or as_csv):
        rows = [{**row, "articles": len(row["articles"])} for row in rows]
    show_rows(rows, COLUMNS, as_json=as_json, as_csv=as_csv)
