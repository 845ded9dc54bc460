"""A gathered object as a MeetingReport: the status as the article leaves it, the label, the mentions.

"Le sommet prévu mardi … a été annulé" → status cancelled.
"""

from __future__ import annotations

from dragoman.extract.meetings.circumstances import moved_to
from dragoman.extract.meetings.keeping import likely_status, surety
from dragoman.extract.meetings.parties import choose_parties
from dragoman.extract.meetings.statuses import FINAL
from dragoman.extract.meetings.told import Told
from dragoman.extract.meetings.words import words
from dragoman.extract.syntax import agent_of, is_passive, subject_of
from dragoman.lexicon.prepositions import at, of
from dragoman.model.claims import Resolution
from dragoman.model.documents import Document, Token
from dragoman.model.edtf import bounds
from dragoman.model.meetings import MeetingReport

NAMES = {
    "summit": "sommet",
    "talks": "discussions",
    "visit": "visite",
    "call": "entretien téléphonique",
    "session": "réunion",
    "other": "rencontre",
}


def report(document: Document, told: Told) -> MeetingReport:
    """The claim of one object."""
    first = told.tellings[0]
    spans = sorted({t.span for t in told.tellings})
    date = told.date
    status = likely_status(told, status_of(document, told), document.published)
    if status in ("proposed", "planned") and _over(date, document.published):
        date = None  # the day on which it was proposed
    if status == "postponed":
        date = next((d for t in told.tellings if (d := moved_to(document, t.head))), date)
    participants = choose_parties(document, told, status)
    return MeetingReport(
        article=document.article.id,
        start=spans[0].start,
        end=spans[0].end,
        rule=f"meeting/{first.lemma}",
        cue=document.tokens[first.head].span,
        resolved=tuple(
            Resolution(t.span, t.participants, "participants") for t in told.tellings if t.participants
        ),
        label=_label(told),
        kind=told.kind,
        participants=participants,
        date=date,
        place=None if told.kind == "call" or told.places_differ else told.place,
        status=status,
        confidence=round(surety(document, told, participants, status), 3),
        mentions=tuple(spans),
        host=next((t.host for t in told.tellings if t.host), None),
        outcome=_outcome(document, told),
        cancelled_by=_cancelled_by(document, told),
    )


def _over(date: str | None, published: str | None) -> bool:
    """Whether the day lies before that of the article."""
    return bool(date and published) and bounds(date)[1] < bounds(published)[0]


def _label(told: Told) -> str:
    """A name that reads by itself: the noun, its place or else who takes part."""
    first = next((t for t in told.tellings if t.how != "verb"), told.tellings[0])
    name = first.lemma if first.how != "verb" else NAMES[told.kind]
    who = "–".join(told.participants[:2])
    if told.kind == "visit" and who:
        return " ".join(filter(None, (name, of(told.participants[0]), at(told.place))))
    if told.place:
        return f"{name} {of(told.place)}" + (f" ({who})" if who and told.kind != "summit" else "")
    return f"{name} {who}".strip()


def status_of(document: Document, told: Told) -> str:
    """The last outright word wins, then the calendar, then the tenses."""
    # "avait été reporté" tells what came before what else is told of it
    now = [t for t in told.tellings if t.rank and not t.background]
    counted = [t for t in told.tellings if not (now and t.background and t.status in FINAL)]
    for t in reversed(counted):
        if t.status in FINAL and t.rank == 3:
            return str(t.status)
    ranked = sorted(counted, key=lambda t: -t.rank)
    best = ranked[0].status if ranked[0].rank else None
    if told.date and document.published:
        (first, last), (today, until) = bounds(told.date), bounds(document.published)
        if last < today:
            return "held"
        if first > until:
            return "proposed" if best == "proposed" else "planned"
    return best or "held"


def _outcome(document: Document, told: Told) -> str | None:
    """The set phrase that tells how it ended, in the rest of a sentence that names it."""
    for t in told.tellings:
        rest = document.text[t.span.start : document.sentence_of(t.head).span.end]
        for phrase in sorted(words("outcomes")):
            if phrase in rest:
                return phrase
    return None


def _cancelled_by(document: Document, told: Told) -> str | None:
    """Who called it off: the subject of the verb that does, or the agent of its passive."""
    for t in told.tellings:
        governor = document.head_of(t.head)
        if t.status != "cancelled" or t.rank < 3 or governor.pos != "VERB" or governor.i == t.head:
            continue
        passive = is_passive(document, governor.i)
        who = agent_of(document, governor.i) if passive else subject_of(document, governor.i)
        who = _by(document, governor) if passive and who is None else who
        if who is not None and who.i != t.head and (names := document.actors_of(who.i)):
            return names[0]
    return None


def _by(document: Document, verb: Token) -> Token | None:
    """ "par X" further on in the sentence, for a parse that hangs it on another word."""
    for token in document.tokens[verb.i + 1 : min(verb.i + 15, document.sentence_of(verb.i).last)]:
        if any(c.lower == "par" for c in document.children(token.i, "case")) and document.actors_of(token.i):
            return token
    return None
