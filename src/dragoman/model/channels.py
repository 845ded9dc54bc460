"""A way by which two sides speak to each other: a letter, an envoy, a hot line, a liaison office, a mediator.

"la ligne rouge entre Séoul et Pyongyang", opened in 2018, cut in 2020 → a Channel between the two.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.ledgers import LedgerEntry

CHANNEL_KINDS = ("letter", "envoy", "hot line", "liaison office", "mediator")
CHANNEL_STATES = ("told", "opened", "used", "cut")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Codebook section 7. `between` are the sides; `state` is the last that was told."""

    id: str
    label: str
    kind: str
    between: tuple[str, ...]
    state: str
    life: tuple[LedgerEntry, ...]
    sources: int = 1
