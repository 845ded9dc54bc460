"""Whether an object is a meeting of its own, and its status as the article leaves it, from all its tellings.

"les négociations" alone → dropped; "le sommet … a été annulé" → cancelled. Learned weights choose.
"""

from __future__ import annotations

import math

from dragoman.extract.meetings.parties import LEAST as LEAST_PARTY
from dragoman.extract.meetings.parties import party_features
from dragoman.extract.meetings.statuses import FINAL
from dragoman.extract.meetings.told import Told
from dragoman.extract.meetings.weights import Features, probability, total
from dragoman.model.documents import Document
from dragoman.model.edtf import bounds
from dragoman.model.meetings import MEETING_STATUSES

# The probability from which an object is kept.
LEAST = 0.36
# How sure a meeting is of which no participant is told.
NOBODY = 0.5
# How often a meeting is off where a word says so outright (two in three, by cross-validation).
OUTRIGHT = 0.65
# Kinds of which a plural tells several, and how much less sure it is that they are one.
COUNTED = ("summit", "visit", "session")
SEVERAL = 0.4


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
    for status in sorted({t.status for t in tellings if t.rank >= 2}, key=str):
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
        if first < today and last >= until:
            out["status within"] = 1.0
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
    sure = [t.status for t in told.tellings if t.rank >= 2]
    if sure:
        out[f"sure last {sure[-1]}"] = 1.0
        out[f"sure last {sure[-1]} {when}"] = 1.0
    out[f"lead {lead.where}"] = 1.0
    out[f"lead {lead.where} {lead.tense}"] = 1.0
    out[f"ends {end.where} {end.status}"] = 1.0
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


def surety(document: Document, told: Told, participants: tuple[str, ...], status: str) -> float:
    """The probability that nothing told of it is wrong: that it is a meeting, who takes part, how it stands.

    The three are taken as independent. "Plusieurs sommets" are several. A meeting of which nobody is told is as
    likely as not to be the right one.
    """
    sums = {s: total(s, status_features(told, status, told.published)) for s in MEETING_STATUSES}
    standing = OUTRIGHT if status in FINAL else 1 / sum(math.exp(v - sums[status]) for v in sums.values())
    parties = party_features(document, told)
    sure = [p for n in participants if (p := probability("party", parties[n])) >= LEAST_PARTY]
    least = min(sure, default=NOBODY)  # who is there as the head of a member takes nothing from it
    several = told.kind in COUNTED and all(t.plural for t in told.tellings)
    return confidence(told) * least * standing * (SEVERAL if several else 1)


def likely_status(told: Told, ruled: str, published: str | None) -> str:
    """The status with the greatest sum; what the rules found outright stands."""
    if ruled in FINAL:
        return ruled
    features = status_features(told, ruled, published)
    return max(MEETING_STATUSES, key=lambda s: (total(s, features), s == ruled))
