"""A text or undertaking that parties reached, with what is said to have become of it.

"la déclaration de Singapour", signed on 12 June 2018 by Trump and Kim; "caduque", says Pyongyang → an Agreement.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.ledgers import LedgerEntry

AGREEMENT_STATES = ("told", "proposed", "refused", "reached", "signed", "kept", "left", "broken", "dead")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Codebook section 7. `state` is the last that was told; `terms` are passages that tell what was agreed.

    `date` is EDTF, the day of its signing or of the agreement; None where the coverage does not tell.
    """

    id: str
    label: str
    parties: tuple[str, ...]
    date: str | None
    state: str
    terms: tuple[str, ...]
    life: tuple[LedgerEntry, ...]
    sources: int = 1
