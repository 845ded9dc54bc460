"""Which acts an article says are to come, with the statement that says so.

"Kovar promet de libérer les prisonniers" → the release, and what she says.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.edtf import bounds
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.statements import Statement
from dragoman.resolve.ahead import KINDS, clause_of, is_ahead, looks_ahead
from dragoman.resolve.forecasts import NOT_TO_COME
from dragoman.resolve.labels import meeting_nouns
from dragoman.resolve.outlooks import AHEAD, ARRANGES, find_outlooks, holder_of, tells_which
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

# An act is carried out by one of these (an announced release by a release, an accord by its signing).
FULFILS = {
    "AGREE": ("AGREE", "SUPPORT"),
    "CONCEDE": ("RETREAT", "CONCEDE"),
    "SUPPORT": ("SUPPORT",),
    "CONSULT": ("CONSULT",),
    "SANCTION": ("SANCTION",),
    "COOPERATE": ("COOPERATE",),
    "AID": ("AID",),
    "RETREAT": ("RETREAT",),
    "MOBILIZE": ("MOBILIZE",),
    "COERCE": ("COERCE",),
    "ASSAULT": ("ASSAULT",),
}
# That two will meet is carried out by their meeting, not by another plan.
MEET = "MEET"
FULFILS[MEET] = ("CONSULT",)
# After an incise, what it breaks off goes on within so many characters.
GAP = 40


def find_promised(tellings: Tellings, article: str) -> Iterator[tuple[Event, Statement | None]]:
    """The article's acts to come with the statement that holds each; one for each statement or clause."""
    seen: set[str] = set()
    for event in tellings.events_of(article):
        if event.type not in FULFILS or not event.actors:
            continue
        holder = tellings.holder(article, event.span) or _broken_off(tellings, event)
        cue = (holder.cue_class or "") if holder else ""
        broken = holder is not None and not holder.span.holds(event.span)
        hoped = cue in KINDS and event.status in ("planned", "proposed")
        threatened = cue == "threaten" and event.status == "hypothetical"
        foreseen = event.status == "proposed" and holder is not None and is_to_meet(tellings, event)
        if cue in NOT_TO_COME or not (event.status == "planned" or hoped or threatened or broken or foreseen):
            continue
        if _is_of_meeting(tellings, event, holder):
            continue
        # a future outweighs a day that was taken for the act's
        if _is_past(tellings, event) and not (holder and looks_ahead(tellings.surface(holder))):
            continue
        if not broken and not is_ahead(tellings, article, event.span, holder):
            continue
        key = tellings.id_of(holder) if holder else str(tellings.sentence(article, event.start).start)
        if key not in seen:
            seen.add(key)
            yield event, holder


def _broken_off(tellings: Tellings, event: Event) -> Statement | None:
    """The statement on what is to come that goes on, after an incise, with the act: "cela permettra, dit-il, une…"."""
    if event.status not in ("planned", "proposed"):
        return None
    sentence = tellings.sentence(event.article, event.start)
    for s in tellings.statements_of(event.article):
        incise = s.cue is not None and s.end <= s.cue.start and s.cue.end <= event.start <= s.cue.end + GAP
        if incise and sentence.start <= s.start and looks_ahead(tellings.surface(s)):
            return s
    return None


def is_to_meet(tellings: Tellings, event: Event) -> bool:
    """Whether the act to come is a meeting: "une nouvelle rencontre", "se retrouveront"."""
    told = event.span.of(tellings.text(event.article)).lower()
    noun = told.split()[-1] if told.split() else ""
    return event.type in ARRANGES and (
        noun in meeting_nouns()
        or noun.rstrip("s") in meeting_nouns()
        or Wordings.load().find("convening", told) is not None
    )


def _is_of_meeting(tellings: Tellings, event: Event, holder: Statement | None) -> bool:
    """Whether it is the meeting that a report tells of, or said in one breath with a meeting to come."""
    for r in tellings.reports_of(event.article):
        if any(mention.touches(event.span) for mention in r.mentions):
            return True
        if holder and r.status in AHEAD and any(holder.span.holds(mention) for mention in r.mentions):
            return True
        if event.type in ARRANGES and tells_which(r) and _is_outlook(tellings, event, holder, r):
            return True
    return False


def _is_outlook(tellings: Tellings, event: Event, holder: Statement | None, report: MeetingReport) -> bool:
    """Whether the passage that tells of the act is the one that tells of the meeting to come.

    "Kovar doit revoir Sotek mardi": "doit" is the act, "revoir Sotek" the meeting.
    """
    by = {o.holder for o in find_outlooks(tellings, report)}
    if holder or "" not in by:
        return holder is not None and tellings.id_of(holder) in by
    cast, clause = tellings.cast, clause_of(tellings, event.article, event.span)
    body = any(
        cast.kind(p) == "organisation" for p in report.participants
    )  # who is its host is told by no report
    if not body and cast.sides(event.actors).isdisjoint(cast.sides(report.participants)):
        return False
    return any(
        clause.touches(mention) and holder_of(tellings, event.article, mention) is None
        for mention in report.mentions
    )


def _is_past(tellings: Tellings, event: Event) -> bool:
    """Whether its day lay behind when the article came out."""
    told = tellings.day_bounds(event.article)
    return bool(event.date and told) and bounds(event.date)[1] < told[0]  # type: ignore[index]
