"""An article as it was read, before any analysis.

"Hanoï, 28 février (Agence) – Le sommet a tourné court." with its outlet, its date and its address.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text with what is told of it.

    `text` is the stored text: every offset in every claim counts its code points. `name` is the file's stem
    or the entry's own key. `published` is EDTF level 0/1 as the source or the user told it, None where nobody
    did. `title` is the title's text where the source tells it apart; it is then also the first block of `text`.
    `standfirst` is the paragraph that sums the article up, where the source tells it apart; `section` the page or
    rubric that it stood in; `updated` the EDTF of its last change. `original` is the text as it came, where it was
    mended (`GenÃ¨ve` → `Genève`); None where nothing was.
    """

    name: str
    text: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    agency: tuple[str, ...] = ()
    url: str | None = None
    dateline: str | None = None
    language: str = "fr"
    path: str | None = None
    standfirst: str | None = None
    section: str | None = None
    updated: str | None = None
    original: str | None = None

    @property
    def id(self) -> str:
        """Stable across machines and runs: the same text from the same outlet is the same article."""
        return _id(self.text, self.outlet or "", self.url or "")


@lru_cache(maxsize=64)  # each claim asks for its article's
def _id(*told: str) -> str:
    return "a" + hashlib.sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that could not be read, and why; it never stops the batch."""

    path: str
    reason: str
