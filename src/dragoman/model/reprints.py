"""How one article follows another: the same text again, an update of it, or another house's rewriting.

The evening's "Klow : les pourparlers rompus" on the noon's "Klow : les pourparlers suspendus" → Reprint(kind="update").
"""

from __future__ import annotations

from dataclasses import dataclass

REPRINT_KINDS = ("same", "reprint", "update", "rewrite")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """`article` follows `of` (ids); both stay in the record, and the later supersedes.

    `kind`: same (the same words by the same outlet), reprint (by another outlet), update (changed by the same
    outlet or agency), rewrite (changed by another). `shared` is the part of the shorter one's five-word runs that
    both have; `added` and `dropped` are the paragraphs that only the later, or only the earlier, has.
    """

    article: str
    of: str
    kind: str
    shared: float
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
