"""What a position does to the door on an issue: it opens it, shuts it, asks for something, or asks no longer.

"exige que le ministre soit remplacé à la table" shuts the door on the talks' format, though it is a demand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from dragoman.model.positions import Position
from dragoman.resolve.subjects import issue_of
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

# What is opposed or judged is named at the beginning, within so many characters.
SUBJECT = 30


class Door(Enum):
    """OPEN and SHUT stand against each other, ASKED and DROPPED, BLAMED and DEAL.

    BLAMED: what is opposed hurts something else ("les sanctions mettent en péril…"); DEAL: something is offered for it.
    """

    OPEN = "open"
    SHUT = "shut"
    BLAMED = "blamed"
    DEAL = "deal"
    ASKED = "asked"
    DROPPED = "dropped"


# Stances that open the door and stances that shut it.
OPEN = frozenset({"offer", "commitment", "concession", "support"})
SHUT = frozenset({"refusal", "opposition", "threat"})


@dataclass(frozen=True, slots=True)
class Stand:
    """What a position does to the door on `issue`; `implied` where its own issue or stance is another.

    `points` where words of the position point to the issue, or those that it begins with; asked of the implied alone.
    """

    issue: str
    door: Door
    implied: bool = False
    points: bool = False


def find_stands(tellings: Tellings, p: Position) -> Iterator[Stand]:
    """The stands that one position takes."""
    words, text = Wordings.load(), tellings.surface(p)
    if words.find("dropping", text):
        if p.issue != "other":
            yield _implied(text, p.issue, Door.DROPPED)
        return
    if p.stance == "demand":
        if p.issue == "format" and words.find("excluding", text):
            yield _implied(text, "format", Door.SHUT)
        elif p.issue != "other":
            yield _implied(text, p.issue, Door.ASKED)
            if p.conditional_on is not None:  # something is offered for it
                yield _implied(text, p.issue, Door.DEAL)
        return
    door = Door.OPEN if p.stance in OPEN else Door.SHUT
    if p.issue != "other":
        yield Stand(p.issue, door)
    subject = issue_of(text[:SUBJECT]) if p.stance == "opposition" else None
    if subject and subject != p.issue:
        yield _implied(text, subject, Door.BLAMED)


def _implied(text: str, issue: str, door: Door) -> Stand:
    return Stand(issue, door, implied=True, points=issue in (issue_of(text[:SUBJECT]), issue_of(text)))
