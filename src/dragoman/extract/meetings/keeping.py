"""Whether an object is a meeting of its own, and its status as the article leaves it, from all its tellings.

"les négociations" alone → dropped; "le sommet … a été annulé" → cancelled. Learned weights choose.
"""

from __future__ import annotations

import math

from dragoman.extract.meetings.parties import party_features
from dragoman.extract.meetings.told import Told
from dragoman.extract.meetings.weights import Features, probability, total
from dragoman.model.documents import Document
from dragoman.model.edtf import bounds
from dragoman.model.meetings import MEETING_STATUSES, MeetingReport

# The probability from which an object is kept.
LEAST = 0.32


def features_of(told: Told) -> Features:
    """What tells a meeting from talk of talks: feature → value, 0..1."""
    tellings = told.tellings
    first = tellings[0]
    best = max(tellings, key=lambda t: t.sure)
    out = {
        "bias": 1.0,
        f"sure {best.sure}": 1.0,
        f"kind {told.kind}": 1.0,
        f"how {first.how}": 1.0,
        f"first {first.determiner}": 1.0,
        f"word {first.lemma}": 1.0,
        "parties": min(len(told.participants), 3) / 3,
        "two parties": float(len(told.participants) >= 2),
        "no party": float(not told.participants),
        "day": float(told.date is not None),
        "day near": float(told.date is None and any(t.about for t in tellings)),
        "place": float(told.place is not None),
        "place near": float(told.place is None and any(t.around for t in tellings)),
        "told again": min(len(tellings) - 1, 4) / 4,
        "all anaphors": float(all(t.determiner in ("demonstrative", "definite") for t in tellings)),
        "demonstrative only": float(all(t.determiner == "demonstrative" for t in tellings)),
    }
    out[f"rivals {min(told.rivals, 3)}"] = 1.0
    out[f"rivals of {told.kind}"] = float(told.rivals > 0)
    out[f"alike {min(told.alike, 2)}"] = 1.0
    for name in ("topic", "official", "fresh", "gone", "ordinal", "plural", "host"):
        out[name] = float(any(getattr(t, name) for t in tellings))
    out["plural only"] = float(all(t.plural for t in tellings))
    for status in {t.status for t in tellings if t.rank >= 2}:
        out[f"status {status}"] = 1.0
    return {k: v for k, v in out.items() if v}


def status_features(told: Told, ruled: str, published: str | None) -> Features:
    """What tells the status: that of the rules, the calendar, and each telling's own."""
    out: Features = {"ruled bias": 1.0, f"ruled {ruled}": 1.0, f"ruled kind {told.kind}": 1.0}
    date = told.date or next((t.about for t in told.tellings if t.about), None)
    when = "unknown"
    if date and published:
        (first, last), (today, until) = bounds(date), bounds(published)
        when = "past" if last < today else "coming" if first > until else "today"
    out[f"ruled {ruled} {told.kind}"] = 1.0
    out[f"first {told.tellings[0].determiner} {told.kind}"] = 1.0
    out["ruled single"] = float(len(told.tellings) == 1)
    out[f"when {when}"] = 1.0
    out[f"when {when} {ruled}"] = 1.0
    for t in told.tellings:
        out[f"told {t.status} {t.rank}"] = 1.0
    out[f"last {told.tellings[-1].status}"] = 1.0
    out[f"first {told.tellings[0].status}"] = 1.0
    lead, end = told.tellings[0], told.tellings[-1]
    for fact in ("", f" {ruled}", f" {told.kind}"):
        out[f"tense {lead.tense}{fact}"] = 1.0
    out[f"tense last {end.tense}"] = 1.0
    out[f"beside {lead.beside} {when}"] = 1.0
    out[f"status word {lead.lemma}"] = 1.0
    out[f"status case {lead.case}"] = 1.0
    out[f"status case {lead.case} {when}"] = 1.0
    out[f"status {when} {told.kind}"] = 1.0
    if when == "today" and any(t.case in ("à", "au", "aux") for t in told.tellings):
        out["status at it today"] = 1.0
    for name in ("fresh", "gone", "ordinal", "plural", "asked", "topic", "official", "background"):
        if any(getattr(t, name) for t in told.tellings):
            out[f"ruled {name}"] = 1.0
    return out


def confidence(told: Told) -> float:
    """The probability that the object is a meeting."""
    return probability("kept", features_of(told))


def worth_keeping(told: Told) -> bool:
    """Whether it is probable enough."""
    return confidence(told) >= LEAST


def sure_features(document: Document, told: Told, report: MeetingReport) -> Features:
    """What tells that the whole report is right: that it is a meeting, and what is told of it, and how surely."""
    status = status_features(told, report.status, told.published)
    ranked = sorted((total(s, status) for s in MEETING_STATUSES), reverse=True)
    parties = party_features(document, told)
    chosen = [probability("party", parties[p]) for p in report.participants if p in parties]
    missed = [probability("party", f) for p, f in parties.items() if p not in report.participants]
    out = {
        "sure bias": 1.0,
        "sure kept": confidence(told),
        "sure status": 1 / sum(math.exp(r - ranked[0]) for r in ranked),
        "sure least party": min(chosen, default=0.0),
        "sure most left out": max(missed, default=0.0),
        f"sure parties {min(len(report.participants), 3)}": 1.0,
        f"sure {report.status}": 1.0,
        f"sure {report.kind}": 1.0,
        "sure described": float(any(p[:1].islower() for p in report.participants)),
        "sure day": float(report.date is not None),
        "sure place": float(report.place is not None),
        "sure day and place": float(report.date is not None and report.place is not None),
        f"sure told {min(len(told.tellings), 4)}": 1.0,
        "sure outright": float(any(t.rank >= 2 and t.status == report.status for t in told.tellings)),
        "sure torn": float(len({t.status for t in told.tellings if t.rank >= 2}) > 1),
        f"sure {told.tellings[0].how}": 1.0,
        "sure in title": float(document.block_of(told.tellings[0].head).kind == "title"),
        f"sure rivals {min(told.rivals, 2)}": 1.0,
    }
    when = "unknown"
    if report.date and told.published:
        (first, last), (today, until) = bounds(report.date), bounds(told.published)
        when = "past" if last < today else "coming" if first > until else "today"
    out[f"sure {when} {report.status}"] = 1.0
    return {k: v for k, v in out.items() if v}


def likely_status(told: Told, ruled: str, published: str | None) -> str:
    """The status with the greatest sum; what the rules found outright stands."""
    if ruled in ("cancelled", "postponed", "refused"):
        return ruled
    features = status_features(told, ruled, published)
    return max(MEETING_STATUSES, key=lambda s: (total(s, features), s == ruled))
