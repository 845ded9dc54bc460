"""What meetings are called on the screens, in French and in English."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model.meetings import MEETING_KINDS, Meeting
from dragoman.show.naming import meeting_name
from dragoman.show.words import Words


def meeting(label: str, kind: str, people: tuple[str, ...], place: str | None = None) -> Meeting:
    rest: dict[str, Any] = {"date": None, "status": "held", "life": (), "reports": ()}
    return Meeting(id="m1", label=label, kind=kind, participants=people, place=place, **rest)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (meeting("sommet de Klow", "summit", ("Anna Kovar", "Milan Sotek"), "Klow"), "summit in Klow"),
        (meeting("sommet du G7 à Klow", "summit", ("G7",), "Klow"), "G7 summit in Klow"),
        (meeting("visite de Milan Sotek à Klow", "visit", ("Anna Kovar", "Milan Sotek"), "Klow"),
         "visit by Milan Sotek to Klow"),
        (meeting("appel Kovar–Sotek", "call", ("Anna Kovar", "Milan Sotek")), "call Anna Kovar–Milan Sotek"),
        (meeting("négociations", "talks", ()), "talks"),
    ],
)  # fmt: skip
def test_english_screens_name_meetings_in_english(told: Meeting, name: str) -> None:
    assert meeting_name(told, "en") == name
    assert Words("en").meeting(told) == name
    assert meeting_name(told, "fr") == told.label


def test_every_kind_has_a_name() -> None:
    assert all(meeting_name(meeting("x", kind, ()), "en") for kind in MEETING_KINDS)
