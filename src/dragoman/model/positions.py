"""Where a side stands on something negotiable.

"Pyongyang propose de démanteler Yongbyon en échange d'un allègement" → Corée du Nord, offer, arms, conditional.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dragoman.model.claims import Claim
from dragoman.model.spans import Span

STANCES = ("demand", "offer", "commitment", "refusal", "threat", "concession", "support", "opposition")
ISSUES = (
    "arms", "sanctions", "verification", "security_guarantees", "ceasefire", "troops", "territory",
    "recognition", "detainees", "governance", "economy", "humanitarian", "justice", "format", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Claim):
    """Codebook section 6. `party` is the side bound, `by` the actor whose words bind it (may be the same).

    `conditional_on` is the span of the condition, or of what is asked in exchange.
    """

    layer: ClassVar[str] = "position"

    party: str
    stance: str
    toward: tuple[str, ...] = ()
    issue: str = "other"
    conditional_on: Span | None = None
    by: str | None = None

    def distinction(self) -> str:
        return self.party


@dataclass(frozen=True, slots=True)
class Shift:
    """A party's stand on an issue that changed over time: the ids of the two positions, in order."""

    party: str
    issue: str
    before: str
    after: str
