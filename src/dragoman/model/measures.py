"""A sanction, embargo, quota, ban or blacklisting: by whom, on whom, and how it stands.

"les sanctions américaines contre l'Iran", eased in 2016, in force again in 2018 → a Measure with a life.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.ledgers import LedgerEntry

MEASURE_KINDS = ("sanction", "embargo", "quota", "ban", "freeze", "blacklist", "tariff", "blockade")
MEASURE_STATES = ("told", "threatened", "in force", "eased", "lifted", "lifting asked", "violation alleged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Codebook section 7. `since` is EDTF, the first day on which it is said to be in force.

    `state` is the last that was told; an alleged violation and a lifting that is only asked for change nothing
    of it and stand in `life` alone.
    """

    id: str
    label: str
    kind: str
    by: tuple[str, ...]
    on: tuple[str, ...]
    since: str | None
    state: str
    life: tuple[LedgerEntry, ...]
    sources: int = 1
