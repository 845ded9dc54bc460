"""Whether an object is a meeting of its own or generic talk of talks: "les négociations" alone → dropped."""

from __future__ import annotations

from dragoman.extract.meetings.objects import Told


def worth_keeping(told: Told) -> bool:
    """A sure noun stands by itself; the others need parties, a day or a place."""
    return evidence(told) >= 1.25


def evidence(told: Told) -> float:
    """Points for what the tellings say together."""
    sure = max(t.sure for t in told.tellings)
    points: float = {3: 2.0, 2: 1.0, 1: 0.5, 0: 0.0}[sure]
    points += min(len(told.participants), 2) * 0.5
    points += 0.75 if told.date else 0.25 if any(t.about for t in told.tellings) else 0
    points += 0.75 if told.place else 0.25 if any(t.around for t in told.tellings) else 0
    points += 0.5 if any(t.topic for t in told.tellings) else 0
    points += 0.5 if any(t.official for t in told.tellings) else 0
    points += 0.25 * min(len(told.tellings) - 1, 4)
    return points
