"""Versions of one matter that cannot both hold, each with whose it is and its evidence.

Trump: "la levée de toutes les sanctions"; Pyongyang: "une levée partielle" → a dispute of kind scope.
"""

from __future__ import annotations

from dataclasses import dataclass

DISPUTE_KINDS = ("occurrence", "scope", "outcome", "blame", "figure", "date", "terms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """`party` is the side (None for the press's own voice), `by` who says it, `claims` the ids of evidence.

    `says` is the surface of the evidence; `first_on` the day of the first article that has it (EDTF).
    """

    party: str | None
    by: str | None
    says: str
    claims: tuple[str, ...]
    first_on: str | None = None
    relayed_by: tuple[str, ...] = ()
    sources: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Codebook section 7. `matter` names what is disputed; `sure` is false for what only `--all` shows."""

    id: str
    matter: str
    kind: str
    versions: tuple[Version, ...]
    sure: bool = True
