"""A passage that tells a party's version of something, with who says it.

Statement(speaker="Donald Trump", …) → Account(by="Donald Trump", party="États-Unis", says="la levée de toutes…").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.resolve.tellings import Tellings


@dataclass(frozen=True, slots=True)
class Account:
    """One passage that gives a version: `party` None is the press's own voice."""

    article: str
    span: Span
    says: str
    claim: str
    by: str | None
    party: str | None
    relayed_by: tuple[str, ...] = ()

    def packed(self) -> tuple[Any, ...]:
        """As lists, strings and numbers, for a lead; `read_account` is the way back."""
        return (self.article, self.span, self.says, self.claim, self.by, self.party, self.relayed_by)


def read_account(told: Sequence[Any]) -> Account:
    """The account that was packed."""
    article, span, says, claim, by, party, relayed_by = told
    return Account(article, Span(*span), says, claim, by, party, tuple(relayed_by))


def account(tellings: Tellings, statement: Statement) -> Account:
    """A statement as an account."""
    by = tellings.cast.name(statement.speaker) if statement.speaker else None
    return Account(
        statement.article,
        statement.span,
        tellings.surface(statement),
        tellings.id_of(statement),
        by,
        tellings.cast.side(statement.on_behalf_of or by),
        statement.relayed_by,
    )
