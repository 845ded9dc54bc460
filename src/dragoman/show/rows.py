"""Nouns of the model as plain rows, the same for JSON, CSV, tables and pages.

Told(Statement) → {"id": "s3f…", "day": "2019-02-28", "article": …, "surface": …, "speaker": "Donald Trump", …}.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from dragoman.model.actors import Actor
from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.claims import Claim
from dragoman.model.deadlocks import Deadlock
from dragoman.model.disputes import Dispute
from dragoman.model.expectations import Expectation
from dragoman.model.happenings import Happening
from dragoman.model.measures import Measure
from dragoman.model.meetings import Meeting
from dragoman.model.spans import Span
from dragoman.model.stories import ResolvedActor, Sourced
from dragoman.record import Told

Row = dict[str, Any]
Noun = (
    Meeting
    | Dispute
    | Expectation
    | Agreement
    | Measure
    | Channel
    | Deadlock
    | Happening
    | ResolvedActor
    | Actor
    | Sourced
)


def claim_row(told: Told[Any]) -> Row:
    """A claim with its words, its day and its article's name; `article_id` is the article's id."""
    claim: Claim = told.claim
    own = plain(claim)
    own["article_id"] = own.pop("article")
    del own["told_id"]  # that is `id`
    return {
        "id": claim.id,
        "day": told.day,
        "article": told.article.name,
        "outlet": told.article.outlet,
        "published": told.article.published,
        "surface": told.surface,
        **own,
    }


def noun_row(noun: Noun) -> Row:
    """A noun that has its own id and words."""
    row: Row = plain(noun)
    return row


def plain(value: Any) -> Any:
    """Dataclasses as dicts, tuples as lists, spans as `[start, end]`: what JSON can hold."""
    if isinstance(value, Span):
        return list(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    return value
