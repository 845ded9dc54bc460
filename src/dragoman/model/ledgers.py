"""One passage that tells something of what a negotiation leaves behind: an agreement, a measure or a channel.

"Washington juge le traité caduc" → LedgerEntry(state="dead", by="États-Unis", says="Washington juge le traité caduc").
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """`on` is the day that it is about (EDTF), the article's where none is told; `by` who says or does so.

    `by` is None for the press's own voice. `start`/`end` count code points of the article's text, and `says` is
    that passage on one line. `claims` are the ids of the statement, acts and positions that speak of it there.
    """

    on: str | None
    state: str
    by: str | None
    says: str
    article: str
    start: int
    end: int
    claims: tuple[str, ...] = ()
