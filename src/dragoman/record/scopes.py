"""Which part of the record is asked for: whom it is about, which days, as of when, known by when.

Scope(as_of="2019-02-28", known_by="2019-02") → what lay behind on 28 February, as told by the end of the month.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.model.edtf import bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """All dates are EDTF; `actor` is a name or the beginnings of its words.

    `since` and `until` keep what may lie between them. `as_of` keeps facts up to its last day: what is dated
    by then, or was told by then. `known_by` keeps what articles surely published by its last day tell; an
    article without a date is left out then.
    """

    actor: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    known_by: str | None = None

    def __post_init__(self) -> None:
        for date in (self.since, self.until, self.as_of, self.known_by):
            if date is not None:
                bounds(date)

    def on_articles(self) -> tuple[str, dict[str, Any]]:
        """The condition on an article `a`, and its parameters."""
        if self.known_by is None:
            return "1", {}
        return "a.published_to <= :known_by", {"known_by": bounds(self.known_by)[1].isoformat()}

    def on_claims(self) -> tuple[str, dict[str, Any]]:
        """The condition on a row `c` of `claims` and its article `a`, and its parameters."""
        known, parameters = self.on_articles()
        parts = [known]
        if self.since is not None:
            parts.append("c.day_to >= :since")
            parameters["since"] = bounds(self.since)[0].isoformat()
        if self.until is not None:
            parts.append("c.day_from <= :until")
            parameters["until"] = bounds(self.until)[1].isoformat()
        if self.as_of is not None:
            parts.append("min(coalesce(c.day_from, '9999'), coalesce(a.published_from, '9999')) <= :as_of")
            parameters["as_of"] = bounds(self.as_of)[1].isoformat()
        return " AND ".join(parts), parameters
