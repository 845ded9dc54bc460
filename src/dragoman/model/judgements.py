"""What a person decided about an entry or an actor: it wins over what was computed, and can be undone.

Judgement(kind="speaker", about="s3f…", value="Ri Yong-ho", who="ana", why="« il » est Ri, pas Kim").
"""

from __future__ import annotations

from dataclasses import dataclass

JUDGEMENT_KINDS = ("accept", "reject", "speaker", "rename", "same", "apart", "unsure", "status", "note")
# Those that speak of two things: whether they are one.
PAIRED = ("same", "apart", "unsure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`about` is a claim's id, for `rename` an actor's name; `value` the right speaker or name.

    `same`, `apart` and `unsure` are about two reports of meetings (by their ids) or two actors (by their names):
    `value` is the other one. `status` gives the meeting of a report the status `value`; `note` changes nothing.
    `number` is its rank in the record; `made_at` and `undone_at` are moments (UTC, ISO 8601), the latter None
    while it stands.
    """

    number: int
    kind: str
    about: str
    value: str | None
    why: str | None
    who: str
    made_at: str
    undone_by: str | None = None
    undone_at: str | None = None
