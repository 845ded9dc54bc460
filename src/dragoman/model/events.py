"""What happened, by PLOVER 2.0: an act between, by or on the actors, with its status and whose account it is.

"Pyongyang avait exigé la levée…" → REQUEST, actors (Corée du Nord,), status occurred, according_to Donald Trump.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dragoman.model.claims import Claim

PLOVER_TYPES = (
    "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "CONSULT", "RETREAT", "REQUEST",
    "REJECT", "ACCUSE", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
EVENT_STATUSES = ("occurred", "ongoing", "planned", "proposed", "hypothetical", "negated", "cancelled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """Codebook section 4. `start`/`end` is the trigger.

    `type` is one of PLOVER_TYPES, `mode` one of PLOVER's for it or None; `status` one of EVENT_STATUSES;
    `contexts` are PLOVER's for what the act is about, the surest first, none where nothing tells.
    `date` is EDTF or None; `according_to` is the canonical actor whose account it is, None for the article's.
    """

    layer: ClassVar[str] = "event"

    type: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: str = "occurred"
    date: str | None = None
    place: str | None = None
    according_to: str | None = None
    contexts: tuple[str, ...] = ()

    def distinction(self) -> str:
        return self.type
