"""Finds the events of one article.

"Washington a exigé la levée…" → REQUEST on "a exigé", CONCEDE on "levée".
"""

from __future__ import annotations

from dragoman.extract.events import model
from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.choices import Choice, choose
from dragoman.extract.events.contexts import Contexts
from dragoman.extract.events.groups import trigger_span
from dragoman.extract.events.parties import Parties
from dragoman.extract.events.places import find_place
from dragoman.model.claims import Resolution
from dragoman.model.documents import Document, Token
from dragoman.model.events import Event
from dragoman.model.spans import Span
from dragoman.model.statements import Statement


def find_events(document: Document, statements: list[Statement]) -> list[Event]:
    """The events of the document, in text order."""
    accounts = Accounts(statements)
    parties = Parties(document, accounts)
    contexts = Contexts(document)
    chosen = _each_once(document, choose(document, accounts))
    return [_event(document, choice, span, accounts, parties, contexts) for span, choice in chosen]


def _each_once(document: Document, choices: list[Choice]) -> list[tuple[Span, Choice]]:
    """Each choice with its words; of two that have the same ("ont eu un échange", by either verb) the surer one."""
    best: dict[Span, Choice] = {}
    for choice in choices:
        span = trigger_span(document, choice.trigger)
        if span not in best or choice.confidence > best[span].confidence:
            best[span] = choice
    return list(best.items())


def _event(
    document: Document, choice: Choice, span: Span, accounts: Accounts, parties: Parties, contexts: Contexts
) -> Event:
    trigger = choice.trigger
    token = document.tokens[trigger.head]
    statement = accounts.around(token.span)
    weights = model.load_weights()
    roles = parties.find(trigger, choice.type, weights.actors, weights.recipients)
    entry = next((e for e in trigger.entries if e.type == choice.type), None)
    mode = entry.mode if entry else None
    about = contexts.of(trigger.head, choice.type, mode)
    return Event(
        article=document.article.id,
        start=span.start,
        end=span.end,
        rule=entry.name if entry else _rule(choice, token),
        cue=token.span,
        resolved=(
            *(
                Resolution(m.span, m.actors, m.how)
                for i in roles.evidence
                if (m := document.mention_of(i)) is not None and m.kind != "name"
            ),
            *(Resolution(word, (name,), "context") for name, word in about if word is not None),
        ),
        confidence=choice.confidence,
        type=choice.type,
        mode=mode,
        actors=roles.actors,
        recipients=roles.recipients,
        status=choice.status,
        date=choice.date,
        place=find_place(document, trigger),
        according_to=statement.speaker if statement else None,
        contexts=tuple(name for name, _ in about),
    )


def _rule(choice: Choice, token: Token) -> str:
    """The rule where the type is not the entry's (a visit to come: agree/visite) or no entry fired."""
    if choice.trigger.entries:
        return f"{choice.type.lower()}/{choice.trigger.entries[0].lemma}"
    return f"learned/{token.lemma.lower()}"
