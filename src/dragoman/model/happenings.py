"""One act however many articles tell of it, with the details on which they differ.

"Pyongyang a tiré deux missiles" (AFP), "trois engins lancés par le Nord" (Yonhap) → one Happening with two tellings.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """What some tellings say of one field (`date`, `place`, `status`) where others say something else."""

    field: str
    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Codebook section 4, over several articles: type, mode and status as for an Event.

    `tellings` are the ids of the Events, first told first; `differing` the details that are told in several ways,
    the value that stands being the one most told; `sources` counts independent sources.
    """

    id: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: str
    date: str | None
    place: str | None
    tellings: tuple[str, ...]
    differing: tuple[Detail, ...] = ()
    sources: int = 1
