"""How each claim of the model lies in its table: which fields are columns, which are rows of their own.

Statement.relayed_by → the rows of `statement_relays`; Statement.speaker_span → speaker_start, speaker_end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.model.claims import Claim
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement

COMMON = ("article", "start", "end", "rule", "version", "confidence")


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer's `table`.

    `columns` maps fields to columns, `spans` maps fields to the prefix of their two columns, `names` and
    `pieces` map fields to the table of their actors or passages; `day` is the field that dates the claim;
    `flags` are the columns that hold a truth value, `lists` those that hold a JSON list.
    """

    table: str
    columns: dict[str, str]
    spans: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    pieces: dict[str, str] = field(default_factory=dict)
    day: str | None = None
    actors: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()


def _same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


LAYERS: dict[type[Claim], Layer] = {
    Statement: Layer(
        "statements",
        _same(
            "kind", "speaker", "on_behalf_of", "addressee", "medium", "said_on", "said_at",
            "cue_lemma", "cue_class", "negative", "hearsay",
        ),
        spans={"speaker_span": "speaker"},
        names={"relayed_by": "statement_relays"},
        pieces={"fragments": "statement_fragments"},
        day="said_on",
        actors=("speaker", "on_behalf_of"),
        flags=frozenset({"negative", "hearsay"}),
    ),
    Event: Layer(
        "events",
        _same("type", "mode", "status", "date", "place", "according_to", "contexts"),
        names={"actors": "event_actors", "recipients": "event_recipients"},
        day="date",
        actors=("according_to",),
        lists=frozenset({"contexts"}),
    ),
    MeetingReport: Layer(
        "meeting_reports",
        _same("label", "kind", "date", "place", "status", "host", "outcome", "cancelled_by"),
        names={"participants": "meeting_report_participants"},
        pieces={"mentions": "meeting_report_mentions"},
        day="date",
        actors=("host", "cancelled_by"),
    ),
    Position: Layer(
        "positions",
        {**_same("party", "stance", "issue"), "by": "said_by"},
        spans={"conditional_on": "condition"},
        names={"toward": "position_toward"},
        actors=("party", "said_by"),
    ),
}  # fmt: skip


def names_of(claim: Claim) -> Iterator[str]:
    """Every actor that has a share in what a claim tells."""
    layer = LAYERS[type(claim)]
    yield from (
        name for f, column in layer.columns.items() if column in layer.actors and (name := getattr(claim, f))
    )
    for f in layer.names:
        yield from getattr(claim, f)


NOUNS: dict[str, type[Claim]] = {noun.layer: noun for noun in LAYERS}
