"""What one article reports of a meeting, in short: all that the telling of meetings asks of the article's text.

"Le sommet de Hanoï a échoué, selon Séoul" → the report, the phrase "sommet de Hanoï", a verdict, and no charge.

A lead of a meeting holds it, so that a block of meetings is told again without a look at any text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from dragoman.model.meetings import MeetingReport
from dragoman.model.spans import Span
from dragoman.resolve.accounts import Account, read_account
from dragoman.resolve.leads import Lead

# What the leads tell first: a report, or a charge that names a place.
REPORT, CHARGE = "report", "charge"
# The fields of a report that its lead does not tell itself.
_FIELDS = tuple(
    f.name
    for f in fields(MeetingReport)
    if f.name not in ("article", "start", "cue", "resolved", "version", "told_id", "mentions", "participants")
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A passage that judges the meeting: `idea` is success or failure."""

    idea: str
    account: Account


@dataclass(frozen=True, slots=True)
class Charge:
    """What `side` lays to the charge of others (`charged`), `plain` where it is said outright.

    `accuses` where a verb of accusing says it.
    `near` a mention of the meeting or not.
    """

    account: Account
    side: str
    charged: frozenset[str]
    near: bool
    plain: bool = True
    accuses: bool = False


@dataclass(frozen=True, slots=True)
class Outlook:
    """That a meeting is to come, as `by` says in `what`; `holder` is the statement's id ("" for the article).

    `on` is the day on which it was said, where the article tells it (EDTF). `claim` is the id of the act that stands
    in the passage, where the article says so elsewhere than where it first tells of the meeting.
    """

    by: str | None
    kind: str
    what: str
    holder: str
    horizon: str | None
    on: str | None = None
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """A report with what its article says around it; `charges` are all those of the article.

    `ordinal` is which of their meetings it is called: 2 for "un deuxième sommet", 0 for several of them.
    """

    report: MeetingReport
    phrases: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    outlooks: tuple[Outlook, ...]
    charges: tuple[Charge, ...]
    ordinal: int | None = None

    def told(self) -> tuple[Any, ...]:
        """As a lead tells it; `read_reported` is the way back."""
        r = self.report
        return (
            REPORT,
            [getattr(r, name) for name in _FIELDS],
            r.participants,
            r.mentions,
            self.phrases,
            [(v.idea, v.account.packed()) for v in self.verdicts],
            [(o.by, o.kind, o.what, o.holder, o.horizon, o.on, o.claim) for o in self.outlooks],
            pack_charges(self.charges),
            self.ordinal,
        )


def read_reported(lead: Lead) -> Reported:
    """What a lead that tells a REPORT tells."""
    _, values, participants, mentions, phrases, verdicts, outlooks, charges, ordinal = lead.told
    report = MeetingReport(
        article=lead.article,
        start=lead.start,
        told_id=lead.claim,
        participants=tuple(participants),
        mentions=tuple(Span(*m) for m in mentions),
        **dict(zip(_FIELDS, values, strict=True)),
    )
    return Reported(
        report,
        tuple(phrases),
        tuple(Verdict(idea, read_account(told)) for idea, told in verdicts),
        tuple(Outlook(*told) for told in outlooks),
        read_charges(charges),
        ordinal,
    )


def pack_charges(charges: Iterable[Charge]) -> list[tuple[Any, ...]]:
    """As lists, strings and numbers; `read_charges` is the way back."""
    return [(c.account.packed(), c.side, sorted(c.charged), c.near, c.plain, c.accuses) for c in charges]


def read_charges(told: Sequence[Any]) -> tuple[Charge, ...]:
    """The charges that were packed."""
    return tuple(
        Charge(read_account(account), side, frozenset(charged), *how) for account, side, charged, *how in told
    )
