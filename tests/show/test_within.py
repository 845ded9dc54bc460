from __future__ import annotations

import pytest

from dragoman.model.disputes import Dispute, Version
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.record import Scope
from dragoman.show.within import is_about, is_between

MEETING = Meeting(
    id="m", label="sommet", kind="summit", participants=("Kari Moen", "Érythrie"), date=None, place=None,
    status="planned", life=(), reports=(),
)  # fmt: skip
DISPUTE = Dispute(
    id="d", matter="le retrait", kind="scope",
    versions=(Version(party="Norvège", by="Kari Moen", says="tout", claims=()),
              Version(party=None, by=None, says="rien", claims=())),
)  # fmt: skip
EXPECTATION = Expectation(
    id="x", claim="e", what="une visite en Érythrie", by=None, kind="planned", made_on=None, horizon=None, state="open",
)  # fmt: skip


@pytest.mark.parametrize(
    ("noun", "actor", "yes"),
    [
        (MEETING, None, True),
        (MEETING, "moen", True),
        (MEETING, "erythrie", True),
        (MEETING, "ONU", False),
        (DISPUTE, "norvege", True),
        (DISPUTE, "moen", True),
        (DISPUTE, "ONU", False),
        (EXPECTATION, "erythrie", True),
        (EXPECTATION, "moen", False),
    ],
)
def test_is_about(noun: Meeting | Dispute | Expectation, actor: str | None, yes: bool) -> None:
    assert is_about(noun, actor) is yes


@pytest.mark.parametrize(
    ("date", "since", "until", "yes"),
    [
        (None, None, None, True),
        (None, "2021", None, False),
        ("2021-03", "2021-03-31", None, True),
        ("2021-03", "2021-04", None, False),
        ("2021-03", None, "2021-03-01", True),
        ("2021-03-02", None, "2021-03-01", False),
        ("2021-03-02", "2021-03", "2021-03", True),
        ("bientôt", "2021-03", None, False),
    ],
)
def test_is_between(date: str | None, since: str | None, until: str | None, yes: bool) -> None:
    assert is_between(date, Scope(since=since, until=until)) is yes
