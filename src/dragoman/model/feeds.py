"""What is remembered of a feed between two looks at it.

"https://courrier.example/flux" → Feed(etag='"7"', failures=0): the next look asks only for what changed since.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feed:
    """`etag` and `modified` are the host's own marks of the last answer; `failures` counts those in a row."""

    url: str
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
