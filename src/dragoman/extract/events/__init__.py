"""Finds the events of one article.

"Washington a exigé la levée…" → REQUEST on "a exigé", CONCEDE on "levée".
"""

from __future__ import annotations

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.dates import find_date
from dragoman.extract.events.groups import trigger_span
from dragoman.extract.events.roles import find_roles
from dragoman.extract.events.statuses import find_status
from dragoman.extract.events.triggers import Trigger, find_triggers
from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.statements import Statement

TO_COME = ("planned", "proposed", "hypothetical")


def find_events(document: Document, statements: list[Statement]) -> list[Event]:
    """The events of the document, in text order."""
    accounts = Accounts(statements)
    return [_event(document, trigger, accounts) for trigger in find_triggers(document)]


def _event(document: Document, trigger: Trigger, accounts: Accounts) -> Event:
    entry = trigger.entries[0]
    span = trigger_span(document, trigger)
    statement = accounts.around(document.tokens[trigger.head].span)
    status = find_status(document, trigger, entry.type)
    type_ = entry.type
    if entry.meeting and status in TO_COME:
        type_ = "AGREE"
    elif entry.meeting and status == "cancelled":
        type_, status = "REJECT", "occurred"
    elif entry.yielding and status == "occurred":
        type_ = "RETREAT"
    roles = find_roles(document, trigger, statement, type_)
    return Event(
        article=document.article.id,
        start=span.start,
        end=span.end,
        rule=entry.name,
        cue=document.tokens[trigger.head].span,
        type=type_,
        mode=entry.mode if type_ == entry.type else None,
        actors=roles.actors,
        recipients=roles.recipients,
        status=status,
        date=find_date(document, trigger, status),
        place=None,
        according_to=statement.speaker if statement else None,
    )
