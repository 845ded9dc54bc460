"""What of a story stays in the tables as it stands, and what goes and comes.

A hundred articles on one negotiation: of its four hundred meetings, told again, five have changed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from dragoman.model.disputes import Dispute
from dragoman.model.meetings import Meeting
from dragoman.record import Record
from dragoman.record.packing import collect, unpack_story
from dragoman.record.stories import delete_entries, write_entries


def rewrite_entries(
    record: Record, before: Collection[str], sound: Collection[str], now: Mapping[str, Any]
) -> None:
    """Into the tables the entries that are told `now` (each under its line), in place of the lines of `before`.

    Of these the `sound` ones are still all there; those of an article that was read again are not: what rests on its
    claims went with them. Disputes are settled elsewhere.
    """
    stay = now.keys() & sound
    old = [unpack_story(line for line in before if line not in stay)]
    gone = {m.id for m in old[0].meetings}
    # a meal goes with its summit
    while parts := {x for x in stay if isinstance(m := now[x], Meeting) and m.part_of in gone}:
        stay -= parts
        old.append(unpack_story(parts))
        gone = {now[line].id for line in parts}
    come = (entry for line, entry in now.items() if line not in stay and not isinstance(entry, Dispute))
    with record.transaction() as db:
        for story in old:
            delete_entries(db, story)
        write_entries(db, collect(come))
